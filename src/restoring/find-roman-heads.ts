import type { Token } from './split-tokens.ts'

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
const STROKES = /^(?:[IVXl1iTLtv|]{1,5}|m1?|H[I1l]?|[I1l]H)$/

/** What it costs that a head does not follow the one before, and that strokes were lost, found or read as other letters. */
const COSTS = { restart: 5, gap: 4, back: 9, lost: 3, found: 4, digits: 2, alone: 1 }

type Head = { readonly token: Token; readonly read: string; readonly isCapital: boolean }

/** The Roman numbers of section heads: each may have been misread, all of them together run I, II, III. */
export function findRomanHeads(tokens: readonly Token[]): ReadonlyMap<Token, string> {
  const heads = tokens.flatMap((token, at) => toHead(token, tokens[at + 1], tokens[at + 2]))
  let states: readonly State[] = [{ number: 0, cost: 0, path: undefined }]
  for (const head of heads) {
    const costs = ROMANS.map((roman) => costOfReading(roman, head))
    const next = costs.flatMap((cost, number) => (cost === Infinity ? [] : [extend(states, number + 1, cost, head.token)]))
    states = [...next, ...states.map((state) => ({ ...state, cost: state.cost + costOfSkipping(head) }))].sort(
      (a, b) => a.cost - b.cost,
    )
    states = states.filter(({ number }, at) => states.findIndex((other) => other.number === number) === at)
  }
  const found: [Token, string][] = []
  for (let step = states[0]?.path; step; step = step.before) found.push([step.token, ROMANS[step.number - 1]!])
  return new Map(found)
}

type Step = { readonly token: Token; readonly number: number; readonly before: Step | undefined }
type State = { readonly number: number; readonly cost: number; readonly path: Step | undefined }

function toHead(token: Token, separator: Token | undefined, next: Token | undefined): Head[] {
  if (token.kind !== 'mark' || !STROKES.test(token.text)) return []
  if (separator?.line !== token.line || !/^[.,-]/.test(separator.text)) return []
  const isCapital = next?.line === token.line && /^\p{Lu}{2}/u.test(next.text)
  const isRoman = /^(?=.*[IVX])[IVXl1]+$/.test(token.text)
  return isCapital || isRoman ? [{ token, read: token.text, isCapital }] : []
}

function extend(states: readonly State[], number: number, cost: number, token: Token): State {
  let best: State | undefined
  for (const state of states) {
    const total = state.cost + cost + costOfStep(state.number, number)
    if (!best || total < best.cost) best = { number, cost: total, path: { token, number, before: state.path } }
  }
  return best!
}

function costOfStep(from: number, to: number): number {
  if (to === from + 1) return 0
  if (to === 1) return COSTS.restart
  return to > from ? COSTS.gap * (to - from - 1) : COSTS.back
}

// What stands in no order with the others is no head of a section: a digit, a point "i)".
function costOfSkipping({ read, isCapital }: Head): number {
  if (/^\d+$/.test(read)) return isCapital ? 4 : 1
  return /^(?:II+|I?V|VI+|I?X)$/.test(read) ? 12 : 8
}

function costOfReading(roman: string, { read, isCapital }: Head): number {
  if (/^\d+$/.test(read) && (!isCapital || read.length !== roman.length)) return Infinity
  const strokes = read
    .replaceAll(/[l1iTLt|]/g, 'I')
    .replaceAll('v', 'V')
    .replaceAll('H', 'II')
    .replace(/^m1?$/, 'III')
    .replace('VV', 'V')
  const misread = /^\d+$/.test(read) ? COSTS.digits : read === roman ? 0 : COSTS.alone
  if (strokes === roman) return misread
  // Only strokes that stand side by side are run together.
  const [lost, found] = [roman.length - strokes.length, strokes.length - roman.length]
  if (lost > 0 && lost < 3 && collapse(roman) === collapse(strokes)) return misread + COSTS.lost * lost
  return found === 1 && collapse(roman) === collapse(strokes) ? misread + COSTS.found : Infinity
}

function collapse(strokes: string): string {
  return strokes.replaceAll(/I+/g, 'I')
}
