import type { Channel } from './channel.ts'
import type { Token } from './split-tokens.ts'

// Points of Vietnamese papers run a, b, c, d, đ, e, g.
const POINTS = [...'abcdđeghiklmnopqrstuvxy']
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

const COSTS = { next: 0, first: 2, asRead: 2, other: 8 }

/** The marks of lines as they were printed, by the order in which they run: "¢)" after "b)" is c), "111-" after II is III. */
export function repairMarks(marks: readonly Token[], letters: Channel): ReadonlyMap<Token, string> {
  const repaired = new Map<Token, string>()
  let point = ''
  let roman = 0
  const hasRomans = marks.some(({ text }) => /^(?:I[I1l]+|IV|[1l][I1l]*I)$/.test(text))
  for (const mark of marks) {
    if (mark.text === '1' && point === 'h') {
      point = 'i'
      repaired.set(mark, point)
    } else if (/^[IVXl1]+$/.test(mark.text)) {
      const next = ROMANS[roman]
      const isRoman = mark.text.replaceAll(/[l1]/g, 'I') === next && (mark.text.length > 1 || mark.text === 'I' || hasRomans)
      if (isRoman && (roman > 0 || mark.text !== '1')) repaired.set(mark, next)
      if (isRoman) roman++
      point = ''
    } else if (mark.text.length === 1 && !/\d/.test(mark.text)) {
      point = matchPoint(mark.text, POINTS[POINTS.indexOf(point) + 1] ?? '', letters)
      repaired.set(mark, mark.text === mark.text.toLowerCase() ? point : mark.text)
    }
  }
  return repaired
}

function matchPoint(read: string, next: string, letters: Channel): string {
  const costOf = (point: string) => {
    const place = point === next ? COSTS.next : point === 'a' ? COSTS.first : point === read ? COSTS.asRead : COSTS.other
    return letters.cost(point, read) + place
  }
  return POINTS.reduce((best, point) => (costOf(point) < costOf(best) ? point : best), POINTS.includes(read) ? read : 'a')
}
