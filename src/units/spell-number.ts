import type { UnitLexicon } from './unit-lexicon.ts'

/** How a number below a hundred is spoken, formally and short: "35" -> "ba mươi lăm", "ba lăm". */
export function spellNumber(digits: string, { aliases: { numbers } }: UnitLexicon): string[] {
  const value = Number(digits)
  const [ten, tens, one, five] = numbers.slice(10)
  if (!Number.isInteger(value) || value > 99) return []
  if (value < 10) return numbers[value] ? [numbers[value]] : []
  const [high, low] = [Math.floor(value / 10), value % 10]
  const last = low === 5 ? five : low === 1 && high > 1 ? one : numbers[low]
  if (high === 1) return [low === 0 ? `${ten}` : `${ten} ${last}`]
  return low === 0 ? [`${numbers[high]} ${tens}`] : [`${numbers[high]} ${tens} ${last}`, `${numbers[high]} ${last}`]
}
