import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip, gunzipSync } from 'node:zlib'
import { listPlaceNames, type PlaceList } from '../../restoring/list-place-names.ts'
import type { PersonNames } from '../../restoring/name-cost.ts'
import { buildSyllableModel, type SyllableCounts } from '../../restoring/train-syllables.ts'
import { ROOT, readJson } from '../read-data.ts'
import { parseWords, print, tell, Usage, type Command } from './outcome.ts'

/** `train-syllables`: the syllable model from text and, if given, further counts. */
export const trainSyllables: Command = {
  usage: 'CORPUS.txt.gz [COUNTS.json.gz ...] [--out FILE]',
  does: 'makes data/models/syllables.bin from a corpus, one paragraph a line',
  run: async (words) => {
    const { values, positionals } = parseWords(words, { out: { type: 'string' } })
    const [corpus, ...counts] = positionals
    if (!corpus) throw new Usage('train-syllables needs a corpus')
    tell(`reading ${corpus}`)
    const more = counts.map((path) => JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as SyllableCounts)
    const model = await buildSyllableModel(readLines(corpus), more, listNames())
    const out = values.out ?? `${ROOT}/data/models/syllables.bin`
    writeFileSync(out, model)
    print({ model: out, bytes: model.length })
  },
}

function listNames(): string[] {
  const people = readJson<PersonNames>('data/lexicon/person-names.json')
  const places = listPlaceNames(readJson<PlaceList>('data/lexicon/places.json'))
  return [...places.map(({ name }) => name), people.families, people.middles, people.givens, people.peoples]
}

function readLines(path: string): AsyncIterable<string> {
  const file = createReadStream(path)
  return createInterface({ input: path.endsWith('.gz') ? file.pipe(createGunzip()) : file, crlfDelay: Infinity })
}
