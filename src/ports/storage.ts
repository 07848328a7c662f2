import type { Acknowledgement, Broadcast } from '../domain/broadcast.ts'
import type { CalendarFeed } from '../domain/calendar-feed.ts'
import type { Moment } from '../domain/calendar.ts'
import type { Change } from '../domain/change.ts'
import type { Concern } from '../domain/concern.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Correction } from '../domain/correction.ts'
import type { Duty } from '../domain/duty.ts'
import type { DutyAct } from '../domain/duty-life.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { InboxEvent, OutboxMessage, Platform } from '../domain/message.ts'
import type { Account, LinkCode, Officer } from '../domain/officer.ts'
import type { Plan } from '../domain/plan.ts'
import type { ProgressUpdate } from '../domain/progress.ts'
import type { ReminderPreference, Urging } from '../domain/reminder.ts'
import type { Unit } from '../domain/unit.ts'

/** Commits lists of changes whole. */
export type Ledger = {
  /** False, with nothing written, when a change met a conflict: event handled, code used, run done, message moved. */
  readonly commit: (changes: readonly Change[]) => Promise<boolean>
}

/** Raw events, stored (and on Node fsynced) before the platform is told 200. */
export type Inbox = {
  /** "new", or "repeated" when the key is known already. Resolves only after the commit. */
  readonly accept: (event: InboxEvent) => Promise<'new' | 'repeated'>
  /** Oldest unhandled event of each chat that has one, oldest first. */
  readonly waiting: (limit: number) => Promise<readonly (InboxEvent & { readonly failures: number })[]>
  /** Events given up after too many failures, newest first. */
  readonly buried: (limit: number) => Promise<readonly InboxEvent[]>
}

/** Messages on their way out. They are moved by `move-message` changes. */
export type Outbox = {
  /** Ready and due, of one platform or of all: oldest of each chat, replies before reminders before broadcasts. */
  readonly due: (now: Moment, limit: number, platform?: Platform) => Promise<readonly OutboxMessage[]>
  /** Left in "sending" by a process that died. */
  readonly interrupted: () => Promise<readonly OutboxMessage[]>
  /** The newest of a chat, oldest first, from after a message when its id is known. */
  readonly ofChat: (chatId: string, afterId?: string) => Promise<readonly OutboxMessage[]>
  readonly ofCause: (cause: string) => Promise<readonly OutboxMessage[]>
  /** Sent by a platform since a moment, for monthly quotas. */
  readonly countSentSince: (platform: Platform, since: Moment) => Promise<number>
}

/** Everything loaded, read whole: offices have tens of plans and thousands of duties. */
export type Catalog = {
  /** Changes whenever a plan, duty or unit changes, also by another process. */
  readonly version: string
  readonly plans: readonly Plan[]
  /** As corrected; plans keep the duties as they were read. */
  readonly duties: readonly Duty[]
  readonly units: readonly Unit[]
  /** Every correction, oldest first. */
  readonly corrections: readonly Correction[]
}

/** The loaded plans, duties and units. */
export type Catalogs = {
  /** Cheap: the version alone. */
  readonly version: () => Promise<string>
  readonly load: () => Promise<Catalog>
}

/** The append-only log of reports. */
export type ProgressLog = {
  /** Every line on these duties, oldest first. */
  readonly ofDuties: (dutyIds: readonly string[]) => Promise<readonly ProgressUpdate[]>
  readonly all: () => Promise<readonly ProgressUpdate[]>
  /** The lines that one Ghi recorded: they share a reference. */
  readonly ofReference: (officerId: string, ref: string) => Promise<readonly ProgressUpdate[]>
  /** The officer's newest line that is neither a revocation nor revoked. */
  readonly latestBy: (officerId: string) => Promise<ProgressUpdate | undefined>
}

/** The append-only log of evidence. */
export type EvidenceLog = {
  /** Every line on these duties, oldest first. */
  readonly ofDuties: (dutyIds: readonly string[]) => Promise<readonly Evidence[]>
  readonly all: () => Promise<readonly Evidence[]>
  /** The officer's newest line that is neither a revocation nor revoked. */
  readonly latestBy: (officerId: string) => Promise<Evidence | undefined>
}

/** The append-only log of what was done to duties beside reporting. */
export type DutyActs = {
  /** Every act on these duties, oldest first. */
  readonly ofDuties: (dutyIds: readonly string[]) => Promise<readonly DutyAct[]>
  /** Every act by which a duty was to go over to a unit, oldest first: asked for at each message, so never found by reading them all. */
  readonly givenTo: (unitId: string) => Promise<readonly DutyAct[]>
  readonly all: () => Promise<readonly DutyAct[]>
  /** The officer's newest act that is neither a revocation nor revoked. */
  readonly latestBy: (officerId: string) => Promise<DutyAct | undefined>
}

/** Difficulties and proposals. */
export type Concerns = {
  /** Oldest first, those of revoked reports too. */
  readonly all: () => Promise<readonly Concern[]>
}

/** People and how they are reached. */
export type Officers = {
  readonly byAccount: (accountId: string) => Promise<Officer | undefined>
  readonly all: () => Promise<readonly { readonly officer: Officer; readonly accounts: readonly Account[] }[]>
  readonly linkCode: (codeHash: string) => Promise<LinkCode | undefined>
  /** Wrong codes that a chat sent since a moment. */
  readonly countWrongCodes: (chatId: string, since: Moment) => Promise<number>
}

/** Dialogue state. */
export type Conversations = { readonly of: (chatId: string, accountId: string) => Promise<Conversation | undefined> }

/** Who wished what of reminders, and what was told already. */
export type Reminders = {
  /** Of everybody who ever wished something. */
  readonly preferences: () => Promise<readonly ReminderPreference[]>
  /** Those of these steps that the officer was told. */
  readonly toldOf: (officerId: string, steps: readonly string[]) => Promise<readonly string[]>
  /** Done runs whose key begins so. */
  readonly runsOf: (prefix: string) => Promise<readonly string[]>
  /** Urgings on these duties, oldest first. */
  readonly urgingsOf: (dutyIds: readonly string[]) => Promise<readonly Urging[]>
}

/** Confirmed broadcasts and urgings; their messages are in the outbox. */
export type Broadcasts = {
  /** Newest first. */
  readonly by: (officerId: string, limit: number) => Promise<readonly Broadcast[]>
  readonly ofCause: (cause: string) => Promise<Broadcast | undefined>
  readonly acknowledgements: (cause: string) => Promise<readonly Acknowledgement[]>
  /** The newest that was sent to a chat. */
  readonly latestTo: (chatId: string) => Promise<Broadcast | undefined>
}

/** Links to the deadlines of units, by the hash of their token. */
export type CalendarFeeds = {
  /** Revoked ones too. */
  readonly byToken: (tokenHash: string) => Promise<CalendarFeed | undefined>
  /** Oldest first. */
  readonly ofUnit: (unitId: string) => Promise<readonly CalendarFeed[]>
}

/** What the office keeps to itself, by name. */
export type Secrets = { readonly of: (name: string) => Promise<string | undefined> }

/** All of storage, as one adapter makes it. */
export type Storage = {
  readonly ledger: Ledger
  readonly inbox: Inbox
  readonly outbox: Outbox
  readonly catalogs: Catalogs
  readonly progress: ProgressLog
  readonly evidence: EvidenceLog
  readonly acts: DutyActs
  readonly concerns: Concerns
  readonly officers: Officers
  readonly conversations: Conversations
  readonly reminders: Reminders
  readonly broadcasts: Broadcasts
  readonly calendarFeeds: CalendarFeeds
  readonly secrets: Secrets
}
