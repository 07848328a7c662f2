import { findListedRef } from './find-listed-ref.ts'
import type { FoundRef } from './found-ref.ts'
import { mendDutyRefs } from './mend-duty-refs.ts'
import type { MessageWord } from './normalized-message.ts'
import { headLength, listRange, readNumbers } from './read-duty-numbers.ts'

/** All references to duties by number. */
export function findDutyRefs(words: readonly MessageWord[]): FoundRef[] {
  const found: FoundRef[] = []
  for (let at = 0; at < words.length; at++) {
    const ref =
      findAll(words, at) ??
      findRest(words, at) ??
      findFirst(words, at) ??
      findNumbered(words, at) ??
      findListedRef(words, at, found) ??
      findExcepted(words, at, found)
    if (!ref) continue
    found.push(ref)
    at = ref.to - 1
  }
  return mendDutyRefs(words, found)
}

function findAll(words: readonly MessageWord[], at: number): FoundRef | undefined {
  if (/^(?:tat ca|toan bo)$/.test(`${words[at]?.plain} ${words[at + 1]?.plain}`)) return findEvery(words, at)
  if (words[at]?.plain !== 'ca') return undefined
  const [count] = readNumbers(words[at + 1])
  if (count === undefined) return undefined
  // "Cả 3 nv 4, 5, 6" counts what it names.
  const named = findNumbered(words, at + 2)
  if (named && named.numbers.length === count) return { ...named, from: at }
  return { from: at, to: at + 2 + headLength(words, at + 2), numbers: [count], isAll: true }
}

/** "mấy việc kia", "các nhiệm vụ khác", "những việc còn lại" */
function findRest(words: readonly MessageWord[], at: number): FoundRef | undefined {
  if (!/^(?:may|cac|nhung|so)$/.test(words[at]?.plain ?? '')) return undefined
  const head = headLength(words, at + 1)
  const said = `${words[at + 1 + head]?.plain} ${words[at + 2 + head]?.plain}`
  const [tail] = /^(?:con lai|kia|khac)(?= |$)/.exec(said) ?? []
  return head > 0 && tail
    ? { from: at, to: at + 1 + head + tail.split(' ').length, numbers: [], isAll: true, isRest: true }
    : undefined
}

/** "Hai nv đầu", "ba việc đầu tiên", "việc đầu tiên": as many from the top of the list. */
function findFirst(words: readonly MessageWord[], at: number): FoundRef | undefined {
  const head = headLength(words, at)
  if (head > 0)
    return readsTop(words, at + head, /^tien$/) ? { from: at, to: at + head + 2, numbers: [1], isAll: false } : undefined
  const counted = readNumbers(words[at])
  const top = at + 1 + headLength(words, at + 1)
  if (counted.length !== 1 || top === at + 1 || !readsTop(words, top, NOT_FROM_NOW)) return undefined
  const tail = TOP_TAILS.get(words[top + 1]?.plain ?? '') ?? 0
  return { from: at, to: top + 1 + tail, numbers: listRange(0, counted[0]!).slice(1), isAll: false }
}

function readsTop(words: readonly MessageWord[], at: number, further: RegExp): boolean {
  return words[at]?.plain === 'dau' && further.test(words[at + 1]?.plain ?? '')
}

/** "Đầu tư", "đầu tháng" are other words. */
const NOT_FROM_NOW = /^(?!(?:tu|moi|tuan|thang|quy|nam|mon|vao|ra)$)/
/** "đầu tiên", "đầu bảng", "đầu danh sách" */
const TOP_TAILS: ReadonlyMap<string, number> = new Map([
  ['tien', 1],
  ['bang', 1],
  ['danh', 2],
])

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
  let next = at + head + articleLength(words, at, head)
  const numbers = readOrdinal(words[next - 1], words[next])
  if (numbers.length === 0 || isYear(words, next)) return undefined
  next++
  if (/^(?:nham|sai|lon)$/.test(words[at - 1]?.plain ?? '')) return { from: at, to: next, numbers, isAll: false }
  for (let step = readNext(words, next); step; step = readNext(words, next)) {
    numbers.push(...step.numbers)
    next = step.to
  }
  return { from: at, to: skipCount(words, next, numbers.length), numbers, isAll: false }
}

/** "Nhiệm vụ số", "việc là", and what opens a list: "3 việc:" */
function articleLength(words: readonly MessageWord[], at: number, head: number): number {
  const articles = words.slice(at + head, at + head + 2).findIndex(({ plain }) => !/^(?:so|thu|cac|la)$/.test(plain))
  return articles === 0 && isCounted(words, at) ? listingLength(words, at + head) : articles < 0 ? 2 : articles
}

/** "3/6 việc", "2 nhiệm vụ": what is named behind belongs to the count. */
function isCounted(words: readonly MessageWord[], at: number): boolean {
  return /^(?:\d{1,2}\/)?\d{1,2}$/.test(words[at - 1]?.plain ?? '')
}

/** "việc: 1 và 4", "việc gồm 1, 2", "việc (1, 2)" */
function listingLength(words: readonly MessageWord[], at: number): number {
  const said = words
    .slice(at, at + 2)
    .map(({ plain }) => plain)
    .join(' ')
  return /^(?:gom(?: co| :)?|do la|la|[:(])(?= |$)/.exec(said)?.[0].split(' ').length ?? 0
}

/** "Nhiệm vụ năm nay" is not the fifth. */
function isYear(words: readonly MessageWord[], at: number): boolean {
  if (words[at + 1]?.plain === 'moi' && /^(?:xong|hoan|dung|lam|duoc|dat|la|phai|bat)$/.test(words[at + 2]?.plain ?? ''))
    return false
  return words[at]?.plain === 'nam' && /^(?:nay|ngoai|toi|sau|truoc|hoc|moi|qua|(?:19|20)\d\d)$/.test(words[at + 1]?.plain ?? '')
}

/** "Nhiệm vụ 1, 2 và 3 cả ba đều": the count of what was just named. */
function skipCount(words: readonly MessageWord[], at: number, count: number): number {
  const comma = Number(words[at]?.plain === ',')
  const isCount = words[at + comma]?.plain === 'ca' && readNumbers(words[at + comma + 1])[0] === count
  return isCount && count > 1 ? at + comma + 2 : at
}

/** "Việc 1-6 đã xong, trừ 3 và 5": numbers of the same list. */
function findExcepted(words: readonly MessageWord[], at: number, found: readonly FoundRef[]): FoundRef | undefined {
  if (found.length === 0 || words[at - 1]?.text !== 'trừ') return undefined
  const numbers = readNumbers(words[at])
  if (numbers.length === 0 || isOtherNumber(words[at + 1]?.plain ?? '', false)) return undefined
  let to = at + 1
  for (let step = readNext(words, to); step; step = readNext(words, to)) {
    numbers.push(...step.numbers)
    to = step.to
  }
  return { from: at, to, numbers, isAll: false }
}

/** ", 3" · "và 3" · "với nv 3" · "đến 5" · "→ 5", but not ", 50 %" nor "và 3 xã". */
function readNext(words: readonly MessageWord[], at: number): { numbers: number[]; to: number } | undefined {
  const width = jointLength(words, at)
  if (width === 0) return undefined
  const head = at + width + headLength(words, at + width)
  const from = head > at + width && words[head]?.plain === 'so' ? head + 1 : head
  const numbers = readNumbers(words[from])
  if (numbers.length === 0 || isOtherNumber(words[from + 1]?.plain ?? '', from > at + width)) return undefined
  if (!RANGES.test(words[at]!.plain)) return { numbers, to: from + 1 }
  const range = listFurther(words[at - 1], numbers)
  return range.length > 0 ? { numbers: range, to: from + 1 } : undefined
}

/** The numbers behind the one before the joint, up to the first behind it. */
function listFurther(before: MessageWord | undefined, [last = 0]: readonly number[]): number[] {
  return listRange(readNumbers(before).at(-1) ?? 0, last).slice(1)
}

function jointLength(words: readonly MessageWord[], at: number): number {
  const joint = words[at]?.plain ?? ''
  if (joint === '-' && words[at + 1]?.plain === '>') return 2
  return Number(RANGES.test(joint) || /^(?:,|va|voi|&|\+|cung|phay)$/.test(joint))
}

const RANGES = /^(?:den|toi|→|-|>|~)$/

function isOtherNumber(behind: string, hasHead: boolean): boolean {
  return behind === '%' || /^(?:phan|chuc)$/.test(behind) || (!hasHead && COUNTED.test(behind))
}

const COUNTED = /^(?:xa|chi|nguoi|dai|huyen|don|phong|lop|bai|tin|ngay|cuoc|buoi|truong|thon|tuan|thang)$/

/** "thứ nhất", "thứ tư", tones or not, beside whatever else is a number. */
function readOrdinal(before: MessageWord | undefined, word: MessageWord | undefined): number[] {
  const ordinal = before?.plain === 'thu' ? ORDINALS.get(word?.plain ?? '') : undefined
  return ordinal === undefined ? readNumbers(word) : [ordinal]
}

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['nhat', 1],
  ['tu', 4],
])
