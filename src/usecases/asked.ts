import type { UnitMention, Intent } from '../dialogue/intent.ts'
import type { Change } from '../domain/change.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { FollowUpRules } from '../domain/follow-up-rules.ts'
import type { InboundMessage } from '../domain/message.ts'
import type { Officer } from '../domain/officer.ts'
import type { Phrase, Reply } from '../domain/reply.ts'
import type { Unit } from '../domain/unit.ts'
import type { Holidays } from '../dates/working-days.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { ReportLinks } from '../ports/report-links.ts'
import type { Broadcasts, Concerns, DutyActs, EvidenceLog, Officers, Outbox, ProgressLog, Reminders } from '../ports/storage.ts'
import type { Templates } from '../wording/read-templates.ts'
import type { QuestionWords } from './answers/question-words.ts'
import type { Helper } from './helping/helper.ts'
import type { Library } from './library.ts'

/** Who asks; units is the asker's own unit, or every unit that the name given on the command line may mean. */
export type Asker = { readonly officer: Officer; readonly units: readonly Unit[] }

/** One intent of one message, with everything that was known when it came. */
export type Asked = {
  readonly intent: Intent
  /** The message as typed. */
  readonly text: string
  readonly asker: Asker
  readonly conversation: Conversation
  /** The photo or file that came with it. */
  readonly file?: InboundMessage['file'] | undefined
  /** What stands in a group is read by everybody there. */
  readonly isGroup: boolean
}

/** What answering needs from outside. */
export type World = {
  readonly library: Library
  readonly progress: ProgressLog
  readonly evidence: EvidenceLog
  readonly acts: DutyActs
  readonly concerns: Concerns
  readonly officers: Officers
  readonly outbox: Outbox
  readonly reminders: Reminders
  readonly broadcasts: Broadcasts
  readonly clock: Clock
  readonly ids: Ids
  readonly holidays: Holidays
  readonly followUp: FollowUpRules
  readonly questions: QuestionWords
  readonly templates: Templates
  /** A language model, where one is configured. */
  readonly helper?: Helper | undefined
  /** Links to report files, where the office has told its public address. */
  readonly reports?: ReportLinks | undefined
}

/** What a use case decided: an answer, what should change, and what the conversation should remember. */
export type Decision = {
  readonly reply: Reply
  readonly changes?: readonly Change[]
  readonly remembers?: Partial<Conversation>
}

/** A reply of phrases with nothing to choose. */
export function reply(phrases: readonly Phrase[], rest: Partial<Omit<Reply, 'phrases'>> = {}): Reply {
  return { phrases, choices: [], dutyIds: [], isAnswered: true, asksBack: false, ...rest }
}

/** A reply of one phrase. */
export function say(key: string, values: Phrase['with'] = {}, rest: Partial<Omit<Reply, 'phrases'>> = {}): Decision {
  return { reply: reply([{ say: key, with: values }], rest) }
}

/** A mention that fits two units alike has to be asked back. */
export function isAmbiguous({ matches }: UnitMention): boolean {
  const [first, second] = matches
  return first !== undefined && second !== undefined && first.score - second.score < 0.05
}
