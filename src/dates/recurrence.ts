/** How often something comes back; the parts of an RFC 5545 rule that papers use. */
export type Recurrence = {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  readonly byMonth?: readonly number[]
  /** -1 is the last day of the month. */
  readonly byMonthDay?: readonly number[]
  /** MO TU WE TH FR SA SU */
  readonly byDay?: readonly string[]
}

/** The RFC 5545 rule of a recurrence: "FREQ=MONTHLY;INTERVAL=3". */
export function formatRrule({ frequency, interval, byMonth, byMonthDay, byDay }: Recurrence): string {
  return [
    `FREQ=${frequency}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(byMonth ? [`BYMONTH=${byMonth.join(',')}`] : []),
    ...(byMonthDay ? [`BYMONTHDAY=${byMonthDay.join(',')}`] : []),
    ...(byDay ? [`BYDAY=${byDay.join(',')}`] : []),
  ].join(';')
}

/** Reads a rule that `formatRrule` wrote; undefined for parts that no paper here uses. */
export function parseRrule(rrule: string): Recurrence | undefined {
  const parts = new Map(rrule.split(';').map((part) => part.split('=', 2) as [string, string]))
  const frequency = parts.get('FREQ')
  if (frequency !== 'DAILY' && frequency !== 'WEEKLY' && frequency !== 'MONTHLY' && frequency !== 'YEARLY') return undefined
  const listNumbers = (name: string) => parts.get(name)?.split(',').map(Number)
  const byMonth = listNumbers('BYMONTH')
  const byMonthDay = listNumbers('BYMONTHDAY')
  const byDay = parts.get('BYDAY')?.split(',')
  return {
    frequency,
    interval: Number(parts.get('INTERVAL') ?? 1),
    ...(byMonth && { byMonth }),
    ...(byMonthDay && { byMonthDay }),
    ...(byDay && { byDay }),
  }
}

const MONTHLY_WORDS: Readonly<Record<number, string>> = { 1: 'monthly', 3: 'quarterly', 6: 'half-yearly', 12: 'yearly' }
const PLAIN_WORDS = { DAILY: 'daily', WEEKLY: 'weekly', YEARLY: 'yearly' } as const

/** The plain word for how often: "quarterly". */
export function formatFrequency({ frequency, interval }: Recurrence): string {
  if (frequency === 'MONTHLY') return MONTHLY_WORDS[interval] ?? `every ${interval} months`
  return interval === 1
    ? PLAIN_WORDS[frequency]
    : `every ${interval} ${{ DAILY: 'days', WEEKLY: 'weeks', YEARLY: 'years' }[frequency]}`
}
