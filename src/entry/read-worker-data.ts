import abbreviations from '../../data/lexicon/abbreviations.json' with { type: 'json' }
import followUp from '../../data/lexicon/follow-up.json' with { type: 'json' }
import holidays from '../../data/lexicon/holidays.json' with { type: 'json' }
import cues from '../../data/lexicon/intent-cues.json' with { type: 'json' }
import letterNames from '../../data/lexicon/letter-names.json' with { type: 'json' }
import words from '../../data/lexicon/message-words.json' with { type: 'json' }
import places from '../../data/lexicon/places.json' with { type: 'json' }
import reports from '../../data/lexicon/report-cues.json' with { type: 'json' }
import questionWords from '../../data/lexicon/question-words.json' with { type: 'json' }
import searchFillers from '../../data/lexicon/search-fillers.json' with { type: 'json' }
import aliases from '../../data/lexicon/unit-aliases.json' with { type: 'json' }
import intentModel from '../../data/models/intents.json' with { type: 'json' }
import readings from '../../data/plans/readings.json' with { type: 'json' }
import declared from '../../data/units/shipped/declared.json' with { type: 'json' }
import chooseReading from '../../prompts/model/choose-reading.md'
import meanings from '../../prompts/model/readings.vi.md'
import shorten from '../../prompts/model/shorten.md'
import replies from '../../prompts/replies.vi.md'
import reportWords from '../../prompts/report.vi.json' with { type: 'json' }
import { buildMessageLexicon } from '../dialogue/build-message-lexicon.ts'
import { buildUnitLexicon } from '../units/unit-lexicon.ts'
import { buildQuestionWords } from '../usecases/answers/question-words.ts'
import type { Paper } from '../usecases/papers/import-plan.ts'
import type { ReportWords } from '../usecases/leading/report-words.ts'
import type { Helper } from '../usecases/helping/helper.ts'
import { readTemplates } from '../wording/read-templates.ts'
import type { AnsweringData } from './answering-data.ts'

/** What a Worker needs from data/ and prompts/, bundled with it: a Worker has no files. */
export type WorkerData = AnsweringData & {
  readonly papers: readonly Paper[]
  readonly reportWords: ReportWords
  /** What a language model is told, where one is configured. */
  readonly helping: Omit<Helper, 'model'>
}

/** Puts the bundled data together. */
export function readWorkerData(): WorkerData {
  return {
    // JSON modules are typed by their present content; the shapes are those that readAnsweringData reads on Node.
    units: buildUnitLexicon(aliases as never, places as never),
    declared: declared as never,
    messages: buildMessageLexicon({ abbreviations, cues, words, letterNames, reports, intentModel } as never),
    holidays,
    followUp,
    templates: readTemplates(replies),
    questions: buildQuestionWords(questionWords),
    searchFillers,
    papers: readings as never,
    reportWords: reportWords as ReportWords,
    helping: { instructions: { chooseReading, shorten }, meanings: readTemplates(meanings) },
  }
}
