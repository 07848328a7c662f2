import { isoDay, type Day } from '../domain/calendar.ts'
import type { PlanHeader } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'
import { findCitations } from './find-citations.ts'
import { findDocumentNumbers, typeCodeOf } from './find-document-numbers.ts'
import type { ReadingWords } from './lexicon.ts'
import type { PaperParts } from './split-paper.ts'
import { readSigner } from './read-signer.ts'
import { readRecipients } from './read-recipients.ts'
import { readIssuer } from './read-issuer.ts'

/** What stands at the head and the foot of the paper. */
export function readHeader(parts: PaperParts, words: ReadingWords): PlanHeader {
  const head = parts.head.map(({ text }) => text)
  const number = readNumber(head)
  const type = readType(head, number, words)
  const when = readPlaceAndDay(head)
  const title = readTitle(head, words)
  const whole = [...parts.head, ...parts.body]
    .map(({ text }) => text)
    .filter(Boolean)
    .join(' ')
  return {
    number,
    type,
    issuer: readIssuer(parts, words),
    ...when,
    subject: title.subject,
    title: title.title,
    signer: readSigner(parts.foot.map(({ text }) => text)),
    recipients: readRecipients(parts.foot.map(({ text }) => text)),
    citations: findCitations(whole, number, words),
  }
}

function readNumber(head: readonly string[]): string | null {
  const lines = head.slice(0, 30)
  for (const [index, line] of lines.entries()) {
    const cue = /^\W*s\S{0,2}\s*[.:]?\s*(?=\d)|^\W*s\S{1,2}\s*[.:]?\s*$/.exec(fold(line))
    if (!cue) continue
    const rest = cue[0].length >= line.length ? (lines[index + 1] ?? '') : line.slice(cue[0].length)
    const [found] = findDocumentNumbers(rest)
    if (found && found.start < 3) return found.number
  }
  const bare = lines.slice(0, 12).flatMap((line) => {
    const [found] = findDocumentNumbers(line)
    return found && found.start <= 4 ? [found.number] : []
  })
  return bare[0] ?? null
}

function readType(head: readonly string[], number: string | null, words: ReadingWords): string | null {
  const code = number && typeCodeOf(number, Object.keys(words.types))
  if (code) return words.types[code]!
  const named = head.flatMap((line) =>
    Object.values(words.types).filter((type) => fold(line) === fold(type) && line === line.toUpperCase()),
  )
  return named[0] ?? (number ? words.letter : null)
}

const DAY_LINE = /(?:^|[\s,.;])ng[a-z]{1,2}\s*([^\s,]{0,4}?)\s*th[a-z]{1,2}ng\s*([^\s,]{1,3})\s*n[a-z]{1,3}\s*(\d{4})/
const PLACE = /(\p{Lu}[\p{L}.]*(?:\s+\p{Lu}[\p{L}.]*)*)\s*[,.;]\s*$/u

function readPlaceAndDay(head: readonly string[]): { place: string | null; issuedOn: Day | null; issuedOnRaw: string | null } {
  for (let index = 0; index < Math.min(head.length, 30); index += 1) {
    const two = `${head[index]} ${head[index + 1] ?? ''}`.trim()
    const match = DAY_LINE.exec(fold(two))
    if (!match || (head[index] === '' && index > 0) || match.index > head[index]!.length) continue
    const start = match.index + (/^[\s,.;]/.test(match[0]) ? 1 : 0)
    const place = PLACE.exec(two.slice(0, Math.max(start, 0)))?.[1] ?? null
    const [, day = '', month = '', year = ''] = match
    const isWhole = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month)
    const issuedOn = isWhole ? (isoDay(Number(year), Number(month), Number(day)) ?? null) : null
    return {
      place: place && place.replace(/^.*\b(?:UBND|HU|TU)\s+/, ''),
      issuedOn,
      issuedOnRaw: two.slice(start, match.index + match[0].length).trim(),
    }
  }
  return { place: null, issuedOn: null, issuedOnRaw: null }
}

function readTitle(head: readonly string[], words: ReadingWords): { title: string | null; subject: string | null } {
  const types = new Set(Object.values(words.types).map((type) => fold(type)))
  const at = head.findIndex(
    (line, index) => types.has(fold(line)) && (line === line.toUpperCase() || (index > 0 && head[index - 1] === '')),
  )
  const from = at >= 0 ? at + 1 : head.findIndex((line) => /^v\s*\/\s*v/i.test(line))
  if (from < 0) return { title: null, subject: null }
  const lines: string[] = []
  for (const line of head.slice(from)) {
    if (
      /^\W*(?:kinh gui|thuc hien .*(?:;|,)|can cu|xet de nghi|nham|de )/.test(fold(line)) &&
      lines.length > 0 &&
      (/^kinh gui|^can cu|^xet/.test(fold(line)) || isSentence(lines, head, line))
    )
      break
    if (line === '' && lines.length > 0 && endsTitle(head, from, line, lines)) break
    if (/dien\s*:$/.test(fold(line))) break
    if (line) lines.push(line)
    if (lines.length >= 14) break
  }
  const text = normalize(lines.join(' ').replace(/\s+/g, ' ').trim())
  const subject = text.replace(/^v\s*\/\s*v\s*:?\s*/i, '') || null
  const type = at >= 0 ? head[at]! : ''
  return { title: text ? (/^(?:của|về việc)\s/i.test(text) && /^của/i.test(text) ? `${type} ${text}` : text) : null, subject }
}

function isSentence(lines: readonly string[], head: readonly string[], line: string): boolean {
  return head.indexOf(line) > 0 && head[head.indexOf(line) - 1] === ''
}

function endsTitle(head: readonly string[], from: number, _line: string, lines: readonly string[]): boolean {
  const next = head.slice(from).find((text, index) => index > head.slice(from).indexOf(lines.at(-1)!) && text !== '')
  return !next || (!/^\p{Ll}/u.test(next) && next !== next.toUpperCase())
}
