import { findWholeIntent, NO_SLOTS } from './find-whole-intent.ts'
import type { Intent, Slots, Understanding } from './intent.ts'
import { readMessage, type ReadMessage } from './read-message.ts'
import { listScores } from './recognizers.ts'
import type { UnderstandContext } from './understand-context.ts'

const SUREST = 9
const LEAST = 2

/** What an officer wants, read from the words of a message and from what the chat showed last. */
export function understand(text: string, context: UnderstandContext): Understanding {
  const read = readMessage(text, context)
  const whole = findWholeIntent(read, context)
  if (whole) return { intents: [whole], clarify: false }
  const [best] = listScores(read, context.lexicon)
  const slots = listSlots(read)
  const intent: Intent =
    best && best.score >= LEAST
      ? { name: best.name, slots, certainty: Math.min(1, best.score / SUREST) }
      : { name: 'unclear', slots, certainty: 0 }
  return { intents: [intent], clarify: intent.name === 'unclear' }
}

function listSlots({ message, plans, units, sections, refs, sketch }: ReadMessage): Slots {
  return {
    ...NO_SLOTS,
    units: units.map(({ mention }) => mention),
    plans: plans.map(({ from, to, planIds, number }) => ({
      words: message.original.slice(message.words[from]!.start, message.words[to - 1]!.end),
      start: message.words[from]!.start,
      end: message.words[to - 1]!.end,
      planIds,
      number,
    })),
    sections: sections.map(({ path }) => path),
    topic: sketch
      .filter(({ plain }) => !plain.startsWith('@'))
      .map(({ text }) => text)
      .join(' '),
    ordinals: refs.flatMap(({ numbers, isAll }) => (isAll ? [] : numbers)),
  }
}
