import { parseNumeral } from '../text/numerals.ts'
import type { MessageWord } from './normalized-message.ts'

/** Words from-to (exclusive) that point at duties by number: "nhiệm vụ 2", "việc 1 và 3", "cái thứ hai", "cả 3", "tất cả". */
export type FoundRef = {
  readonly from: number
  readonly to: number
  readonly numbers: readonly number[]
  /** "cả", "cả 3", "tất cả": everything shown, of which numbers may tell how many. */
  readonly isAll: boolean
}

const HEAD = /^(?:nhiem vu|viec|cong viec|cai|y|dau viec|muc viec|dong)$/
const HIGHEST = 99

/** All references to duties by number. */
export function findDutyRefs(words: readonly MessageWord[]): FoundRef[] {
  const found: FoundRef[] = []
  for (let at = 0; at < words.length; at++) {
    const ref = findAll(words, at) ?? findNumbered(words, at)
    if (!ref) continue
    found.push(ref)
    at = ref.to - 1
  }
  return found
}

function findAll(words: readonly MessageWord[], at: number): FoundRef | undefined {
  if (/^(?:tat ca|toan bo)$/.test(`${words[at]?.plain} ${words[at + 1]?.plain}`)) return findEvery(words, at)
  if (words[at]?.plain !== 'ca') return undefined
  const count = readNumber(words[at + 1])
  return count === undefined ? undefined : { from: at, to: at + 2 + headLength(words, at + 2), numbers: [count], isAll: true }
}

/** "Tất cả đã xong", "tất cả các việc", but not "tất cả các xã". */
function findEvery(words: readonly MessageWord[], at: number): FoundRef | undefined {
  const articles = /^(?:cac|nhung)$/.test(words[at + 2]?.plain ?? '') ? 1 : 0
  const head = headLength(words, at + 2 + articles)
  const to = at + 2 + (head > 0 ? articles + head : 0)
  const behind = words[to]?.plain ?? ''
  const isOfDuties = head > 0 || !/^[a-z]/.test(behind) || /^(?:deu|da|xong|dang|chua|cung|hoan|roi)$/.test(behind)
  return isOfDuties ? { from: at, to, numbers: [], isAll: true } : undefined
}

function findNumbered(words: readonly MessageWord[], at: number): FoundRef | undefined {
  const head = headLength(words, at)
  if (head === 0) return undefined
  let next = at + head
  while (/^(?:so|thu|cac|la)$/.test(words[next]?.plain ?? '') && next < at + head + 2) next++
  const first = readNumber(words[next])
  if (first === undefined) return undefined
  const numbers = [first]
  next++
  for (;;) {
    const step = readNext(words, next)
    if (!step) break
    numbers.push(step.number)
    next = step.to
  }
  return { from: at, to: next, numbers, isAll: false }
}

/** ", 3" · "và 3" · "với nv 3", but not ", 50 %" nor "và 3 xã". */
function readNext(words: readonly MessageWord[], at: number): { number: number; to: number } | undefined {
  if (!/^(?:,|va|voi|&|\+|cung)$/.test(words[at]?.plain ?? '')) return undefined
  const from = at + 1 + headLength(words, at + 1)
  const number = readNumber(words[from])
  const behind = words[from + 1]?.plain ?? ''
  if (number === undefined || behind === '%') return undefined
  const isCounted =
    /^[a-z]+$/.test(behind) && from === at + 1 && /^(?:xa|chi|nguoi|dai|huyen|don|phong|lop|bai|tin|phan|ngay|cuoc)$/.test(behind)
  return isCounted ? undefined : { number, to: from + 1 }
}

function headLength(words: readonly MessageWord[], at: number): number {
  if (HEAD.test(`${words[at]?.plain} ${words[at + 1]?.plain}`)) return 2
  return HEAD.test(words[at]?.plain ?? '') ? 1 : 0
}

function readNumber(word: MessageWord | undefined): number | undefined {
  if (!word) return undefined
  const digits = /^\d{1,2}$/.test(word.plain) ? word.plain : parseNumeral(word.text)
  const number = Number(digits)
  return digits !== undefined && number >= 1 && number <= HIGHEST ? number : undefined
}
