import type { FollowUpRules } from '../domain/follow-up-rules.ts'
import type { Holidays } from '../dates/working-days.ts'
import type { MessageLexicon } from '../dialogue/build-message-lexicon.ts'
import type { UnitDeclarations } from '../units/read-declarations.ts'
import type { UnitLexicon } from '../units/unit-lexicon.ts'
import type { QuestionWords } from '../usecases/answers/question-words.ts'
import type { Templates } from '../wording/read-templates.ts'

/** What answering needs from data/ and prompts/, however it came: from files or bundled with a Worker. */
export type AnsweringData = {
  readonly units: UnitLexicon
  /** What the office declared of its units, and which lines of which file were refused. */
  readonly declared: UnitDeclarations
  readonly messages: MessageLexicon
  readonly holidays: Holidays
  readonly followUp: FollowUpRules
  readonly templates: Templates
  readonly questions: QuestionWords
  /** What a question holds that no plan needs to hold. */
  readonly searchFillers: readonly string[]
}
