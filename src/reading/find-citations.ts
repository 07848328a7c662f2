import { isoDay, type Day } from '../domain/calendar.ts'
import type { Citation } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { matchUnitList } from '../units/find-unit-names.ts'
import { findDocumentNumbers, typeCodeOf } from './find-document-numbers.ts'
import type { ReadingLexicon, ReadingWords } from './lexicon.ts'

const DAY = /^[\s,(]*(?:ra\s+)?ngay\s*(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})\s*(?:[/.-]|nam)\s*(\d{4})/
const ISSUER = /^[\s,)]*(?:cua|do)\s+/
const ISSUER_END =
  /[,;.:)(“”"]|\s(?:ve|thuc hien|ban hanh|trien khai|quy dinh|phe duyet|khoa|va|phu hop|la|tai|den|trong|huong dan|sua doi|cong bo|ke hoach|nghi quyet|ket luan|quyet dinh|dot|gop phan|thong qua|giao)\s/

type Lexicon = Pick<ReadingLexicon, 'words' | 'units'>

/** Văn bản viện dẫn: every paper that the text cites by number, each once, with day and issuer where any mention says them. */
export function findCitations(text: string, ownNumber: string | null, lexicon: Lexicon): Citation[] {
  const { words } = lexicon
  const citations = new Map<string, Citation>()
  for (const found of findDocumentNumbers(text, words)) {
    if (found.number === ownNumber) continue
    const after = cutAtPaper(text.slice(found.end, found.end + 200), lexicon.words)
    const { issuedOn, issuer } = readDayAndIssuer(after, lexicon)
    const known = citations.get(found.number)
    citations.set(found.number, {
      number: found.number,
      type: known?.type ?? readType(text.slice(Math.max(0, found.start - 40), found.start), found.number, words),
      issuedOn: known?.issuedOn ?? issuedOn,
      issuer: known?.issuer ?? issuer,
    })
  }
  return [...citations.values()]
}

// "của Chính phủ và Kế hoạch số …", "của Tỉnh ủy Kính gửi": what follows is another matter.
function cutAtPaper(after: string, { types }: ReadingWords): string {
  const next = new RegExp(`\\s(?:và\\s)?(?:${Object.values(types).join('|')}|Kính gửi)\\b`, 'u').exec(after)
  return next ? after.slice(0, next.index) : after
}

function readDayAndIssuer(after: string, { words, units }: Lexicon): { issuedOn: Day | null; issuer: string | null } {
  const folded = fold(after)
  const day = DAY.exec(folded)
  const issuedOn = day ? (isoDay(Number(day[3]), Number(day[2]), Number(day[1])) ?? null) : null
  const from = day ? day[0].length : 0
  const cue = ISSUER.exec(folded.slice(from))
  if (!cue) return { issuedOn, issuer: null }
  const start = from + cue[0].length
  // A known name ends where it ends: "của UBND tỉnh còn chậm so với yêu cầu".
  const named = matchUnitList(after, start, units, words.verbs)?.units[0]
  if (named) return { issuedOn, issuer: after.slice(named.start, named.end) }
  const end = ISSUER_END.exec(`${folded.slice(start)} `)?.index ?? folded.length - start
  const issuer = after.slice(start, start + end).trim()
  return { issuedOn, issuer: issuer.length > 2 && issuer.length < 80 ? issuer : null }
}

function readType(before: string, number: string, words: ReadingWords): string | null {
  const folded = fold(before)
  const named = Object.values(words.types).find((type) => new RegExp(`${fold(type)}\\s*(?:so\\s*:?\\s*)?$`).test(folded))
  if (named) return named
  const code = typeCodeOf(number, words)
  return code ? words.types[code]! : words.letter
}
