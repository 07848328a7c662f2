import { addDays, type Day, type Moment } from '../../domain/calendar.ts'
import type { CalendarEvent } from './list-calendar-events.ts'

/** Deadlines as iCalendar, RFC 5545: all-day events that leave the day free. */
export function renderCalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//dondoc//dondoc//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // The first for those who know RFC 7986, the second for those who do not.
    `NAME;VALUE=TEXT:${escapeText(name)}`,
    `X-WR-CALNAME;VALUE=TEXT:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap(renderEvent),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function renderEvent({ uid, day, rrule, summary, description, stamp }: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${formatMoment(stamp)}`,
    `DTSTART;VALUE=DATE:${formatDate(day)}`,
    // The end is the first day that no longer belongs to it.
    `DTEND;VALUE=DATE:${formatDate(addDays(day, 1))}`,
    ...(rrule === null ? [] : [`RRULE:${rrule}`]),
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function formatDate(day: Day): string {
  return day.replaceAll('-', '')
}

function formatMoment(moment: Moment): string {
  return `${moment.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** TEXT of RFC 5545: backslash, semicolon and comma escaped, line ends as \n, other control characters left out. */
function escapeText(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll('\\', '\\\\')
      .replaceAll(/[;,]/g, '\\$&')
      .replaceAll(/\r\n?|\n/g, '\\n')
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  )
}

const LONGEST = 75
const encoder = new TextEncoder()

/** Lines of at most 75 octets, further ones after a space; no letter is cut in two. */
function foldLine(line: string): string {
  const parts = ['']
  let size = 0
  for (const char of line) {
    const octets = encoder.encode(char).length
    if (size + octets > LONGEST) {
      parts.push('')
      size = 1
    }
    parts[parts.length - 1] += char
    size += octets
  }
  return parts.join('\r\n ')
}
