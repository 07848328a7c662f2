import { isoDay, type Day } from '../domain/calendar.ts'
import { fold } from '../text/fold.ts'

/** Typed evidence inside a message: a paper by its number, with its day where one stands beside it, or a link. */
export type FoundEvidence = {
  readonly item:
    | { readonly kind: 'document'; readonly number: string; readonly issuedOn: Day | null }
    | { readonly kind: 'link'; readonly url: string }
  readonly start: number
  readonly end: number
}

// A number has letters behind it: "112/BC-VHTT", "45-bc/hu", "16/2026/QD-UBND".
const NUMBER =
  /(?<![\p{L}\d/.-])\d{1,5}\s?[-–/]\s?(?:20\d\d\s?[-–/]\s?)?\p{L}{2,10}(?:\s?[-–/.]\s?\p{L}[\p{L}\d]{0,14}){0,3}(?![\p{L}\d])/gu
// Or, where a day follows, the kind of paper before it: "báo cáo số 112 ngày 20/11". Seen without accents.
const NAMED =
  /(?<![a-z\d])(?:bao cao|bc|cong van|cv|to trinh|ttr|quyet dinh|qd|bien ban|bb|ke hoach|kh|thong bao|tb)\s+(?:so\s+)?\d{1,5}(?=\s*,?\s*ngay\s+\d)/g
const LINK = /(?<![\p{L}\d@])(?:https?:\/\/|www\.)[^\s<>"']+/giu
const DAY =
  /^\s*,?\s*(?:\(\s*)?(?:(?:de|ky|ban hanh)\s+)?(?:ngay\s*)?(\d{1,2})(?:\s?[/.-]\s?|\s+thang\s+)(\d{1,2})(?:(?:\s?[/.-]\s?|\s+nam\s+)((?:20)?\d\d))?(?!\d)(?:\s*\))?/
// What a paper rests on does not show that it was carried out.
const BASIS =
  /(?:^|\s)(?:theo|can cu|thuc hien|trien khai|cua|trong|ve)\s+(?:(?:ke hoach|kh|cong van|cv|quyet dinh|qd|chi thi|nghi quyet|ket luan|chuong trinh|van ban|vb)\s+)?(?:so\s+)?$/
const SPOKEN_NUMBER = /(?:^|[\s,.(])(?:so|bc|bao cao|cong van|van ban)\s*:?\s*$/

/** The evidence that a message names, in order. Numbers of papers that charge with duties (`isCharging`) are none. */
export function findEvidence(text: string, today: Day, isCharging: (number: string) => boolean): FoundEvidence[] {
  const said = text.normalize('NFC')
  const folded = fold(said)
  const links = [...said.matchAll(LINK)].map(({ 0: words, index }): FoundEvidence => {
    const url = words.replace(/[.,;:!?)\]}…]+$/u, '')
    return { item: { kind: 'link', url }, start: index, end: index + url.length }
  })
  const isFree = (start: number) => !links.some((link) => link.start <= start && start < link.end)
  const coded = [...said.matchAll(NUMBER)].flatMap(({ 0: words, index }) => {
    const number = spellNumber(words)
    const isOne = /[-/]\p{L}+[-/.]/u.test(number) || /\p{Lu}{2}/u.test(words) || SPOKEN_NUMBER.test(folded.slice(0, index))
    return isOne && isFree(index) && !isCharging(number) && !BASIS.test(folded.slice(0, index))
      ? [{ number, start: index, end: index + words.length }]
      : []
  })
  const named = [...folded.matchAll(NAMED)].flatMap(({ 0: words, index }) =>
    isFree(index) ? [{ number: said.slice(index, index + words.length), start: index, end: index + words.length }] : [],
  )
  const papers = [...coded, ...named].map((paper): FoundEvidence => {
    const day = DAY.exec(folded.slice(paper.end))
    const issuedOn = day ? readPastDay(day, today) : null
    const end = issuedOn === null ? paper.end : paper.end + (day?.[0].length ?? 0)
    return { item: { kind: 'document', number: paper.number, issuedOn }, start: paper.start, end }
  })
  return [...links, ...papers].toSorted((left, right) => left.start - right.start)
}

function spellNumber(words: string): string {
  return words.replaceAll(/\s+/g, '').replaceAll('–', '-').toUpperCase()
}

/** A day without its year is the last one that has been: evidence exists already. */
function readPastDay([, day = '', month = '', year]: readonly (string | undefined)[], today: Day): Day | null {
  const named = year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year)
  const inYear = (of: number): Day | undefined => isoDay(of, Number(month), Number(day))
  if (named !== undefined) return inYear(named) ?? null
  const thisYear = Number(today.slice(0, 4))
  const recent = inYear(thisYear)
  return (recent !== undefined && recent <= today ? recent : inYear(thisYear - 1)) ?? null
}

const FILLER =
  /^(?:so|bao|cao|bc|cong|van|ban|vb|cv|ket|qua|minh|chung|bang|link|duong|dan|anh|chup|hinh|file|tep|tai|lieu|ho|so|gui|nop|bo|sung|dinh|kem|theo|cho|cua|em|chi|da|vang|thua|a|nhe|nha|day|la|va|co|toi|minh|xin|ky|ban|hanh|viec|nhiem|vu|nv|cai|thu|muc|ngay|o|tai|duoc|nay|sao|lai|day|roi|\d{1,2})$/

/** Whether a message is nothing but evidence and the words with which one hands it in. */
export function isOnlyEvidence(text: string, found: readonly FoundEvidence[]): boolean {
  const rest = removeEvidence(text, found)
  return found.length > 0 && !rest.includes('?') && isFiller(rest)
}

/** What a message says besides its evidence. */
export function removeEvidence(text: string, found: readonly FoundEvidence[]): string {
  let rest = text.normalize('NFC')
  for (const { start, end } of found.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  return rest
}

/** Whether words only hand something in: "gửi anh minh chứng ạ". */
export function isFiller(words: string): boolean {
  return (fold(words).match(/[a-z\d]+/g) ?? []).every((word) => FILLER.test(word))
}
