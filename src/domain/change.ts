import type { Acknowledgement, Broadcast } from './broadcast.ts'
import type { CalendarFeed } from './calendar-feed.ts'
import type { Moment } from './calendar.ts'
import type { Concern } from './concern.ts'
import type { Conversation, ShownRow } from './conversation.ts'
import type { Correction } from './correction.ts'
import type { Duty } from './duty.ts'
import type { DutyAct } from './duty-life.ts'
import type { Evidence } from './evidence.ts'
import type { OutboxMessage, OutboxState } from './message.ts'
import type { Account, LinkCode, Officer } from './officer.ts'
import type { Plan } from './plan.ts'
import type { ProgressUpdate } from './progress.ts'
import type { ReminderPreference, Urging } from './reminder.ts'
import type { Unit } from './unit.ts'

/** What a use case decided; a Ledger commits a list of them whole or not at all. */
export type Change =
  | { readonly kind: 'import-plan'; readonly plan: Plan; readonly units: readonly Unit[]; readonly duties: readonly Duty[] }
  /** A better copy of the same paper came: this one is kept beside it. */
  | { readonly kind: 'mark-witness'; readonly planId: string; readonly witnessOf: string }
  /** Fails the whole commit (as a conflict) when the duty is gone or was corrected meanwhile. */
  | { readonly kind: 'correct-duty'; readonly correction: Correction }
  | { readonly kind: 'save-unit'; readonly unit: Unit }
  /** One that takes a report back fails the whole commit (as a conflict) when that report was decided on meanwhile. */
  | { readonly kind: 'record-progress'; readonly update: ProgressUpdate }
  | { readonly kind: 'record-evidence'; readonly evidence: Evidence }
  /** Fails the whole commit (as a conflict) when the duty was acted or reported on meanwhile. */
  | { readonly kind: 'record-act'; readonly act: DutyAct }
  | { readonly kind: 'record-concern'; readonly concern: Concern }
  | { readonly kind: 'save-conversation'; readonly conversation: Conversation }
  | { readonly kind: 'create-link-code'; readonly linkCode: LinkCode }
  /** Fails the whole commit (as a conflict) when the code was used meanwhile. */
  | { readonly kind: 'use-link-code'; readonly codeHash: string; readonly at: Moment }
  | { readonly kind: 'count-wrong-code'; readonly chatId: string; readonly at: Moment }
  | { readonly kind: 'save-officer'; readonly officer: Officer }
  | { readonly kind: 'link-account'; readonly account: Account }
  | { readonly kind: 'close-account'; readonly accountId: string; readonly at: Moment | null }
  | { readonly kind: 'queue-message'; readonly message: OutboxMessage }
  | {
      readonly kind: 'move-message'
      readonly id: string
      readonly from: OutboxState
      readonly to: OutboxState
      readonly attempts: number
      readonly notBefore: Moment
      readonly platformMessageId: string | null
      readonly error: string | null
    }
  /** What has not left under a cause will not leave, however much left meanwhile. */
  | { readonly kind: 'cancel-messages'; readonly cause: string; readonly at: Moment }
  /** Fails the whole commit (as a conflict) when the event was handled already. */
  | { readonly kind: 'mark-handled'; readonly eventKey: string; readonly at: Moment }
  | { readonly kind: 'count-failure'; readonly eventKey: string; readonly error: string; readonly at: Moment }
  /** Fails the whole commit (as a conflict) when the event was handled or buried already. */
  | { readonly kind: 'bury-event'; readonly eventKey: string; readonly error: string; readonly at: Moment }
  /** Fails the whole commit (as a conflict) when this run of the job was done already. */
  | { readonly kind: 'mark-job'; readonly runKey: string; readonly at: Moment }
  /** The run of a job whose message never left counts as not done, and what it told as not told. */
  | { readonly kind: 'forget-run'; readonly runKey: string }
  /** Fails the whole commit (as a conflict) when the officer was told one of these steps already. */
  | {
      readonly kind: 'mark-reminded'
      readonly officerId: string
      readonly steps: readonly string[]
      readonly runKey: string
      readonly at: Moment
    }
  /** What a message that nobody asked for showed: its numbers can be pointed at, its pages turned. What is pending stays. */
  | {
      readonly kind: 'remember-shown'
      readonly chatId: string
      readonly accountId: string
      readonly dutyIds: readonly string[]
      /** The units of these duties, where they wait to be decided on. */
      readonly rows?: readonly ShownRow[]
      readonly pages: readonly string[]
      readonly at: Moment
    }
  | { readonly kind: 'save-reminder-preference'; readonly preference: ReminderPreference }
  /** Fails the whole commit (as a conflict) when its number is not the next one. */
  | { readonly kind: 'record-urging'; readonly urging: Urging }
  /** Fails the whole commit (as a conflict) when the officer has sent one with this number on this day. */
  | { readonly kind: 'record-broadcast'; readonly broadcast: Broadcast }
  /** Said twice it counts once. */
  | { readonly kind: 'acknowledge'; readonly acknowledgement: Acknowledgement }
  | { readonly kind: 'open-calendar-feed'; readonly feed: CalendarFeed }
  /** Every link to the deadlines of a unit that still works stops to. */
  | { readonly kind: 'revoke-calendar-feeds'; readonly unitId: string; readonly at: Moment }
  /** The first one of a name stays. */
  | { readonly kind: 'keep-secret'; readonly name: string; readonly value: string }
  /** Who did or was told what: ids and codes only, never message text. */
  | { readonly kind: 'audit'; readonly actor: string; readonly action: string; readonly object: string; readonly at: Moment }
