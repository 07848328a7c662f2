import type { Day, Moment } from './calendar.ts'
import type { CorrectedParts } from './correction.ts'
import type { DutyAct } from './duty-life.ts'
import type { EvidenceItem } from './evidence.ts'
import type { Choice } from './message.ts'
import type { ProgressStatus } from './progress.ts'
import type { ReminderPreference } from './reminder.ts'
import type { Unit } from './unit.ts'

/** A progress line that was read back and waits for Ghi. */
export type PendingUpdate = {
  readonly dutyId: string
  readonly unitId: string
  readonly status: ProgressStatus
  readonly percent: number | null
  readonly note: string | null
  readonly dueChange: Day | null
  /** For what comes back: the round that was named, "2026-Q3". */
  readonly period?: string | null
}

/** An act on a duty that was read back and waits for Ghi: it holds for the logs as they were then. */
export type PendingAct = Pick<
  DutyAct,
  'kind' | 'dutyId' | 'unitId' | 'period' | 'number' | 'afterId' | 'reason' | 'until' | 'toUnitId'
>

/** A duty of a unit that was shown, and of what comes back the round. */
export type ShownRow = { readonly dutyId: string; readonly unitId: string; readonly round: string | null }

/** Evidence that was read back with a report, and the duties of the report that it belongs to. */
export type PendingEvidence = { readonly item: EvidenceItem; readonly dutyIds: readonly string[] }

/** What waits for a yes. */
export type Pending =
  | {
      readonly kind: 'progress'
      readonly updates: readonly PendingUpdate[]
      readonly evidence?: readonly PendingEvidence[]
      /** "Ghi hộ": for whom, as typed. */
      readonly onBehalf?: string
    }
  /** Evidence by itself: of which duty is asked while it is null, and confirmed once it is known. */
  | {
      readonly kind: 'evidence'
      readonly items: readonly EvidenceItem[]
      readonly dutyId: string | null
      readonly reportId: string | null
      /** What was asked about, in the order of its numbers. */
      readonly candidateIds?: readonly string[]
    }
  | { readonly kind: 'acts'; readonly acts: readonly PendingAct[] }
  /** A correction of what was read; units are those that no paper has named yet. */
  | {
      readonly kind: 'correction'
      readonly dutyId: string
      readonly before: CorrectedParts
      readonly after: CorrectedParts
      readonly units: readonly Unit[]
    }
  | {
      readonly kind: 'broadcast'
      readonly text: string
      readonly chatIds: readonly string[]
      /** Confirmed once already, where many people are concerned. */
      readonly isSure?: boolean
      /** Other words were asked for: what is typed next replaces the text. */
      readonly isRewording?: boolean
      /** For an urging: each unit gets its own text, on its own duties. */
      readonly urged?: readonly {
        readonly unitId: string
        readonly text: string
        /** How often it is urged with this. */
        readonly number: number
        /** What stands below the opening words: the duties, and how to report. */
        readonly body: string
        readonly dutyIds: readonly string[]
        readonly chatIds: readonly string[]
      }[]
    }
  | { readonly kind: 'reminders'; readonly preference: ReminderPreference }
  /** A broadcast whose messages are still held back and can be taken back with "hủy". */
  | { readonly kind: 'held-broadcast'; readonly cause: string }

/** What a chat has been shown and is in the middle of; kept in the database, per chat and person. */
export type Conversation = {
  readonly chatId: string
  readonly accountId: string
  /** Duties in the order in which they were last shown: "việc 2" is the second. */
  readonly shownDutyIds: readonly string[]
  readonly shownPlanIds: readonly string[]
  /** What waited for the reader, in the order in which it was last shown; it holds while the duties shown are the same. */
  readonly shownRows?: readonly ShownRow[]
  /** The one that was asked about last: "việc này" in the message that follows. */
  readonly pointedRow?: ShownRow | undefined
  readonly shownUnitId: string | null
  /** The intent last answered, so that "còn Công an thì sao" can repeat it. */
  readonly lastIntent: string | null
  /** Further pages for "tiếp". */
  readonly pages: readonly string[]
  /** The menu that a bare number answers. Choices expire with it. */
  readonly choices: readonly (Choice & { readonly means: string })[]
  readonly pending: Pending | null
  /** Choices and pending hold until then. */
  readonly expiresAt: Moment | null
  readonly updatedAt: Moment
}

/** A talk in which nothing was shown yet. */
export function openConversation(chatId: string, accountId: string, at: Moment): Conversation {
  return {
    chatId,
    accountId,
    shownDutyIds: [],
    shownPlanIds: [],
    shownUnitId: null,
    lastIntent: null,
    pages: [],
    choices: [],
    pending: null,
    expiresAt: null,
    updatedAt: at,
  }
}
