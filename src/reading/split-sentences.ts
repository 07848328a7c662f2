import type { Day } from '../domain/calendar.ts'
import { fold } from '../text/fold.ts'
import { readOwnDeadline } from './govern-deadline.ts'
import type { Charge } from './charge.ts'
import type { Paragraph } from './read-paragraphs.ts'

/** A part of a paragraph that is a duty of its own. */
export type Part = { readonly text: string; readonly first: number; readonly last: number }

const EXACT = new Set(['date', 'month', 'quarter', 'recurring'])
const REPORTS =
  /^(?:dong thoi,? )?(?:rieng )?(?:thong ke |tong hop,? )?(?:bao cao|gui bao cao|tong hop|dinh ky|hang (?:nam|quy|thang|tuan))/

/** A paragraph whose sentences set times of their own holds several duties; any other is one. */
export function splitSentences(charge: Charge, paragraph: Paragraph, issuedOn: Day | null): Part[] {
  const whole: Part = {
    text: charge.text,
    first: lineAt(paragraph, charge.at),
    last: lineAt(paragraph, charge.at + charge.text.length - 1),
  }
  const starts = [
    0,
    ...[...charge.text.matchAll(/(?<=[\p{Ll}\d)][.])\s+(?=\p{Lu}\p{Ll})/gu)].map(({ index, 0: gap }) => index + gap.length),
  ]
  if (starts.length === 1) return [whole]
  const sentences = starts.map((at, index) => ({ at, text: charge.text.slice(at, starts[index + 1]).trim() }))
  const dated = sentences.map(({ text }, index) => isDated(text, issuedOn) || (index > 0 && /^thuong xuyen\s/.test(fold(text))))
  const reports = sentences.map(({ text }, index) => index > 0 && dated[index] === true && REPORTS.test(fold(text)))
  if (dated.filter(Boolean).length < 2 && !reports.some(Boolean)) return [whole]
  const parts: { at: number; text: string; isDated: boolean }[] = []
  for (const [index, { at, text }] of sentences.entries()) {
    const last = parts.at(-1)
    if (last && (!dated[index] || !(last.isDated || reports[index]))) {
      last.text += ` ${text}`
      last.isDated ||= dated[index]!
    } else parts.push({ at, text, isDated: dated[index]! })
  }
  return parts.map(({ at, text }, index) => ({
    text,
    first: lineAt(paragraph, charge.at + at),
    last: index === parts.length - 1 ? whole.last : lineAt(paragraph, charge.at + parts[index + 1]!.at - 2),
  }))
}

function isDated(text: string, issuedOn: Day | null): boolean {
  const { kind, value } = readOwnDeadline(text, issuedOn)
  return EXACT.has(kind) && value !== 'periodic'
}

function lineAt({ starts, first }: Paragraph, offset: number): number {
  return offset === 0 ? first : (starts.findLast(({ at }) => at <= offset)?.line ?? first)
}
