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
const NEVER_GUESSED = /^(?:link_account|next_page|multi_intent)$/
const FOLDS = 5

const examples = TABLES.flatMap(readTable)
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
