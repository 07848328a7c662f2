import type { FoundRef } from './found-ref.ts'
import type { MessageWord } from './normalized-message.ts'
import { readNumbers } from './read-duty-numbers.ts'

const MARK = /^[.):\-/]$/

/** A row of a list that tells of a duty by its number alone: "1. xong 2. đang làm", "1: xong, 2: 50%", "1 xong, 2 chưa làm". */
export function findListedRef(words: readonly MessageWord[], at: number, found: readonly FoundRef[]): FoundRef | undefined {
  const numbers = readNumbers(words[at])
  if (numbers.length === 0) return undefined
  return findMarked(words, at, numbers, found) ?? findBare(words, at, numbers, found)
}

/** "1. xong", "2) đang làm": at the head of a line, or next in the row of what is listed. */
function findMarked(
  words: readonly MessageWord[],
  at: number,
  numbers: number[],
  found: readonly FoundRef[],
): FoundRef | undefined {
  const mark = words[at + 1]?.plain ?? ''
  if (!MARK.test(mark) || words.length <= at + 2) return undefined
  const isRow = isAtHead(words, at) || isNext(words, at, found.at(-1), mark)
  return isRow && !isHeading(words, at + 2) ? { from: at, to: at + 2, numbers, isAll: false } : undefined
}

/** The number after the one that the last row began with, behind the same mark. */
function isNext(words: readonly MessageWord[], at: number, last: FoundRef | undefined, mark: string): boolean {
  if (!last || last.to - last.from !== 2 || words[last.to - 1]?.plain !== mark) return false
  const isFurther = Number(words[at]!.plain) === last.numbers.at(-1)! + 1
  return isFurther || (mark === ':' && /^[,;]$/.test(words[at - 1]!.plain))
}

/** "1 xong, 2 đang làm": a number with what is claimed of it right behind, and more of the same. */
function findBare(words: readonly MessageWord[], at: number, numbers: number[], found: readonly FoundRef[]): FoundRef | undefined {
  if (!/^\d/.test(words[at]!.plain)) return undefined
  const behind = words[at + 1]?.plain ?? ''
  const isTold = isAtHead(words, at)
    ? STATE.test(behind)
    : isFurtherBare(words, at, numbers, found) && (STATE.test(behind) || REACHED.test(behind) || words[at + 2]?.plain === '%')
  return isTold ? { from: at, to: at + 1, numbers, isAll: false } : undefined
}

function isFurtherBare(
  words: readonly MessageWord[],
  at: number,
  [number = 0]: readonly number[],
  found: readonly FoundRef[],
): boolean {
  const last = found.at(-1)
  if (!last || last.to !== last.from + 1) return false
  return /^(?:[,;.]|va|con|thi)$/.test(words[at - 1]?.plain ?? '') || number === (last.numbers.at(-1) ?? 0) + 1
}

const REACHED = /^(?:duoc|dat|moi|da|bi|tam|xin)$/
const STATE = /^(?:xong|dang|chua|gan|sap|hoan|vuong)$/

function isAtHead(words: readonly MessageWord[], at: number): boolean {
  return at === 0 || words[at - 1]!.plain.startsWith('\n')
}

/** "1. Quán triệt Kết luận 57: đã xong" names its duty by words. */
function isHeading(words: readonly MessageWord[], at: number): boolean {
  const behind = words.slice(at).map(({ plain }) => plain)
  const colon = behind.indexOf(':')
  return colon > 1 && !behind.slice(0, colon).some((plain) => /^(?:[,.;]|\n+)$/.test(plain))
}
