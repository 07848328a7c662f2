import { fold } from '../../text/fold.ts'
import { readHour } from './read-hour.ts'

/** What somebody wishes of reminders; more than one thing may be wished at a time. */
export type Wish = {
  readonly isOff?: boolean
  readonly hour?: string
  readonly leadDays?: number
  readonly isEveryDay?: boolean
  /** What to do with the duties that are pointed at. */
  readonly duties?: 'snooze' | 'wake'
  /** Away: days tells how long where no day is said. */
  readonly leave?: { readonly days: number | null } | 'end'
  /** Somebody else is to be reminded meanwhile. */
  readonly hasStandIn?: boolean
}

const NUMBERS: Readonly<Record<string, number>> = {
  mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10,
} // prettier-ignore
const COUNT = `(\\d{1,2}|${Object.keys(NUMBERS).join('|')})`
const NOT = '(?:dung|khong|ngung|dung co|thoi|khoi|bo|tat|tam dung|dung lai)'

// Shapes see folded text.
const LEAVE =
  /(?:tam nghi|nghi phep|di phep|di cong tac|cong tac xa|nghi (?:tu|den|toi|het|om|tet|le|thai san|che do)|nghi (?:\d+|mot|hai|ba|bon|nam|sau|bay) (?:ngay|tuan)|tam dung nhac|tam ngung nhac|vang mat)/
const BACK = /(?:di lam lai|het phep|het nghi|bo nghi|huy nghi|da di lam|tro lai lam)/
const ON =
  /(?:bat|mo)(?: lai)?(?: cho (?:toi|em|minh))?(?: che do| chuc nang)? ?(?:nhac|thong bao)|^(?:bat|mo) lai|nhac lai (?:nhu cu|binh thuong)/
const WEEKEND = /(?:cuoi tuan|thu bay|thu 7|t7|chu nhat|cn(?![a-z])|ngay nghi|ngay le)/
const SILENCE = new RegExp(
  `${NOT}(?: (?:nhac|nhan|gui|bao|thong bao|lam phien))|tat (?:nhac|thong bao|chuong|tin|het)|im lang|${NOT} .{0,12}nhac`,
)
const LEAD = new RegExp(`(?:truoc|som)(?: han)? ${COUNT} (ngay|tuan)|${COUNT} (ngay|tuan)(?: lam viec)? (?:truoc|som)`)
const AWAY_FOR = new RegExp(`nghi ${COUNT} (ngay|tuan)`)
const STAND_IN = /(?:thay|truc|nhan giup|nhan ho|nhan thay|giao cho|chuyen cho)(?![a-z])/

/** Reads a wish from words; pointsAtDuty tells whether a duty is named in them. Empty when nothing can be read. */
export function readWish(text: string, pointsAtDuty: boolean): Wish {
  const folded = fold(text).replaceAll(/\s+/g, ' ').trim()
  if (BACK.test(folded)) return { leave: 'end' }
  if (LEAVE.test(folded)) return { leave: { days: readAwayDays(folded) }, hasStandIn: STAND_IN.test(folded) }
  const timing = readTiming(folded)
  if (timing.isEveryDay !== undefined) return timing
  const isSilence = SILENCE.test(folded)
  if (pointsAtDuty) return { ...timing, duties: isSilence ? 'snooze' : 'wake' }
  if (isSilence && Object.keys(timing).length === 0) return { isOff: true }
  return ON.test(folded) ? { ...timing, isOff: false } : timing
}

function readTiming(folded: string): Wish {
  const lead = LEAD.exec(folded)
  const hour = readHour(lead ? folded.replace(lead[0], ' ') : folded)
  const days = lead ? countDays(lead[1] ?? lead[3], lead[2] ?? lead[4]) : undefined
  const isWeekend = WEEKEND.test(folded)
  return {
    ...(hour !== undefined && { hour }),
    ...(days !== undefined && { leadDays: days }),
    ...(isWeekend && { isEveryDay: !SILENCE.test(folded) && !/chi (?:nhac )?(?:ngay lam viec|trong tuan)/.test(folded) }),
  }
}

// A week holds five working days.
function countDays(count: string | undefined, unit: string | undefined): number {
  return (NUMBERS[count ?? ''] ?? Number(count)) * (unit === 'tuan' ? 5 : 1)
}

function readAwayDays(folded: string): number | null {
  const match = AWAY_FOR.exec(folded)
  return match ? (NUMBERS[match[1] ?? ''] ?? Number(match[1])) * (match[2] === 'tuan' ? 7 : 1) : null
}
