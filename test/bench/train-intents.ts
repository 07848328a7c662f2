import { readFileSync, writeFileSync } from 'node:fs'
import { readMessage } from '../../src/dialogue/read-message.ts'
import { listFeatures } from '../../src/dialogue/list-features.ts'
import { buildIntentModel, guessIntents } from '../../src/dialogue/intent-model.ts'
import { trainIntents, type Example } from '../../src/dialogue/train-intents.ts'
import { aContext, lexicon } from '../unit/dialogue/dialogue-fixture.ts'

// node test/bench/train-intents.ts: learns data/models/intents.json from the tables of messages in test/unit/dialogue, and tells how
// many messages it would have guessed right that it had not learned from.

const TABLES = ['intent-messages.tsv', 'intent-examples.tsv']
/** Read by rules of their own. */
const NEVER_GUESSED = /^multi_intent$/
const FOLDS = 5

const examples = [...TABLES.flatMap(readTable), ...readReports()]
const isHeldOut = (fold: number) => (_: Example, at: number) => at % FOLDS === fold
const right = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
  const model = buildIntentModel(trainIntents(examples.filter((example, at) => !isHeldOut(fold)(example, at))))
  return examples.filter(isHeldOut(fold)).filter(({ features, intent }) => {
    const [best] = [...guessIntents(features, model)].sort(([, one], [, other]) => other - one)
    return best?.[0] === intent
  })
})
console.log(`${examples.length} messages; guessed right unseen: ${((100 * right.length) / examples.length).toFixed(1)} %`)

const json = `${JSON.stringify(trainIntents(examples))}\n`
writeFileSync(new URL('../../data/models/intents.json', import.meta.url), json)
console.log(`data/models/intents.json: ${json.length} bytes`)

function readTable(name: string): Example[] {
  const lines = readFileSync(new URL(`../unit/dialogue/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.flatMap((line) => {
    const [intent = '', , text = ''] = line.split('\t')
    return NEVER_GUESSED.test(intent) ? [] : [{ intent, features: listFeatures(readMessage(text, aContext()), lexicon) }]
  })
}

/** Messages that report something, by the gravest of what they report. */
function readReports(): Example[] {
  const rows = JSON.parse(readFileSync(new URL('../unit/dialogue/report-messages.json', import.meta.url), 'utf8')) as ReportRow[]
  return rows.flatMap(([text, updates]) =>
    updates.length > 0 ? [{ intent: nameReport(updates), features: listFeatures(readMessage(text, aContext()), lexicon) }] : [],
  )
}

type ReportRow = [text: string, updates: [duty: string | null, status: string | null, percent: number | null, due: string | null][]]

function nameReport(updates: ReportRow[1]): string {
  if (updates.some(([, , , due]) => due !== null)) return 'request_extension'
  if (updates.some(([, status]) => status === 'blocked')) return 'report_blocker'
  return updates.every(([, status]) => status === 'done') ? 'mark_done' : 'update_progress'
}
