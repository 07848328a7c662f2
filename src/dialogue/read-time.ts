import { findDay } from '../dates/find-day.ts'
import type { Day } from '../domain/calendar.ts'
import type { Clause } from './find-clauses.ts'
import { formatPlain } from './match-cues.ts'
import type { MessageWord } from './normalized-message.ts'
import { hasCue, type Claim } from './read-claim.ts'
import type { ReadMessage } from './read-message.ts'
import type { Statement } from './statement.ts'
import type { UnderstandContext } from './understand-context.ts'

/** The day that a clause names, and what its claim comes to: what is only expected is still going on, and no doubt. */
export function readTime(
  clause: Clause,
  claim: Claim,
  read: ReadMessage,
  context: UnderstandContext,
): Pick<Statement, 'claim' | 'day' | 'isUnsure'> {
  const day = readDay(clause, read, context)
  if (isStillAhead(clause, claim, day, context))
    return { claim: { ...claim, status: 'in_progress', percent: null }, day, isUnsure: false }
  // "Chắc cuối tháng xong" tells when, "chắc xong rồi" does not know.
  const isExpected = claim.status !== 'done' && hasCue('expected', clause, context.lexicon)
  const isUnsure = hasCue('unsure', clause, context.lexicon) && !isExpected
  return { claim, day, isUnsure: isUnsure || claim.isRough === true }
}

/** The day that a clause names, as typed or in full words. */
export function readDay({ words }: Clause, read: ReadMessage, { today }: UnderstandContext): Day | undefined {
  const said = words
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(' / ', '/')
  const typed = formatSpan(words, read)
  const find = (text: string) => findDay(text.replace(QUARTER, '$1'), today)
  return (find(typed) ?? (said === typed.toLowerCase() ? undefined : find(said)))?.day
}

/** "Quý 1 năm sau" is not in a year's time. */
const QUARTER = /(?<!\p{L})(qu[ýy]\s*)\d(?=\s*n[ăa]m)/giu

/** "Dự kiến 30/11 xong", "cuối tháng xong": work is going on and the end lies ahead. */
function isStillAhead(
  { words, plain }: Clause,
  claim: Claim,
  day: Day | undefined,
  { lexicon, today }: UnderstandContext,
): boolean {
  const isAhead = day !== undefined && day > today
  if (claim.by === 'amount' && isAhead && ESTIMATED.test(plain)) return true
  if (claim.status !== 'done' || / da [^ ]| roi $| hom (?:thu|qua|kia) /.test(plain)) return false
  return isAhead || hasCue('expected', dropHeading(words, claim), lexicon)
}

/** "Ước cuối tháng được 90%" */
const ESTIMATED = / (?:du kien|du tinh|uoc|phan dau|kha nang|se|hy vong) /

/** "Báo cáo tuần: việc 1 xong": the week belongs to the heading. */
function dropHeading(words: readonly MessageWord[], { from }: Claim): Clause {
  const behind = words.slice(words.slice(0, from).findLastIndex(({ plain }) => plain === ':') + 1)
  return { words: behind, plain: formatPlain(behind), endedBy: '' }
}

function formatSpan(words: readonly MessageWord[], { message }: ReadMessage): string {
  return message.original.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0)
}
