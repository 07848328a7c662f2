import type { Clause } from './find-clauses.ts'
import { findCue } from './match-cues.ts'
import type { Claim } from './read-claim.ts'
import type { ReadMessage } from './read-message.ts'
import { readDay } from './read-time.ts'
import type { Statement } from './statement.ts'
import type { UnderstandContext } from './understand-context.ts'

/** "Ăn cơm xong rồi", "họp giao ban xong": what everybody does is no duty. */
export function isEveryday({ words }: Clause, claim: Claim, { lexicon }: UnderstandContext): boolean {
  // "Họp xong việc 3" is about the third, "ăn trưa xong em làm việc 3" is not.
  if (claim.by !== 'done' || words[claim.to]?.plain === '@duty') return false
  const said = words.slice(0, claim.from).filter(({ plain }) => !/^(?:da|vua|moi|lam|:)$/.test(plain))
  const { from, to } = findCue(lexicon.reports.get('everyday') ?? [], said) ?? { from: 0, to: -1 }
  return said.length > 0 && from === 0 && to === said.length
}

/** The last statement where a clause tells of its day to come: in "thư mời đã gửi, 3/12 mới tổ chức" what is done only prepares. */
export function mendHeldLater(
  last: Statement | undefined,
  clause: Clause,
  read: ReadMessage,
  context: UnderstandContext,
): Statement | undefined {
  if (!/^(?:done|in_progress)$/.test(last?.claim.status ?? '') || !HELD_LATER.test(clause.plain)) return undefined
  const day = readDay(clause, read, context)
  if (!last || day === undefined || day <= context.today) return undefined
  const percent = last.claim.percent === 100 ? null : last.claim.percent
  const claim: Claim = { ...last.claim, status: 'in_progress', percent, by: 'nearly' }
  return { ...last, claim, remarks: [...last.remarks, clause.words] }
}

const HELD_LATER =
  /^ (?:(?:den|toi|phai|sang|qua|cho|nhung|con) )*(?:(?:hom|sang|chieu|toi) )?(?:ngay|thu|mai|tuan|thang|cuoi|dau|chu|mung|\d[^ ]*) (?:[^ ]+ ){0,4}moi (?!xong|hoan)/
