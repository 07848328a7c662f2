import type { Day } from '../domain/calendar.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { OfficerRole } from '../domain/officer.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import type { UnitMention } from './intent.ts'
import type { PlanRef } from './plan-ref.ts'

/** What understanding may look at besides the words. */
export type UnderstandContext = {
  readonly today: Day
  readonly conversation?: Conversation | undefined
  readonly asker?: { readonly unitId: string | null; readonly role: OfficerRole } | undefined
  /** Units named in a text, with their offsets in it (NFC). */
  readonly findUnits: (text: string) => readonly UnitMention[]
  readonly plans: readonly PlanRef[]
  readonly lexicon: MessageLexicon
}
