import { findNumerals } from '../text/numerals.ts'
import type { MessageWord } from './normalized-message.ts'

const HEAD = /^(?:nhiem vu|viec|cong viec|cai viec|cai|y|dau viec|muc viec|dong)$/
const HIGHEST = 99
const LONGEST_RANGE = 20

/** How many words at a place call what is numbered a duty: "nhiệm vụ" 2, "việc" 1, others 0. */
export function headLength(words: readonly MessageWord[], at: number): number {
  if (HEAD.test(`${words[at]?.plain} ${words[at + 1]?.plain}`)) return 2
  return HEAD.test(words[at]?.plain ?? '') ? 1 : 0
}

/** The numbers of duties that one word says: "2" · "1,2" · "1-3" · "hai" */
export function readNumbers(word: MessageWord | undefined): number[] {
  if (!word) return []
  const [, first, last] = /^(\d{1,2})-(\d{1,2})$/.exec(word.plain) ?? []
  if (first && last) return listRange(Number(first), Number(last))
  const digits = /^\d{1,2}(?:,\d{1,2})*$/.test(word.plain) ? word.plain : (findNumerals(word.text)[0]?.digits ?? '')
  return digits.split(',').flatMap((part) => (part !== '' && Number(part) >= 1 && Number(part) <= HIGHEST ? [Number(part)] : []))
}

/** The numbers first-last; none where they do not go up or go up too far. */
export function listRange(first: number, last: number): number[] {
  return first < last && last <= first + LONGEST_RANGE ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : []
}
