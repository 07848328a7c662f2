import type { MessageWord } from './normalized-message.ts'

/** How far a clause says that the work has come; share is 0..1, percent only where it was said as such. */
export type Amount = { readonly from: number; readonly to: number; readonly share: number; readonly percent: number | null }

type Rule = (words: readonly MessageWord[], at: number) => Amount | undefined

/** The last amount of a clause: "từ 40% lên 65%" is 65 %. */
export function readAmount(words: readonly MessageWord[]): Amount | undefined {
  return words.flatMap((_, at) => RULES.flatMap((rule) => rule(words, at) ?? []).slice(0, 1)).at(-1)
}

/** 60 % · 60 phần trăm */
const readPercent: Rule = (words, at) => {
  const written = words[at]!.plain
  if (!/^\d{1,3}(?:[.,]\d+)?$/.test(written)) return undefined
  const isSign = words[at + 1]?.plain === '%'
  if (!isSign && `${words[at + 1]?.plain} ${words[at + 2]?.plain}` !== 'phan tram') return undefined
  return toPercent(written, at, at + (isSign ? 2 : 3))
}

/** "được 60" where nothing is counted */
const readBarePercent: Rule = (words, at) => {
  if (!/^(?:duoc|dat|khoang|tam|len|uoc)$/.test(words[at - 1]?.plain ?? '') || !/^\d{2}$/.test(words[at]!.plain)) return undefined
  return /^(?:roi|thoi|nua|$)/.test(words[at + 1]?.plain ?? '') ? toPercent(words[at]!.plain, at, at + 1) : undefined
}

/** 8/10 xã · 12 trên 15 chi bộ; a number like a date needs something that is counted behind it. */
const readFraction: Rule = (words, at) => {
  const parts = readParts(words, at)
  if (!parts || parts.whole === 0 || parts.part > parts.whole) return undefined
  const { part, whole, to } = parts
  if (isCounted(words, to)) return { from: at, to, share: part / whole, percent: null }
  const isShare = whole <= MOST_SHARES && /^(?:duoc|dat|khoang|hon|gan|xong|qua|lam|chung)$/.test(words[at - 1]?.plain ?? '')
  return isShare ? { from: at, to, share: part / whole, percent: Math.round((part / whole) * 100) } : undefined
}

function isCounted(words: readonly MessageWord[], at: number): boolean {
  const behind = words[at]?.plain ?? ''
  const isPerson = behind === 'chi' && words[at + 1] === undefined
  return /^[a-z]/.test(behind) && !NOT_COUNTED.test(behind) && !isPerson
}

const MOST_SHARES = 5

function readParts(words: readonly MessageWord[], at: number): { part: number; whole: number; to: number } | undefined {
  const slashed = /^(\d{1,3})\/(\d{1,3})$/.exec(words[at]!.plain)
  if (slashed) return { part: Number(slashed[1]), whole: Number(slashed[2]), to: at + 1 }
  const spoken = [words[at]!.plain, words[at + 1]?.plain, words[at + 2]?.plain].join(' ')
  const said = /^(\d{1,3}) (?:tren|trong) (\d{1,3})$/.exec(spoken)
  return said ? { part: Number(said[1]), whole: Number(said[2]), to: at + 3 } : undefined
}

const NOT_COUNTED = /^(?:xong|da|thi|moi|roi|em|anh|se|la|va|den|toi|vua|bao|nop|gui|duoc|nay|toi|nhe|chua|dang|hoan|co|phai)$/

/** một nửa · quá nửa · phân nửa */
const readHalf: Rule = (words, at) => {
  if (words[at]!.plain !== 'nua' || !/^(?:nửa|nua)$/.test(words[at]!.text)) return undefined
  const before = words[at - 1]?.plain ?? ''
  if (/^(?:qua|hon|tren)$/.test(before)) return { from: at - 1, to: at + 1, share: 0.6, percent: null }
  if (/^(?:gan|chua|chua duoc)$/.test(before)) return { from: at - 1, to: at + 1, share: 0.4, percent: null }
  return /^(?:mot|phan|duoc|xong|1|lam|dat|khoang)$/.test(before)
    ? { from: at - 1, to: at + 1, share: 0.5, percent: 50 }
    : undefined
}

/** còn 20 % nữa */
const readRest: Rule = (words, at) => {
  const left = readPercent(words, at)
  const isRest =
    words.slice(Math.max(0, at - 2), at).some(({ plain }) => plain === 'con') &&
    /^(?:nua|chua)$/.test(words[left?.to ?? 0]?.plain ?? '')
  return left && isRest ? { ...left, share: 1 - left.share, percent: 100 - (left.percent ?? 0) } : undefined
}

const RULES: readonly Rule[] = [readRest, readPercent, readBarePercent, readFraction, readHalf]

function toPercent(written: string, from: number, to: number): Amount | undefined {
  const percent = Number(written.replace(',', '.'))
  return percent <= 100 ? { from, to, share: percent / 100, percent } : undefined
}
