import type { Intent, Understanding } from '../../dialogue/intent.ts'
import { listReadings } from '../../dialogue/list-readings.ts'
import type { UnderstandContext } from '../../dialogue/understand-context.ts'
import type { Asker, Decision, World } from '../asked.ts'
import { chooseReading } from './choose-reading.ts'
import { shortenAnswer } from './shorten-answer.ts'

/** What a language model may do for one answer. */
export type Help = {
  /** Of several readings of a message the likeliest; what the recognizers said where there is nothing to choose. */
  readonly settle: (text: string, understanding: Understanding, context: UnderstandContext) => Promise<readonly Intent[]>
  readonly shorten: (decision: Decision) => Promise<Decision>
}

const NO_HELP: Help = { settle: async (_, { intents }) => intents, shorten: async (decision) => decision }

/** Opens the help for one answer: one patience for all of it. Strangers' words are shown to no model. */
export function openHelp(world: World, asker: Asker | undefined): Help {
  const { helper } = world
  if (!helper || !asker) return NO_HELP
  const ask = helper.model.begin()
  return {
    settle: async (text, understanding, context) => {
      const chosen = await chooseReading(text, listReadings(text, understanding, context), ask, helper)
      return chosen ? [chosen] : understanding.intents
    },
    shorten: (decision) => shortenAnswer(decision, ask, helper, world),
  }
}
