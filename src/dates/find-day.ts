import type { Day } from '../domain/calendar.ts'
import { placeTimes } from './find-window.ts'
import { foldForDates } from './fold-for-dates.ts'

/** A single day that a message names; offsets in the NFC text. */
export type FoundDay = { readonly day: Day; readonly start: number; readonly end: number }

/** The one day that a message names, that after "đến", "tới", "sang" first: "lùi từ 30/11 đến 15/12" is 15/12. Vague ones ("đầu tháng sau") are none. */
export function findDay(text: string, today: Day): FoundDay | undefined {
  const folded = foldForDates(text.normalize('NFC'))
  const days = placeTimes(text, today).flatMap(({ day, start, end }): FoundDay[] =>
    day === undefined ? [] : [{ day, start, end }],
  )
  return days.find(({ start }) => /(?:^|\s)(?:den|toi|sang|thanh)\s*(?:ngay\s*)?$/.test(folded.slice(0, start))) ?? days[0]
}
