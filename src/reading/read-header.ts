import type { PlanHeader } from '../domain/plan.ts'
import { findCitations } from './find-citations.ts'
import { findDocumentNumbers, typeCodeOf } from './find-document-numbers.ts'
import { fold } from '../text/fold.ts'
import type { ReadingLexicon, ReadingWords } from './lexicon.ts'
import { readIssuer } from './read-issuer.ts'
import type { Line } from './read-lines.ts'
import { readPlaceAndDay } from './read-place-and-day.ts'
import { readRecipients } from './read-recipients.ts'
import { readSigner } from './read-signer.ts'
import { readTitle } from './read-title.ts'
import type { PaperParts } from './split-paper.ts'

/** What stands at the head and the foot of the paper. */
export function readHeader(parts: PaperParts, { words, units }: ReadingLexicon): PlanHeader {
  const head = textsOf(parts.head)
  const foot = textsOf(parts.foot)
  const body = textsOf([...parts.head, ...parts.body, ...parts.appendix])
    .filter(Boolean)
    .join(' ')
  const number = readNumber(head, words)
  const when = readPlaceAndDay(head)
  const { title, subject } = readTitle(head, body, words)
  return {
    number,
    type: readType(head, number, words),
    issuer: readIssuer(head, textsOf(parts.body), foot, when, units.fields),
    ...when,
    subject,
    title,
    signer: readSigner(parts.foot.flatMap(({ columns }) => columns)),
    recipients: readRecipients(parts.foot.map(({ columns }) => columns[0] ?? '')),
    citations: findCitations(body, number, { words, units }),
  }
}

function textsOf(lines: readonly Line[]): string[] {
  return lines.map(({ text }) => text)
}

const NUMBER_CUE = /^[^\p{L}\d$]*[s$]\S{0,2}\s*[.:]?\s*(?=\d)|^[^\p{L}\d$]*[s$]\S{1,2}\s*[.:]?\s*$/u

// "Số: 815/UBND", on the line of its cue or on the next.
function readNumber(head: readonly string[], words: ReadingWords): string | null {
  const lines = head.slice(0, 30)
  for (const [index, line] of lines.entries()) {
    const cue = NUMBER_CUE.exec(fold(line))
    if (!cue) continue
    const rest = cue[0].length >= line.length ? (lines[index + 1] ?? '') : line.slice(cue[0].length)
    const [found] = findDocumentNumbers(rest, words)
    if (found && found.start < 3) return found.number
  }
  for (const line of lines.slice(0, 12)) {
    const [found] = findDocumentNumbers(line, words)
    if (found && found.start <= 4) return found.number
  }
  return null
}

function readType(head: readonly string[], number: string | null, words: ReadingWords): string | null {
  const code = number && typeCodeOf(number, words)
  const types = Object.values(words.types)
  if (code) {
    const longer = types.find(
      (type) => type.startsWith(`${words.types[code]!} `) && head.some((line) => line === type.toUpperCase()),
    )
    return longer ?? words.types[code]!
  }
  const named = head.flatMap((line) => types.filter((type) => fold(line) === fold(type) && line === line.toUpperCase()))
  return named[0] ?? (number ? words.letter : null)
}
