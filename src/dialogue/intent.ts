import type { Day } from '../domain/calendar.ts'
import type { ProgressStatus } from '../domain/progress.ts'
import type { Unit } from '../domain/unit.ts'

/** What an officer can want. The names are those that `ask` and `understand` print. */
export type IntentName =
  | 'my_duties'
  | 'unit_duties'
  | 'who_responsible'
  | 'deadline'
  | 'report_route'
  | 'doc_info'
  | 'cite_source'
  | 'search'
  | 'list_due'
  | 'update_progress'
  | 'mark_done'
  | 'report_blocker'
  | 'request_extension'
  | 'undo_correct'
  | 'attach_evidence'
  | 'status_query'
  | 'summary'
  | 'urge'
  | 'broadcast'
  | 'assign'
  | 'approve_return'
  | 'export_report'
  | 'reminder_pref'
  | 'identity'
  | 'unit_succession'
  | 'followup'
  | 'confirm_deny'
  | 'help'
  | 'out_of_scope'
  | 'link_account'
  | 'next_page'
  | 'unclear'

/** Words that mean a unit, and the registered units they may mean, best first. */
export type UnitMention = {
  readonly words: string
  readonly start: number
  readonly end: number
  readonly matches: readonly { readonly unitId: string; readonly score: number }[]
  /** The unit that the words describe when none that is registered fits. */
  readonly derived?: Unit
  /** "phòng em", "đơn vị tôi": the asker's own unit. */
  readonly isOwn?: boolean
}

/** Words that mean a plan: a number ("cv815"), a place ("kế hoạch của Ninh Hải"), or one that is cited but not loaded. */
export type PlanMention = {
  readonly words: string
  readonly start: number
  readonly end: number
  /** Loaded plans that fit; empty when none is loaded. */
  readonly planIds: readonly string[]
  /** As the person wrote it, brought into shape: "264-KH/TU". */
  readonly number: string | null
}

/** One report on one duty inside a message. */
export type ReportedUpdate = {
  /** "2" (as last shown), words of the message that name the duty, or null when nothing names it. */
  readonly duty: string | null
  readonly status: ProgressStatus | null
  readonly percent: number | null
  readonly note: string | null
  readonly dueChange: Day | null
}

/** What was found in a message besides its intent. */
export type Slots = {
  readonly units: readonly UnitMention[]
  readonly plans: readonly PlanMention[]
  /** "2.b", "III.3.2.a" */
  readonly sections: readonly string[]
  /** The words that are left: what the question is about. "" when nothing is left. */
  readonly topic: string
  /** A time window asked about, both ends included. */
  readonly window: { readonly from: Day | null; readonly to: Day | null } | null
  /** Numbers that point into what was shown: "việc 2", "cái thứ 2", "1 va 3". */
  readonly ordinals: readonly number[]
  readonly updates: readonly ReportedUpdate[]
  /** For confirm_deny: true = ghi, gửi, đúng; false = hủy, thôi, sai. */
  readonly isYes: boolean | null
  /** For link_account: the digits. */
  readonly linkCode: string | null
  /** For whom a report is made, as it was typed: "ghi hộ anh Nam" is "anh Nam". Absent when it is the sender's own. */
  readonly onBehalf?: string
}

/** One intent of a message, with how sure the recognizer is (0..1). */
export type Intent = { readonly name: IntentName; readonly slots: Slots; readonly certainty: number }

/** Everything understood from one message; at least one intent, in the order in which they were said. */
export type Understanding = {
  readonly intents: readonly Intent[]
  /** True when a report is doubtful and must be asked back before it counts. */
  readonly clarify: boolean
  /** True when the updates mend an earlier report: "sửa nv 2 thành 70%". */
  readonly isCorrection?: boolean
  /** True when duties are reported by their count alone: "4/6 việc xong". */
  readonly isCount?: boolean
}
