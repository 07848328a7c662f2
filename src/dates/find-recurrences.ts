import { buildShape } from './fold-for-dates.ts'
import type { Recurrence } from './recurrence.ts'
import { keepLongest, readNumber } from './written-times.ts'

/** isTail: holds only behind a day ("ngày 15 của tháng sau"). needsDay: holds only beside one ("báo cáo năm (trước ngày 15/12)"). */
export type FoundRecurrence = {
  readonly recurrence: Recurrence
  readonly start: number
  readonly end: number
  readonly isTail: boolean
  readonly needsDay: boolean
}

type Groups = Readonly<Record<string, string | undefined>>
type Rule = {
  readonly shape: RegExp
  readonly isTail?: true
  readonly needsDay?: true
  readonly read: (groups: Groups) => Recurrence | undefined
}

const EACH = '(?:hang|moi|tung)'
const UNIT = '(?<unit>ngay|tuan|thang(?! loi)|quy|nam)'
const COUNT = '(?<count>\\d{1,2}|mot|hai|ba|bon|nam|sau|chin|muoi)(?:_\\([^)]{2,20}\\))?'
const ONCE = '(?:0?1|mot)'
const WEEKDAY = '(?:thu_(?<weekday>[2-7]|hai|ba|tu|nam|sau|bay)|(?<sunday>chu nhat))'
const RULES: readonly Rule[] = [
  // hằng năm · mỗi quý · hằng tháng, quý, năm (the most frequent one named)
  { shape: buildShape(`${EACH} ${UNIT}(?:_(?:,|;|va|/)_(?:${EACH} )?(?:6 thang|tuan|thang|quy|nam)(?!_\\d))*`), read: ({ unit }) => every(unit, 1) },
  // định kỳ quý · định kỳ tháng, quý, năm
  { shape: buildShape(`dinh ky(?: theo)? ${UNIT}(?! _?\\d)(?:_(?:,|va|/)_(?:6 thang|thang|quy|nam)(?!_\\d))*`), read: ({ unit }) => every(unit, 1) },
  // định kỳ 6 tháng · định kỳ 03 tháng một lần · định kỳ tối thiểu 01 tuần/lần
  { shape: buildShape(`dinh ky,?(?: ${EACH}| toi thieu| it nhat)* ${COUNT}[ -]*${UNIT}(?!_\\d)(?:_,_(?:hang )?(?:1 |01 |mot )?nam(?!_\\d))?`), read: ({ count, unit }) => every(unit, readNumber(count)) },
  // 06 tháng/lần · 6 tháng một lần · hai tuần 1 lần
  { shape: buildShape(`(?:${EACH} )?${COUNT}_${UNIT}(?:_/_| )(?:${ONCE} )?lan`), read: ({ count, unit }) => every(unit, readNumber(count)) },
  // mỗi quý một lần · quý/lần
  { shape: buildShape(`(?:${EACH} )?${UNIT}(?:_/_| )(?:${ONCE} )?lan`), read: ({ unit }) => every(unit, 1) },
  // 02 lần/năm · hai lần mỗi năm · ít nhất 1 lần trong năm
  { shape: buildShape(`${COUNT} (?:lan|dot|ky)(?:_/_(?:${ONCE} )?| (?:moi|mot|trong|trong mot|tren) )${UNIT}(?!_\\d)`), read: ({ count, unit }) => share(unit, readNumber(count)) },
  // mỗi năm 02 lần · một năm hai lần · hằng năm ít nhất 01 lần
  { shape: buildShape(`(?:${EACH}|mot|0?1) ${UNIT},?(?: bao cao| to chuc| kiem tra| hop)?(?: it nhat| toi thieu)? ${COUNT} (?:lan|dot|ky)`), read: ({ count, unit }) => share(unit, readNumber(count)) },
  // hằng 6 tháng · mỗi 03 tháng
  { shape: buildShape(`${EACH} ${COUNT} ${UNIT}`), read: ({ count, unit }) => every(unit, readNumber(count)) },
  // 6 tháng và hằng năm · 6 tháng, 1 năm · 6 tháng, năm
  { shape: buildShape(`0?6 thang(?: dau nam)?_(?:,|va|/)_(?:hang |1 |01 |mot |ca |cuoi )?nam(?!_\\d)`), read: () => every('thang', 6) },
  // báo cáo 6 tháng (trước ngày 15/6) · báo cáo năm trước ngày 15/12
  { shape: buildShape(`bao cao 0?6 thang(?! (?:dau|cuoi))`), needsDay: true, read: () => every('thang', 6) },
  { shape: buildShape(`bao cao ${UNIT}(?=_(?:\\(|truoc|cham nhat))`), needsDay: true, read: ({ unit }) => every(unit, 1) },
  // thứ Sáu hằng tuần · chiều thứ 6 mỗi tuần · chủ nhật hằng tuần
  { shape: buildShape(`${WEEKDAY}_,?_(?:cua )?(?:${EACH} |cua )tuan`), read: readWeekday },
  // hằng tuần (vào chiều thứ Sáu) · mỗi tuần vào thứ 2
  { shape: buildShape(`(?:${EACH} |dinh ky )tuan_[,(]?_(?:vao )?(?:(?:sang|chieu|trua|cuoi|16_(?:h|gio)(?:_\\d{2})?)(?: ngay)? )?(?:ngay )?${WEEKDAY}`), read: readWeekday },
  // ngày cuối tháng · ngày cuối cùng hằng tháng · ngày cuối cùng của quý
  { shape: buildShape(`ngay(?: lam viec)? cuoi(?: cung)?(?: cua)?(?: ${EACH})? (?<unit>thang|quy)`), read: readLastDay },
  // tuần cuối cùng của tháng thứ 3 trong quý · tuần cuối hằng tháng
  { shape: buildShape(`tuan cuoi(?: cung)?(?: cua)?(?: ${EACH})?(?: thang (?:cuoi(?: cung)?|thu (?:3|ba)))?(?: cua| trong| moi| hang)* (?<unit>quy|(?<!tuan cuoi |cung )thang)(?!_\\d)`), read: readLastDay },
  // ngày 15 | của tháng trước đó · tháng sau · của tháng báo cáo
  { shape: buildShape(`(?<!(?:hang|moi|ky) )(?:cua )?thang (?:truoc(?: do)?|sau|ke tiep|ke sau|tiep theo|lien ke|lien sau|sau lien ke|bao cao|do)(?: lien ke| ke tiep)?`), isTail: true, read: () => every('thang', 1) },
  // ngày 20 | của tháng cuối quý · tháng thứ 3 trong quý · tháng đầu quý sau
  { shape: buildShape(`(?:cua )?thang (?<place>dau|giua|cuoi|thu (?:[123]|nhat|hai|ba))(?: cung)?(?: cua| trong| moi| hang)* quy(?: (?:sau|truoc|tiep theo|ke tiep|bao cao|tiep))?`), isTail: true, read: readMonthOfQuarter },
  // ngày 31/12 | của năm trước · năm sau · của năm báo cáo · của năm
  { shape: buildShape(`(?:cua )(?:moi |cac )?nam(?!_\\d| cuoi| dau)(?: (?:truoc|sau|ke tiep|ke hoach|tiep theo|lien ke|lien truoc|lien sau|bao cao|do|hoc))*`), isTail: true, read: () => every('nam', 1) },
  { shape: buildShape('(?<!(?:hang|moi|ky|cac|nhung) )nam (?:truoc|sau|ke tiep|ke hoach|tiep theo|lien ke|lien truoc|lien sau|bao cao)(?: lien ke| do| ke tiep)?'), isTail: true, read: () => every('nam', 1) },
] // prettier-ignore

/** Every "how often" in folded text, left to right, the longest of overlapping ones. */
export function findRecurrences(folded: string): FoundRecurrence[] {
  const found = RULES.flatMap(({ shape, isTail = false, needsDay = false, read }) =>
    [...folded.matchAll(shape)].flatMap((match) => {
      const recurrence = read(match.groups ?? {})
      return recurrence
        ? [{ recurrence, start: match.index, end: match.index + match[0].length, isTail, needsDay: isTail || needsDay }]
        : []
    }),
  )
  return keepLongest(found)
}

function every(unit: string | undefined, count: number | undefined): Recurrence | undefined {
  if (!count) return undefined
  if (unit === 'ngay') return { frequency: 'DAILY', interval: count }
  if (unit === 'tuan') return { frequency: 'WEEKLY', interval: count }
  if (unit === 'thang')
    return count % 12 === 0 ? { frequency: 'YEARLY', interval: count / 12 } : { frequency: 'MONTHLY', interval: count }
  return unit === 'quy' ? { frequency: 'MONTHLY', interval: 3 * count } : { frequency: 'YEARLY', interval: count }
}

/** Twice a year is every six months; a count that does not divide the unit says only that it comes back each unit. */
function share(unit: string | undefined, times: number | undefined): Recurrence | undefined {
  const months = unit === 'nam' ? 12 : unit === 'quy' ? 3 : undefined
  if (months && times && months % times === 0) return every('thang', months / times)
  return every(unit, 1)
}

const WEEKDAYS: Readonly<Record<string, string>> = {
  2: 'MO', hai: 'MO', 3: 'TU', ba: 'TU', 4: 'WE', tu: 'WE', 5: 'TH', nam: 'TH', 6: 'FR', sau: 'FR', 7: 'SA', bay: 'SA',
} // prettier-ignore

function readWeekday({ weekday, sunday }: Groups): Recurrence {
  return { frequency: 'WEEKLY', interval: 1, byDay: [sunday ? 'SU' : (WEEKDAYS[weekday ?? ''] ?? 'MO')] }
}

function readLastDay({ unit }: Groups): Recurrence {
  return {
    frequency: 'MONTHLY',
    interval: unit === 'quy' ? 3 : 1,
    ...(unit === 'quy' && { byMonth: [3, 6, 9, 12] }),
    byMonthDay: [-1],
  }
}

function readMonthOfQuarter({ place = '' }: Groups): Recurrence {
  const first = /dau|1|nhat/.test(place) ? 1 : /giua|2|hai/.test(place) ? 2 : 3
  return { frequency: 'MONTHLY', interval: 3, byMonth: [first, first + 3, first + 6, first + 9] }
}
