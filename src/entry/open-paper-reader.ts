import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRestorer, type Restorer, type RestorerParts } from '../restoring/create-restorer.ts'
import { listOfficeNames } from '../restoring/list-office-names.ts'
import { listPlaceNames } from '../restoring/list-place-names.ts'
import { readPaper, type PaperReaders, type ReadPaper } from '../usecases/papers/read-paper.ts'
import { ROOT, readJson } from './read-data.ts'

/** What restoring is made from, as it ships. */
export function readRestorerParts(): RestorerParts {
  return {
    ...readJson<Pick<RestorerParts, 'confusions' | 'labels' | 'signs'>>('data/lexicon/confusions.json'),
    model: readFileSync(join(ROOT, 'data/models/syllables.bin')),
    names: listPlaceNames(readJson('data/lexicon/places.json')),
    people: readJson('data/lexicon/person-names.json'),
    phrases: readJson('data/lexicon/set-phrases.json'),
    offices: listOfficeNames(readJson('data/lexicon/unit-aliases.json')),
  }
}

/** Loads the syllable model and what is known about misread letters. */
export function openRestorer(): Restorer {
  return createRestorer(readRestorerParts())
}

/** Loads all that reading papers needs, some 60 modules and the model: whoever starts quickly imports this file late. */
export function openPaperReader(): (source: string) => ReadPaper {
  const readers: PaperReaders = {
    restorer: openRestorer(),
    lexicon: {
      units: readJson('data/lexicon/unit-words.json'),
      words: readJson('data/lexicon/reading-words.json'),
      issues: readJson('data/lexicon/reading-issues.json'),
    },
  }
  return (source) => readPaper(source, readers)
}
