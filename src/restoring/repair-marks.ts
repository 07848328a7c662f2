import type { Channel } from './channel.ts'
import type { Token } from './split-tokens.ts'

// Points of Vietnamese papers run a, b, c, d, đ, e, g.
const POINTS = [...'abcdđeghiklmnopqrstuvxy']
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

const COSTS = { next: 0, first: 2, asRead: 2, other: 8 }

/** The marks of lines as they were printed, by the order in which they run: "¢)" after "b)" is c), "111-" after II is III. */
export function repairMarks(marks: readonly Token[], letters: Channel): ReadonlyMap<Token, string> {
  const repaired = new Map<Token, string>()
  const hasRomans = marks.some(({ text }) => /^(?:I[I1l]+|IV|[1l][I1l]*I)$/.test(text))
  let place: Place = { point: '', roman: 0 }
  for (const mark of marks) {
    const next = matchMark(mark.text, place, hasRomans, letters)
    repaired.set(mark, next.text)
    place = next.place
  }
  return repaired
}

/** The last point and how many Roman numbers have been. */
type Place = { readonly point: string; readonly roman: number }

function matchMark(read: string, { point, roman }: Place, hasRomans: boolean, letters: Channel): { text: string; place: Place } {
  if (read === '1' && point === 'h') return { text: 'i', place: { point: 'i', roman } }
  if (/^[IVXl1]+$/.test(read)) return matchRoman(read, roman, hasRomans)
  if (read.length > 1 || /\d/.test(read)) return { text: read, place: { point, roman } }
  const found = matchPoint(read, POINTS[POINTS.indexOf(point) + 1] ?? '', letters)
  return { text: read === read.toLowerCase() ? found : read, place: { point: found, roman } }
}

function matchPoint(read: string, next: string, letters: Channel): string {
  const costOf = (point: string) => {
    const place = point === next ? COSTS.next : point === 'a' ? COSTS.first : point === read ? COSTS.asRead : COSTS.other
    return letters.cost(point, read) + place
  }
  return POINTS.reduce((best, point) => (costOf(point) < costOf(best) ? point : best), POINTS.includes(read) ? read : 'a')
}

// One may be missing: "1. MUC DICH" is left as it is, and II still follows.
function matchRoman(read: string, roman: number, hasRomans: boolean): { text: string; place: Place } {
  const next = read === '1' && !(roman > 0 && hasRomans) ? -1 : ROMANS.indexOf(read.replaceAll(/[l1]/g, 'I'))
  const isNext = next === roman || next === roman + 1
  return isNext ? { text: ROMANS[next]!, place: { point: '', roman: next + 1 } } : { text: read, place: { point: '', roman } }
}
