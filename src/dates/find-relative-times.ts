import type { DeadlinePiece } from './deadline-piece.ts'
import { buildShape } from './fold-for-dates.ts'
import { LUNAR_DAY, readNumber } from './written-times.ts'

type Groups = Readonly<Record<string, string | undefined>>
type Rule = {
  readonly shape: RegExp
  /** Holds only where the whole text is a phrase about time. */
  readonly isPhraseOnly?: true
  readonly read: (groups: Groups, event: string) => string | undefined
}

const WORDS = '(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?: (?:muoi|mot|hai|ba|bon|tu|lam|nam|sau|bay|tam|chin))?'
const UNIT = '(?<unit>ngay lam viec|ngay|gio lam viec|gio|tieng|h|phut|tuan|thang|quy|nam)(?!_\\d)(?: lam viec)?'
const DURATION = `(?:(?<count>\\d{1,3})(?:_\\([^)]{2,30}\\))?_|(?<words>${WORDS}) )${UNIT}`
const WITHIN =
  '(?:hoan thanh|xong|cham nhat|muon nhat|khong qua|toi da|toi thieu|it nhat|la|sau|truoc|trong|thoi han|thoi gian|vong|khong)'
const SINCE = ',?_(?:ke tu|tinh tu|tu|sau)(?:_,)?(?: (?:khi|ngay|thoi diem|luc|gio|sau khi))*'
const BEFORE = ',?_(?:truoc|so voi)(?: (?:khi|ngay|thoi diem|gio|thoi han|luc))*'
// Up to the end of the sentence or of the clause; a comma ends it only before a verb of charging or a further paper.
const EVENT = '(?<event>[^.;:\\n()|]{2,160})'

const RULES: readonly Rule[] = [
  // trong 05 ngày làm việc kể từ ngày nhận được hồ sơ · chậm nhất là sau 03 ngày kể từ khi … · trong thời hạn 24 (hai mươi tư) giờ kể từ thời điểm …
  { shape: buildShape(`(?:${WITHIN}[ ,]+)*${DURATION}${SINCE} ${EVENT}`), read: (groups, event) => afterDuration(groups, `after=${event}`) },
  // trước 05 ngày làm việc so với ngày họp · ít nhất 03 ngày trước khi khai mạc
  { shape: buildShape(`(?:${WITHIN}[ ,]+)*${DURATION}${BEFORE} (?!(?:ngay )?\\d)${EVENT}`), read: (groups, event) => afterDuration(groups, `before=${event}`) },
  // trước khi khai mạc ít nhất 05 ngày làm việc
  { shape: buildShape(`truoc (?:khi |ngay )?(?<event>[^.,;:()|\\d]{2,80}?),? (?:it nhat|toi thieu) ${DURATION}`), read: (groups, event) => afterDuration(groups, `before=${event}`) },
  // hoàn thành trước khai giảng năm học 2026 - 2027 · chậm nhất trước kỳ họp thường lệ giữa năm
  { shape: buildShape(`(?:(?:hoan thanh|xong|cham nhat|muon nhat)[ ,]+)*truoc (?<event>(?:le khai giang|khai giang|nam hoc|ky hop|mua mua|mua bao|mua kho|dai hoi|ngay bau cu|tet nguyen dan|hoi nghi|le hoi|festival)[^.;:()|,]{0,80})`), read: (_, event) => `before=${event}` },
  // trước 15 giờ ngày mùng 5 Tết · sáng 29 tháng Chạp: which day that is, the lunar year tells
  { shape: buildShape(`(?:(?:vao|truoc|sau|den|cham nhat)_)*(?:\\d{1,2}_(?:h|g|gio|:)_(?:\\d{2})?(?:_phut)?[ ,]+)?(?:(?:sang|chieu|toi|ngay) )*(?<event>${LUNAR_DAY}[^.;:()|,]{0,30})`), read: (_, event) => `on=${event}` },
  // trước khi trình HĐND tỉnh tại kỳ họp cuối năm
  { shape: buildShape(`truoc khi (?<event>(?:(?:trinh|khai mac|khai giang|ket thuc) [^.;:()|,]{3,80}|(?:khai hoi|khai mac|khai giang|bau cu|nghi (?:tet|le|he)|vao (?:nam hoc|mua))[^.;:()|,]{0,60}))`), read: (_, event) => `before=${event}` },
  // trình HĐND tỉnh tại kỳ họp thường lệ giữa năm 2026
  { shape: buildShape(`tai (?<event>ky hop (?:thuong le|chuyen de|thu|giua nam|cuoi nam)[^.;:()|,]{0,60})(?=_(?:$|[.;]))`), read: (_, event) => `on=${event}` },
  // báo cáo sau khi kết thúc niên độ ngân sách
  { shape: buildShape(`sau khi (?<event>ket thuc [^.;:()|,]{3,60})(?=_(?:$|[.;]))`), read: (_, event) => `after=${event}` },
  // trong thời hạn 05 ngày làm việc · hoàn thành trong 10 ngày · chậm nhất sau 03 ngày
  { shape: buildShape(`(?:(?:hoan thanh|xong|cham nhat|khong qua)(?: la| sau| trong| vong)*|(?:trong )?(?:thoi han|vong))(?: la| khong qua| toi da)*,? ${DURATION}(?! (?:qua|gan|nay))`), read: (groups) => afterDuration(groups) },
  { shape: buildShape(`(?:trong|sau|thoi gian)(?: khong qua| toi da| khoang)*,? ${DURATION}`), isPhraseOnly: true, read: (groups) => afterDuration(groups) },
  // 05 ngày làm việc
  { shape: buildShape(`${DURATION}(?=_(?:$|[.;]))`), isPhraseOnly: true, read: (groups) => (/^(?:ngay|gio|h)/.test(groups.unit ?? '') ? afterDuration(groups) : undefined) },
  // ngay khi phát hiện · ngay sau khi Quyết định được ban hành
  { shape: buildShape(`ngay(?: sau)?(?: khi| luc) ${EVENT}`), read: (_, event) => `P0D;after=${event}` },
  // ngay sau hội nghị
  { shape: buildShape(`ngay sau (?!do|day|khi)${EVENT}`), read: (_, event) => `P0D;after=${event}` },
  // thời gian thực hiện: sau khi Nghị định được ban hành
  { shape: buildShape(`(?:thoi (?:gian|han)(?: thuc hien| hoan thanh)?_:?_)(?:sau |ngay )?khi ${EVENT}`), read: (_, event) => `after=${event}` },
  { shape: buildShape(`(?:sau |truoc )?khi ${EVENT}`), isPhraseOnly: true, read: (_, event) => `after=${event}` },
  // sau khi Nghị định được ban hành · khi Chính phủ ban hành văn bản quy định chi tiết
  { shape: buildShape(`sau khi (?<event>[^.;:()|]{3,220}? (?:ban hanh|phe duyet|thong qua|co hieu luc|cong bo))`), read: (_, event) => `after=${event}` },
  { shape: buildShape(`khi (?<event>(?:trung uong|quoc hoi|chinh phu|thu tuong|cac bo|bo|cap co tham quyen|ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan)[^.;:()|]{3,120}? (?:ban hanh|phe duyet|thong qua|co)(?: (?:cac )?(?:van ban|nghi dinh|thong tu|huong dan|quyet dinh|ke hoach)[^.;:,()|]{0,80})?)`), read: (_, event) => `after=${event}` },
  // theo tiến độ xây dựng dự thảo
  { shape: buildShape(`(?:thoi (?:gian|han)(?: thuc hien| hoan thanh)?_:_)?(?:bao dam |dam bao |dung )?(?:theo |dung )(?<what>tien do|lo trinh)(?: ${EVENT})?`), read: ({ what }, event) => `per=${what === 'tien do' ? 'tiến độ' : 'lộ trình'}${event && ` ${event}`}` },
  { shape: buildShape(`theo (?<event>(?:thoi (?:han|gian|diem)|yeu cau|chuong trinh|ke hoach|lich)(?! quy dinh)[^.;:\\n()|]{2,160})`), isPhraseOnly: true, read: (_, event) => `per=${event}` },
] // prettier-ignore

/** Every time that hangs on an event, as an ISO duration with the event in the text's own words. `original` is the NFC text that was folded. */
export function findRelativeTimes(folded: string, original: string, isPhrase: boolean): DeadlinePiece[] {
  return RULES.filter(({ isPhraseOnly }) => isPhrase || !isPhraseOnly).flatMap(({ shape, read }) =>
    [...folded.matchAll(shape)].flatMap((match) => {
      const event = match.groups?.event
      const kept = event === undefined ? '' : cutEvent(event)
      const end = match.index + match[0].length - (event?.length ?? 0) + kept.length
      const eventAt = match.index + match[0].lastIndexOf(event ?? '')
      const value = read(match.groups ?? {}, shortenEvent(original.slice(eventAt, eventAt + kept.length)))
      return value ? [{ kind: 'relative' as const, value, rrule: null, start: match.index, end }] : []
    }),
  )
}

const UNITS: Readonly<Record<string, (count: number) => string>> = {
  'ngay lam viec': (count) => `P${count}WD`,
  ngay: (count) => `P${count}D`,
  'gio lam viec': (count) => `PT${count}WH`,
  gio: (count) => `PT${count}H`,
  h: (count) => `PT${count}H`,
  tieng: (count) => `PT${count}H`,
  phut: (count) => `PT${count}M`,
  tuan: (count) => `P${count}W`,
  thang: (count) => `P${count}M`,
  quy: (count) => `P${count * 3}M`,
  nam: (count) => `P${count}Y`,
}

function afterDuration({ count: figures, words, unit = '' }: Groups, event?: string): string | undefined {
  const count = readNumber(figures ?? words)
  const duration = count === undefined ? undefined : UNITS[unit.replaceAll(/\s+/g, ' ')]?.(count)
  return duration && (event ? `${duration};${event}` : duration)
}

/** The event ends with its clause; a comma right after its first word or two belongs to it. */
function cutEvent(event: string): string {
  return (/^.{8,}?(?=,\s)/.exec(event)?.[0] ?? event).replace(/[\s,-]+$/, '')
}

/** The event in few words: without the helping verb and the formulas that papers append. */
function shortenEvent(event: string): string {
  return event
    .replaceAll(/\s+/g, ' ')
    .replace(/^(nhận|nhan) (?:được|duoc) /iu, '$1 ')
    .replace(/ (?:hợp lệ|hop le|thi hành|thi hanh|trở lại|tro lai|theo quy định|theo quy dinh)$/iu, '')
}
