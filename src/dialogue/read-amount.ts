import type { MessageWord } from './normalized-message.ts'

/** How far a clause says that the work has come; share is 0..1, percent only where it was said as such. */
export type Amount = {
  readonly from: number
  readonly to: number
  readonly share: number
  readonly percent: number | null
  /** "60-70 %", "sáu bảy chục phần trăm": at least that much. */
  readonly isRough?: boolean
}

type Rule = (words: readonly MessageWord[], at: number) => Amount | undefined

/** The last amount of a clause: "từ 40% lên 65%" is 65 %. */
export function readAmount(words: readonly MessageWord[]): Amount | undefined {
  const all = listAmounts(words)
  // "90% (tuần trước 75%)": what was so before is so no more.
  const amounts = all.filter(({ from }) => !isFormer(words, from))
  // "Được ba phần tư, còn một phần tư nữa": the rest follows from what is done.
  return (amounts.length > 0 ? amounts : all).findLast(({ from }, at) => at === 0 || words[from - 1]?.plain !== 'con')
}

/** Whether an amount is how far the work was before: "tuần trước 75%", "lần trước mới được 60%", "trước đó là 40%". */
export function isFormer(words: readonly MessageWord[], at: number): boolean {
  const before = words
    .slice(Math.max(0, at - FORMER_WITHIN), at)
    .map(({ plain }) => plain)
    .join(' ')
  return FORMER.test(before)
}

const FORMER_WITHIN = 6
const FORMER =
  /(?:^| )(?:(?:tuan|thang|ky|lan|hom|ngay|quy|dot) truoc|hom qua|truoc (?:do|day|kia)|hoi truoc)(?: (?:moi|chi|la|duoc|dat|o|muc|bao|ghi|co))*$/

/** Every amount of a clause, in the order in which they are said. */
export function listAmounts(words: readonly MessageWord[]): Amount[] {
  const amounts: Amount[] = []
  for (let at = 0; at < words.length; at++) {
    const amount = isDenied(words, at) ? undefined : RULES.map((rule) => rule(words, at)).find(Boolean)
    if (!amount) continue
    amounts.push(amount)
    // What a range ends with is no amount of its own.
    if (amount.isRough) at = amount.to - 1
  }
  return amounts
}

/** "75 % chứ không phải 57 %", "60 % thay vì 80 %" */
function isDenied(words: readonly MessageWord[], at: number): boolean {
  const before = words
    .slice(Math.max(0, at - 3), at)
    .map(({ plain }) => plain)
    .join(' ')
  return /(?:^| )(?:khong phai(?: la)?|thay vi|thay cho)$/.test(before)
}

/** 60 % · 60 phần trăm · 6 chục phần trăm */
const readPercent: Rule = (words, at) => {
  const isTens = words[at + 1]?.plain === 'chuc'
  const written = isTens ? String(toDigit(words[at]!.plain) * 10) : words[at]!.plain
  if (!/^\d{1,3}(?:[.,]\d+)?$/.test(written)) return undefined
  const behind = at + (isTens ? 2 : 1)
  const isSign = words[behind]?.plain === '%'
  if (!isSign && `${words[behind]?.plain} ${words[behind + 1]?.plain}` !== 'phan tram') return undefined
  return toPercent(written, at, behind + (isSign ? 1 : 2))
}

/** 60-70 % · 60 đến 70 phần trăm · sáu bảy chục phần trăm: the lower end, for nobody knows more */
const readRange: Rule = (words, at) => readSpokenRange(words, at) ?? readTypedRange(words, at)

const readTypedRange: Rule = (words, at) => {
  const said = words
    .slice(at, at + RANGE_WITHIN)
    .map(({ plain }) => plain)
    .join(' ')
  const [range, low = '', high = '', tens] = RANGE.exec(said) ?? []
  if (!range || /^(?:tu|tang)$/.test(words[at - 1]?.plain ?? '')) return undefined
  const scale = tens ? 10 : 1
  const percent = Number(low) * scale
  return isNear(Number(low), Number(high), scale)
    ? { from: at, to: at + range.split(' ').length, share: percent / 100, percent, isRough: true }
    : undefined
}

const RANGE = /^(\d{1,2})(?: ?[-–] ?| (?:den|toi) |,(?=\d (?:chuc|10|muoi)))(\d{1,3})( chuc| 10| muoi)? (?:%|phan tram)(?= |$)/
const RANGE_WITHIN = 7

/** "bốn năm chục", each number by itself */
function readSpokenRange(words: readonly MessageWord[], at: number): Amount | undefined {
  const [low, high] = [toDigit(words[at]!.plain), toDigit(words[at + 1]?.plain ?? '')]
  const behind = words
    .slice(at + 2, at + RANGE_WITHIN)
    .map(({ plain }) => plain)
    .join(' ')
  const [tens] = /^(?:chuc|muoi) (?:%|phan tram)(?= |$)/.exec(behind) ?? []
  if (!tens || low < 1 || low > 8 || high !== low + 1) return undefined
  return { from: at, to: at + 2 + tens.split(' ').length, share: low / 10, percent: low * 10, isRough: true }
}

/** Spoken digits follow each other; "40 đến 70 %" is how far it rose. */
function isNear(low: number, high: number, scale: number): boolean {
  return low < high && high * scale <= 100 && high - low <= (scale > 1 ? 1 : MOST_APART)
}

const MOST_APART = 20

/** "được 60", "nv 3: 60" where nothing is counted */
const readBarePercent: Rule = (words, at) => {
  const [before, written, behind] = [words[at - 1]?.plain ?? '', words[at]!.plain, words[at + 1]?.plain ?? '']
  const isOfDuty = isSaidOfDuty(words, at)
  if (!isOfDuty && !/^(?:duoc|dat|khoang|tam|len|uoc)$/.test(before)) return undefined
  if (!/^\d{2}$/.test(written) && !(isOfDuty && /^(?:0|100)$/.test(written))) return undefined
  return /^(?:roi|thoi|nua|chu|nhe|$)/.test(behind) ? toPercent(written, at, at + 1) : undefined
}

/** "Nv 1 là 80", and "nv 1 80" with nothing behind it */
function isSaidOfDuty(words: readonly MessageWord[], at: number): boolean {
  const before = words[at - 1]?.plain ?? ''
  if (before === '@duty') return at === words.length - 1
  return /^(?:la|thanh|:|con)$/.test(before) && words.slice(0, at).some(({ plain }) => plain === '@duty')
}

/** 8/10 xã · 12 trên 15 chi bộ · 2 phần 3; a number like a date needs something that is counted behind it. */
const readFraction: Rule = (words, at) => {
  const parts = readParts(words, at)
  if (/^(?:thu|hang|ngay|trang)$/.test(words[at - 1]?.plain ?? '')) return undefined
  if (!parts || parts.whole < 1 || parts.part < 0 || parts.part > parts.whole || isAttendance(words, parts.to)) return undefined
  const amount = { from: at, to: parts.to, share: parts.part / parts.whole }
  const kind = rateFraction(parts, words, at)
  return kind && { ...amount, percent: kind === 'share' ? Math.round(amount.share * 100) : null }
}

/** "86/90 đại biểu dự" tells of a meeting, not how far the work has come. */
function isAttendance(words: readonly MessageWord[], at: number): boolean {
  const behind = words.slice(at, at + ATTENDANCE_WITHIN).map(({ plain }) => plain)
  return (
    /^(?:dai|nguoi|luot|dang|hoc|can|thanh)$/.test(behind[0] ?? '') &&
    / (?:du|tham du|tham gia|co mat)(?: |$)/.test(` ${behind.join(' ')}`)
  )
}

const ATTENDANCE_WITHIN = 5

/** Whether a fraction is a share of the work itself or a count of places, people or papers. */
function rateFraction({ whole, to, isFraction }: Parts, words: readonly MessageWord[], at: number): 'share' | 'count' | undefined {
  const isFew = whole <= MOST_SHARES
  const isOfWhole = OF_WHOLE.test(`${words[to]?.plain} ${words[to + 1]?.plain}`)
  if (isFraction || (isOfWhole && isFew)) return 'share'
  if (!isOfWhole && isCounted(words, to)) return 'count'
  if (!isLed(words, at)) return undefined
  return isFew ? 'share' : isOfWhole ? 'count' : undefined
}

/** "đạt 3/4", "mới 2/5": no day of a month. */
function isLed(words: readonly MessageWord[], at: number): boolean {
  return LEADS_SHARE.test(words[at - 1]?.plain ?? '')
}

function isCounted(words: readonly MessageWord[], at: number): boolean {
  const behind = words[at]?.plain ?? ''
  const isPerson = behind === 'chi' && words[at + 1] === undefined
  // "Ở 9/12 đơn vị" counts units, "9/12 Sở Tài chính" is a day.
  if (behind === '@unit' && /^(?:o|tai|cho|xuong)$/.test(words[at - 2]?.plain ?? '')) return true
  return /^[a-z]/.test(behind) && !NOT_COUNTED.test(behind) && !isPerson
}

const MOST_SHARES = 5

const LEADS_SHARE = /^(?:duoc|dat|khoang|tam|uoc|moi|hon|gan|xong|qua|lam|chung|@duty|:)$/
const OF_WHOLE = /^(?:khoi luong|cong viec|noi dung|ke hoach|tien do|chang duong|quang duong|phan viec|chi tieu)$/

/** 4 thôn trên tổng 11 thôn */
function readAmong(words: readonly MessageWord[], at: number): Parts | undefined {
  const said = words
    .slice(at, at + AMONG_WITHIN)
    .map(({ plain }) => plain)
    .join(' ')
  const [whole, part, , total] = /^(\d{1,3}) ([a-z]+) (?:tren|trong) (?:tong )?(?:so )?(\d{1,3})(?= )/.exec(said) ?? []
  return part && total && whole
    ? { part: Number(part), whole: Number(total), to: at + whole.split(' ').length, isFraction: false }
    : undefined
}

const AMONG_WITHIN = 8

/** 12 xã (thì) 9 xã xong */
function readWholeFirst(words: readonly MessageWord[], at: number): Parts | undefined {
  const said = words
    .slice(at, at + AMONG_WITHIN)
    .map(({ plain }) => plain)
    .join(' ')
  const [spoken, whole, , part] = /^(\d{1,3}) ([a-z]+(?: [a-z]+)?) (?:da )?(\d{1,3}) \2(?= )/.exec(said) ?? []
  return spoken && Number(part) <= Number(whole)
    ? { part: Number(part), whole: Number(whole), to: at + spoken.split(' ').length - 1, isFraction: false }
    : undefined
}
const SAID = ['khong', 'mot', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']

function toDigit(said: string): number {
  if (/^\d+$/.test(said)) return Number(said)
  return SAID.indexOf(said === 'bon' ? 'tu' : said)
}

type Parts = { readonly part: number; readonly whole: number; readonly to: number; readonly isFraction: boolean }

function readParts(words: readonly MessageWord[], at: number): Parts | undefined {
  const slashed = /^(\d{1,3})\/(\d{1,3})$/.exec(words[at]!.plain)
  if (slashed) return { part: Number(slashed[1]), whole: Number(slashed[2]), to: at + 1, isFraction: false }
  const spoken = [words[at]!.plain, words[at + 1]?.plain, words[at + 2]?.plain].join(' ')
  const said = /^(\d{1,3}) (?:tren|trong) (\d{1,3})$/.exec(spoken)
  const among = readAmong(words, at) ?? readWholeFirst(words, at)
  if (among) return among
  if (said) return { part: Number(said[1]), whole: Number(said[2]), to: at + 3, isFraction: false }
  const [, part, whole] = /^([a-z]+|\d{1,2}) phan ([a-z]+|\d{1,2})$/.exec(spoken)?.map(toDigit) ?? []
  return part && whole ? { part, whole, to: at + 3, isFraction: true } : undefined
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

const MOST_PERCENT = 200

const RULES: readonly Rule[] = [readRange, readRest, readPercent, readBarePercent, readFraction, readHalf]

function toPercent(written: string, from: number, to: number): Amount | undefined {
  const percent = Number(written.replace(',', '.'))
  // More than all is all.
  const reached = Math.min(percent, 100)
  return percent <= MOST_PERCENT ? { from, to, share: reached / 100, percent: reached } : undefined
}
