import { guessIntents } from './intent-model.ts'
import type { IntentName } from './intent.ts'
import { listFeatures } from './list-features.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import type { ReadMessage } from './read-message.ts'
import { listScores } from './recognizers.ts'

/** How much of a whole message speaks for an intent: its cues and what the model makes of its words. */
export type RankedIntent = { readonly name: IntentName; readonly score: number; readonly cues: number; readonly chance: number }

const MODEL_COUNTS = 4
const LEAST_CHANCE = 0.0005
const MOST_BY_CUES = 9

/** Every intent by cues and model together, likeliest first. */
export function rankIntents(read: ReadMessage, lexicon: MessageLexicon): RankedIntent[] {
  const chances = guessIntents(listFeatures(read, lexicon), lexicon.intentModel)
  return listScores(read.sketch, lexicon, read.full)
    .map(({ name, score: cues }) => {
      const chance = chances.get(name) ?? 0
      const score = Math.min(cues, MOST_BY_CUES) + MODEL_COUNTS * Math.log(Math.max(chance, LEAST_CHANCE))
      return { name, score, cues, chance }
    })
    .sort((one, other) => other.score - one.score)
}
