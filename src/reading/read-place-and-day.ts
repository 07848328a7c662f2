import { isoDay, type Day } from '../domain/calendar.ts'
import { fold } from '../text/fold.ts'

/** Địa danh, ngày tháng: the place and day of issue; the raw words where the day cannot be read. */
export type PlaceAndDay = { readonly place: string | null; readonly issuedOn: Day | null; readonly issuedOnRaw: string | null }

const DAY_WORDS = /ng[a-z]{1,2}\s*([^\s,;|]{0,4}?)[\s|]*th[a-z]{1,2}ng\s*([^\s,;|]{0,3})[\s|]*n[a-z]{1,3}\s*(\d{4})(?!\s*cua)/g
const PLACE = /((?:(?:Thành phố|TP\.?|Tp\.?)\s?)?\p{Lu}[\p{L}.]*(?:[\s-](?:\p{Lu}\p{L}*|\d{1,2}(?!\d)))*)\s*[,.;]\s*$/u
const PAPER_NUMBER = /^.*\d\s?[-–/]\s?\S+(?:\s?[-–/]\s?\S+)*\s+/u
const NATION = /^.*(?:VIỆT NAM|[Pp]húc)\s+/su
const NOT_A_PLACE = /^(?:UBND|HĐND|HU|TU|TW|UB)\s+/

/** Reads the place and day of issue from the head, over line wraps. */
export function readPlaceAndDay(head: readonly string[]): PlaceAndDay {
  const text = head
    .slice(0, 40)
    .map((line) => line || '|')
    .join(' ')
  for (const match of fold(text).matchAll(DAY_WORDS)) {
    const before = text.slice(0, match.index).replace(/^.*\|/s, '').replace(NATION, '').replace(PAPER_NUMBER, '')
    const place = PLACE.exec(before)?.[1]?.replace(NOT_A_PLACE, '') ?? null
    // In a preamble the day follows a paper's number or an acronym, at the head a place or nothing.
    if (before.trim() !== '' && (!place || /^\p{Lu}{1,4}g?$/u.test(place))) continue
    return { place, issuedOn: toDay(match), issuedOnRaw: text.slice(match.index, match.index + match[0].length) }
  }
  return { place: null, issuedOn: null, issuedOnRaw: null }
}

function toDay([, day = '', month = '', year = '']: RegExpMatchArray): Day | null {
  const isWhole = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month)
  return (isWhole && isoDay(Number(year), Number(month), Number(day))) || null
}

/** A day to count left-out years from when the day of issue is only partly readable: the first of its month or year. */
export function guessReferenceDay({ issuedOn, issuedOnRaw }: PlaceAndDay): Day | null {
  if (issuedOn || !issuedOnRaw) return issuedOn
  const year = Number(/(\d{4})\s*$/.exec(issuedOnRaw)?.[1])
  const month = Number(/th[a-z]{1,2}ng\s*(\d{1,2})/.exec(fold(issuedOnRaw))?.[1] ?? 1)
  return isoDay(year, month, 1) ?? null
}
