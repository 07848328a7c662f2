import type { UnitMention } from './intent.ts'
import type { NormalizedMessage } from './normalized-message.ts'

/** Words from-to (exclusive) that mean a unit, with the mention in terms of what was typed. */
export type FoundUnit = { readonly from: number; readonly to: number; readonly mention: UnitMention }

/** Units named in a message: looked for in its full words first, then in what was typed, where abbreviations of names stand. */
export function findUnitMentions(message: NormalizedMessage, findUnits: (text: string) => readonly UnitMention[]): FoundUnit[] {
  const full = listByWords(message, findUnits)
  const typed = findUnits(message.original).flatMap((mention) => {
    const from = message.words.findIndex((word) => word.end > mention.start)
    const to = message.words.findLastIndex((word) => word.start < mention.end) + 1
    return from >= 0 && to > from ? [{ from, to, mention }] : []
  })
  const further = typed.filter(({ from, to }) => !full.some((found) => found.from < to && from < found.to))
  return [...full, ...further].sort((one, other) => one.from - other.from)
}

function listByWords(message: NormalizedMessage, findUnits: (text: string) => readonly UnitMention[]): FoundUnit[] {
  const starts: number[] = []
  let text = ''
  for (const word of message.words) {
    starts.push(text.length)
    text += `${word.text} `
  }
  return findUnits(text.trimEnd()).flatMap((mention) => {
    const from = starts.findLastIndex((start) => start <= mention.start)
    const to = starts.findLastIndex((start) => start < mention.end) + 1
    const [first, last] = [message.words[from], message.words[to - 1]]
    if (!first || !last) return []
    const words = message.original.slice(first.start, last.end)
    return [{ from, to, mention: { ...mention, words, start: first.start, end: last.end } }]
  })
}
