import { createReadStream, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip, gunzipSync } from 'node:zlib'
import { listPlaceNames, type PlaceList } from '../../restoring/list-place-names.ts'
import type { PersonNames } from '../../restoring/name-cost.ts'
import type { Confusions } from '../../restoring/channel.ts'
import { buildConfusions, type TextPair } from '../../restoring/train-confusions.ts'
import { buildSyllableModel, type SyllableCounts } from '../../restoring/train-syllables.ts'
import { ROOT, readJson } from '../read-data.ts'
import { parseWords, print, tell, Usage, type Command } from './outcome.ts'

const CONFUSIONS = 'data/lexicon/confusions.json'

/** `train-syllables`: the syllable model from text and, if given, further counts; or how letters are misread, from clean and damaged texts. */
export const trainSyllables: Command = {
  usage: 'CORPUS.txt.gz [COUNTS.json.gz ...] [--out FILE] | --pairs DIR [--out FILE]',
  does: 'makes data/models/syllables.bin from a corpus, one paragraph a line; or the first table of data/lexicon/confusions.json from NAME.clean.txt and what scanners made of it, NAME.*.txt',
  run: async (words) => {
    const { values, positionals } = parseWords(words, { out: { type: 'string' }, pairs: { type: 'string' } })
    if (values.pairs) return learnConfusions(values.pairs, values.out)
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

// The tables listed by hand stay; only the learned one, the first, is replaced.
function learnConfusions(folder: string, out = join(ROOT, CONFUSIONS)): void {
  const pairs = listPairs(folder)
  if (pairs.length === 0) throw new Usage(`no NAME.clean.txt with a NAME.*.txt in ${folder}`)
  tell(`learning from ${pairs.length} pairs`)
  const lexicon = readJson<{ readonly confusions: readonly Confusions[] }>(CONFUSIONS)
  const confusions = [buildConfusions(pairs), ...lexicon.confusions.slice(1)]
  writeFileSync(out, `${JSON.stringify({ ...lexicon, confusions }, null, 1)}\n`)
  print({ confusions: out, pairs: pairs.length })
}

function listPairs(folder: string): TextPair[] {
  const files = readdirSync(folder)
  const readText = (file: string) => readFileSync(join(folder, file), 'utf8')
  return files
    .filter((file) => file.endsWith('.clean.txt'))
    .flatMap((file) => {
      const name = file.slice(0, -'clean.txt'.length)
      const damaged = files.filter((other) => other !== file && other.startsWith(name) && other.endsWith('.txt'))
      return damaged.map((other) => ({ clean: readText(file), damaged: readText(other) }))
    })
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
