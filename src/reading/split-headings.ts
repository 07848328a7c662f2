import { fold } from '../text/fold.ts'
import { matchUnitList } from '../units/find-unit-names.ts'
import { findSubject } from './find-subject.ts'
import type { ReadingLexicon } from './lexicon.ts'
import { isBullet } from './match-mark.ts'
import { startsWithAny } from './phrase-start.ts'
import type { Paragraph } from './read-paragraphs.ts'

const CUED = /^(?:giao|de nghi|yeu cau|dong y|thong nhat|phan cong)\s/
const GOES_ON = /(?:[,;:.–-]|\s(?:va|cua|cac|cho|voi|theo|tai|den|do|bang|nhung|duoc|giao|thuoc|ban|bo|so|phong|tinh|xa|phuong))$/
const LONGEST_HEADING = 200

/** "b) Dự án đầu tư xây dựng bệnh viện" and "Ban Quản lý dự án đôn đốc …" below it, where wrapped lines do not show that one ended. */
export function splitHeadings(paragraphs: readonly Paragraph[], lexicon: ReadingLexicon): Paragraph[] {
  return paragraphs.flatMap((paragraph) => {
    const next = paragraph.starts.slice(1, 4).find(({ at }) => isBelowHeading(paragraph, at, lexicon))
    return next ? splitAt(paragraph, next) : [paragraph]
  })
}

function isBelowHeading({ mark, text }: Paragraph, at: number, lexicon: ReadingLexicon): boolean {
  if (!mark || isBullet(mark.style) || at > LONGEST_HEADING || !/^\p{Lu}/u.test(text.slice(at))) return false
  const heading = text.slice(0, at).trim()
  return isTopic(heading, lexicon) && isSentence(text.slice(at), lexicon)
}

// A noun that charges nobody and is no half of a sentence.
function isTopic(heading: string, { words, units }: ReadingLexicon): boolean {
  const folded = fold(heading)
  return (
    folded.includes(' ') &&
    !GOES_ON.test(folded) &&
    !CUED.test(folded) &&
    !startsWithAny(heading, words.verbs) &&
    !matchUnitList(heading, 0, units, words.verbs)
  )
}

function isSentence(text: string, lexicon: ReadingLexicon): boolean {
  if (text.length < 40) return false
  return CUED.test(fold(text)) || startsWithAny(text, lexicon.words.verbs) || findSubject(text, lexicon)?.start === 0
}

function splitAt(paragraph: Paragraph, { line, at }: Paragraph['starts'][number]): Paragraph[] {
  const { text, starts } = paragraph
  return [
    { ...paragraph, text: text.slice(0, at).trim(), last: line - 1, starts: starts.filter((start) => start.at < at) },
    {
      ...paragraph,
      mark: undefined,
      text: text.slice(at),
      first: line,
      starts: starts.flatMap((start) => (start.at < at ? [] : [{ line: start.line, at: start.at - at }])),
    },
  ]
}
