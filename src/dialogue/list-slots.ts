import { findWindow } from '../dates/find-window.ts'
import type { Slots } from './intent.ts'
import type { ReadMessage } from './read-message.ts'
import type { UnderstandContext } from './understand-context.ts'

/** Slots with nothing in them. */
export const NO_SLOTS: Slots = {
  units: [],
  plans: [],
  sections: [],
  topic: '',
  window: null,
  ordinals: [],
  updates: [],
  isYes: null,
  linkCode: null,
}

/** What was found in a message besides its intent. */
export function listSlots(read: ReadMessage, { conversation, today, lexicon }: UnderstandContext): Slots {
  const { message, plans, units, sections, refs } = read
  const window = findWindow(message.original, today)
  const shown = conversation?.shownDutyIds.length ?? 0
  return {
    ...NO_SLOTS,
    units: units.map(({ mention }) => mention),
    plans: plans.map(({ from, to, planIds, number }) => {
      const [start, end] = [message.words[from]?.start ?? 0, message.words[to - 1]?.end ?? 0]
      return { words: message.original.slice(start, end), start, end, planIds, number }
    }),
    sections: sections.map(({ path }) => path),
    topic: listTopicWords(read, lexicon).join(' '),
    window: window ? { from: window.from, to: window.to } : null,
    ordinals: [...new Set(refs.flatMap(({ numbers, isAll }) => (isAll ? Array.from({ length: shown }, (_, at) => at + 1) : numbers)))],
  }
}

/** What is left of the words once mentions and the words of asking are out. */
function listTopicWords({ sketch }: ReadMessage, lexicon: UnderstandContext['lexicon']): string[] {
  const asking = lexicon.shapes.get('asking')
  const plain = ` ${sketch.map((word) => word.plain).join(' ')} `
  const dropped = new Set<number>()
  for (const match of asking ? plain.matchAll(asking) : []) {
    const from = plain.slice(0, match.index).split(' ').length - 2
    for (let at = from; at < from + match[0].split(' ').length; at++) dropped.add(at)
  }
  return sketch.filter(({ plain }, at) => !dropped.has(at) && !plain.startsWith('@') && /[a-z0-9]/.test(plain)).map(({ text }) => text)
}
