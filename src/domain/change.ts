import type { Moment } from './calendar.ts'
import type { Conversation } from './conversation.ts'
import type { Correction } from './correction.ts'
import type { Duty } from './duty.ts'
import type { OutboxMessage, OutboxState } from './message.ts'
import type { Account, LinkCode, Officer } from './officer.ts'
import type { Plan } from './plan.ts'
import type { ProgressUpdate } from './progress.ts'
import type { Unit } from './unit.ts'

/** What a use case decided; a Ledger commits a list of them whole or not at all. */
export type Change =
  | { readonly kind: 'import-plan'; readonly plan: Plan; readonly units: readonly Unit[]; readonly duties: readonly Duty[] }
  /** A better copy of the same paper came: this one is kept beside it. */
  | { readonly kind: 'mark-witness'; readonly planId: string; readonly witnessOf: string }
  /** Fails the whole commit (as a conflict) when the duty is gone or was corrected meanwhile. */
  | { readonly kind: 'correct-duty'; readonly correction: Correction }
  | { readonly kind: 'save-unit'; readonly unit: Unit }
  | { readonly kind: 'record-progress'; readonly update: ProgressUpdate }
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
  /** Fails the whole commit (as a conflict) when the event was handled already. */
  | { readonly kind: 'mark-handled'; readonly eventKey: string; readonly at: Moment }
  | { readonly kind: 'count-failure'; readonly eventKey: string; readonly error: string; readonly at: Moment }
  | { readonly kind: 'bury-event'; readonly eventKey: string; readonly error: string; readonly at: Moment }
  /** Fails the whole commit (as a conflict) when this run of the job was done already. */
  | { readonly kind: 'mark-job'; readonly runKey: string; readonly at: Moment }
  /** Who did or was told what: ids and codes only, never message text. */
  | { readonly kind: 'audit'; readonly actor: string; readonly action: string; readonly object: string; readonly at: Moment }
