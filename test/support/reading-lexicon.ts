import { readFileSync } from 'node:fs'
import type { ReadingLexicon } from '../../src/reading/lexicon.ts'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../data/lexicon/${name}.json`, import.meta.url), 'utf8'))

/** The lexicon that ships, as the entry hands it in. */
export const readingLexicon: ReadingLexicon = {
  units: read('unit-words'),
  words: read('reading-words'),
  issues: read('reading-issues'),
}
