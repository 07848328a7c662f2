const SPOKEN: Readonly<Record<string, number>> = {
  nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10, 'muoi mot': 11, mot: 1, hai: 2, ba: 3, bon: 4,
} // prettier-ignore
const HOUR =
  /(?:^|[^\d/])(\d{1,2}|(?<=(?:luc|hoi|vao) )(?:muoi mot|muoi|mot|hai|ba|bon|nam|sau|bay|tam|chin))\s*(?:gio|h(?![a-z])|:)\s*(\d{2}|ruoi)?(?![\d/])\s*(sang|trua|chieu|toi)?/

/** The time of day in folded words, "08:30": "4h chiều", "lúc bảy giờ"; the part of the day may stand elsewhere. Undefined when there is none. */
export function readHour(folded: string, partElsewhere?: string): string | undefined {
  const match = HOUR.exec(folded)
  if (!match) return undefined
  const [, written = '', rest, partBeside] = match
  const part = partBeside ?? partElsewhere
  const said = SPOKEN[written] ?? Number(written)
  const isAfternoon = (part === 'chieu' || part === 'toi') && said < 12
  const hour = said + (isAfternoon ? 12 : 0)
  const minute = rest === 'ruoi' ? 30 : Number(rest ?? 0)
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
