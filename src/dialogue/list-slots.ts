import { findWindow } from '../dates/find-window.ts'
import { findGroup } from './build-sketch.ts'
import type { FoundBehalf } from './find-on-behalf.ts'
import type { Slots } from './intent.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import type { NormalizedMessage } from './normalized-message.ts'
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
  const { message, plans, units, sections, refs, behalf } = read
  const window = findWindow(message.original, today)
  const shown = conversation?.shownDutyIds.length ?? 0
  const topic = listTopicWords(read, lexicon).join(' ')
  const row = refs.length === 0 && sections.length === 0 ? findRow(topic, shown) : undefined
  return {
    ...NO_SLOTS,
    units: units.map(({ mention }) => mention),
    plans: plans.map(({ from, to, planIds, number }) => {
      const [start, end] = [message.words[from]?.start ?? 0, message.words[to - 1]?.end ?? 0]
      return { words: message.original.slice(start, end), start, end, planIds, number }
    }),
    sections: sections.map(({ path }) => path),
    topic: row === undefined ? topic : '',
    window: window ? { from: window.from, to: window.to } : null,
    ordinals: [
      ...(row === undefined ? [] : [row]),
      ...new Set(refs.flatMap(({ numbers, isAll }) => (isAll ? Array.from({ length: shown }, (_, at) => at + 1) : numbers))),
    ],
    ...(behalf && { onBehalf: formatBehalf(behalf, message) }),
  }
}

/** "Nguyên văn 2": a number that nothing else explains is a row of the list on the screen. */
function findRow(topic: string, shown: number): number | undefined {
  const row = Number(/^(?:số |so )?(\d{1,2})$/.exec(topic)?.[1])
  return row >= 1 && row <= shown ? row : undefined
}

function formatBehalf({ from, to, who }: FoundBehalf, { words, original }: NormalizedMessage): string {
  const last = words.slice(from, to).findLast(({ plain }) => /[a-z0-9]/.test(plain))
  return original.slice(words[who]!.start, last?.end)
}

/** What is left of the words once mentions and the words of asking are out. */
function listTopicWords({ sketch }: ReadMessage, lexicon: MessageLexicon): string[] {
  const asking = findGroup(sketch, 'asking', lexicon)
  return sketch
    .filter(
      ({ plain }, at) => !plain.startsWith('@') && /[a-z0-9]/.test(plain) && !asking.some(({ from, to }) => from <= at && at < to),
    )
    .map(({ text }) => text)
}
