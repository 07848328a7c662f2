// Best place first. A part shorter than a third of the limit is not worth a better place, save for the space.
const PLACES: readonly { readonly shape: RegExp; readonly least: number }[] = [
  { shape: /\n[ \t]*\n/g, least: 1 / 3 },
  { shape: /\n/g, least: 1 / 3 },
  // "1. Chủ trì" is a list mark, not the end of a sentence.
  { shape: /(?<=[^\s\d][.!?…]["”’)]?)[ \t]/g, least: 1 / 3 },
  { shape: /\s/g, least: 0 },
]

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/** Text in parts of at most so many UTF-16 units, cut at a blank line, else a line, a sentence, a space, a grapheme. */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > limit) {
    const cut = findCut(rest, limit)
    const part = rest.slice(0, cut).trimEnd()
    // Indentation alone is no part.
    if (part) parts.push(part)
    rest = rest.slice(cut).replace(/^(?:[ \t]*\n)+|^[ \t]+/, '')
  }
  return rest ? [...parts, rest] : parts
}

function findCut(text: string, limit: number): number {
  const reach = text.slice(0, limit + 1)
  for (const { shape, least } of PLACES) {
    const last = [...reach.matchAll(shape)].at(-1)
    if (last && last.index > limit * least) return last.index
  }
  return findGraphemeCut(text, limit)
}

function findGraphemeCut(text: string, limit: number): number {
  // A grapheme that begins near the limit is seen whole only with some text behind it.
  const boundary = [...graphemes.segment(text.slice(0, limit + 64))].findLast(({ index }) => index > 0 && index <= limit)
  if (boundary) return boundary.index
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1))
  return splitsPair ? limit - 1 : limit
}
