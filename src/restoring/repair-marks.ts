import type { Channel } from './channel.ts'
import { findRomanHeads } from './find-roman-heads.ts'
import type { Token } from './split-tokens.ts'

// Points of Vietnamese papers run a, b, c, d, đ, e, g.
const POINTS = [...'abcdđeghiklmnopqrstuvxy']

const COSTS = { next: 0, first: 2, asRead: 2, other: 8 }

/** The marks of lines as they were printed, by the order in which they run: "¢)" after "b)" is c), "111-" after II is III. */
export function repairMarks(tokens: readonly Token[], letters: Channel): ReadonlyMap<Token, string> {
  const repaired = new Map<Token, string>(findRomanHeads(tokens))
  let point = ''
  for (const mark of tokens) {
    if (mark.kind !== 'mark') continue
    if (repaired.has(mark)) point = ''
    else {
      const next = matchMark(mark.text, point, letters)
      repaired.set(mark, next.text)
      point = next.point
    }
  }
  return repaired
}

function matchMark(read: string, point: string, letters: Channel): { text: string; point: string } {
  if (read === '1' && point === 'h') return { text: 'i', point: 'i' }
  if (read.length > 1 || /\d/.test(read)) return { text: read, point }
  const found = matchPoint(read, POINTS[POINTS.indexOf(point) + 1] ?? '', letters)
  return { text: read === read.toLowerCase() ? found : read, point: found }
}

function matchPoint(read: string, next: string, letters: Channel): string {
  const costOf = (point: string) => {
    const place = point === next ? COSTS.next : point === 'a' ? COSTS.first : point === read ? COSTS.asRead : COSTS.other
    return letters.cost(point, read) + place
  }
  return POINTS.reduce((best, point) => (costOf(point) < costOf(best) ? point : best), POINTS.includes(read) ? read : 'a')
}
