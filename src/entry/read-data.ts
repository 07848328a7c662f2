import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildMessageLexicon } from '../dialogue/build-message-lexicon.ts'
import { buildUnitLexicon } from '../units/unit-lexicon.ts'
import type { AnsweringData } from './answering-data.ts'
import { readDeclarationFiles } from './read-declaration-files.ts'
import { buildQuestionWords } from '../usecases/answers/question-words.ts'
import type { Helper } from '../usecases/helping/helper.ts'
import { readTemplates } from '../wording/read-templates.ts'

/** Where the repository is: data/ and prompts/ lie there. */
export const ROOT = join(import.meta.dirname, '../..')

/** Migrations made by drizzle-kit. */
export const MIGRATIONS = join(ROOT, 'data/migrations')

/** The declared units as read, for Workers, which have no folder to look into. */
export const SHIPPED_DECLARATIONS = join(ROOT, 'data/units/shipped/declared.json')

/** A JSON file of the repository, in the shape that its tests hold it to. */
export function readJson<Shape>(path: string): Shape {
  // The shapes of shipped data are asserted by the tests that read the same files.
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Shape
}

function readPrompt(name: string): string {
  return readFileSync(join(ROOT, 'prompts/model', name), 'utf8')
}

/** Reads what answering needs. */
export function readAnsweringData(): AnsweringData {
  const units = buildUnitLexicon(readJson('data/lexicon/unit-aliases.json'), readJson('data/lexicon/places.json'))
  return {
    units,
    declared: readDeclarationFiles(join(ROOT, 'data/units'), units),
    messages: buildMessageLexicon({
      abbreviations: readJson('data/lexicon/abbreviations.json'),
      cues: readJson('data/lexicon/intent-cues.json'),
      words: readJson('data/lexicon/message-words.json'),
      letterNames: readJson('data/lexicon/letter-names.json'),
      reports: readJson('data/lexicon/report-cues.json'),
      intentModel: readJson('data/models/intents.json'),
    }),
    holidays: readJson('data/lexicon/holidays.json'),
    followUp: readJson('data/lexicon/follow-up.json'),
    templates: readTemplates(readFileSync(join(ROOT, 'prompts/replies.vi.md'), 'utf8')),
    questions: buildQuestionWords(readJson('data/lexicon/question-words.json')),
    searchFillers: readJson('data/lexicon/search-fillers.json'),
  }
}

/** Reads what a language model is told; only where one is configured. */
export function readHelping(): Omit<Helper, 'model'> {
  return {
    instructions: { chooseReading: readPrompt('choose-reading.md'), shorten: readPrompt('shorten.md') },
    meanings: readTemplates(readPrompt('readings.vi.md')),
  }
}
