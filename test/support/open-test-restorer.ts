import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPlaceNames } from '../../src/restoring/list-place-names.ts'
import { listOfficeNames } from '../../src/restoring/list-office-names.ts'
import { createRestorer, type Restorer, type RestorerParts } from '../../src/restoring/create-restorer.ts'

const data = join(import.meta.dirname, '../../data')

/** The shipped model and tables, opened once per test file. */
export function openTestRestorer(): Restorer {
  const tables: Omit<RestorerParts, 'model' | 'names' | 'people' | 'offices'> = JSON.parse(
    readFileSync(join(data, 'lexicon/confusions.json'), 'utf8'),
  )
  const names = listPlaceNames(JSON.parse(readFileSync(join(data, 'lexicon/places.json'), 'utf8')))
  const people = JSON.parse(readFileSync(join(data, 'lexicon/person-names.json'), 'utf8'))
  const offices = listOfficeNames(JSON.parse(readFileSync(join(data, 'lexicon/unit-aliases.json'), 'utf8')))
  return createRestorer({ model: readFileSync(join(data, 'models/syllables.bin')), ...tables, names, people, offices })
}
