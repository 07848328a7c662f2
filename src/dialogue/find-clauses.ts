import { formatPlain } from './match-cues.ts'
import type { MessageWord } from './normalized-message.ts'

/** A clause of a message: its sketch without the marks around it. */
export type Clause = {
  readonly words: readonly MessageWord[]
  readonly plain: string
  /** The mark or word that ended it; "" at the end of the message. */
  readonly endedBy: string
}

const MARKS = /^(?:[,;.!?…]|\.{2,}|\n+|-|–|•|\+)$/
/** Words that open a clause only where a duty follows them. */
const OPENERS = /^(?:con|va|voi|rieng|ma|the|phay|cham)$/
const ALWAYS = /^(?:nhung|nhung ma)$/

/** The clauses of a sketch. A duty that follows what was said of another one opens a clause of its own. */
export function findClauses(sketch: readonly MessageWord[]): Clause[] {
  const clauses: Clause[] = []
  let words: MessageWord[] = []
  const close = (endedBy: string) => {
    if (words.length > 0 && !isBullet(words, endedBy)) clauses.push({ words, plain: formatPlain(words), endedBy })
    else if (endedBy === '?' && clauses.length > 0) clauses.push({ ...clauses.pop()!, endedBy })
    words = []
  }
  for (const [at, word] of sketch.entries()) {
    const isEnd = isEndOfClause(word, sketch[at + 1]) && !isVerb(word, sketch[at - 1]) && !isAmongAmounts(sketch, at, words)
    if (isEnd || isException(sketch, at, words) || isNextDuty(word, words) || isSlip(word, sketch[at + 1], words))
      close(isEnd ? word.plain : '')
    if (!isEnd) words.push(word)
  }
  close('')
  return clauses
}

/** "Lần lượt 70%, 30% và 10%", "nv 1, 2: 70%, 30%": one amount behind the other. */
function isAmongAmounts(sketch: readonly MessageWord[], at: number, words: readonly MessageWord[]): boolean {
  if (!/^[,;]$/.test(sketch[at]!.plain) || !words.some(({ plain }) => plain === '@duty')) return false
  if (formatPlain(words).includes(' lan luot ')) return sketch[at + 1]?.plain !== '@duty'
  return (
    /^(?:%|tram)$/.test(words.at(-1)?.plain ?? '') && /^\d+$/.test(sketch[at + 1]?.plain ?? '') && sketch[at + 2]?.plain === '%'
  )
}

/** "Xong hết trừ thôn 5": what is excepted is said of something else. */
function isException(sketch: readonly MessageWord[], at: number, words: readonly MessageWord[]): boolean {
  const [word, next] = [sketch[at]!, sketch[at + 1]]
  const isOpened = /^(?:ngoai|chi)$/.test(words.at(-1)?.plain ?? '')
  return (EXCEPTS.test(word.text) && !isOpened) || (/^(?:ngoai|chi)$/.test(word.plain) && EXCEPTS.test(next?.text ?? ''))
}

const EXCEPTS = /^(?:trừ|tru)$/

/** "2." before a heading counts it and says nothing. */
function isBullet(words: readonly MessageWord[], endedBy: string): boolean {
  return words.length === 1 && /^\d{1,2}$/.test(words[0]!.plain) && endedBy === '.'
}

function isEndOfClause({ plain }: MessageWord, next: MessageWord | undefined): boolean {
  return MARKS.test(plain) || ALWAYS.test(plain) || (OPENERS.test(plain) && (next === undefined || next.plain === '@duty'))
}

/** "Bài dự thi chưa chấm" ends with no dictated mark. */
function isVerb({ plain }: MessageWord, last: MessageWord | undefined): boolean {
  return plain === 'cham' && /^(?:chua|da|dang)$/.test(last?.plain ?? '')
}

/** In "nv 1 xong nv 2 chưa", but not in "nv 3 chứ không phải nv 2". */
function isNextDuty({ plain }: MessageWord, words: readonly MessageWord[]): boolean {
  const last = words.at(-1)?.plain ?? ''
  if (plain !== '@duty' || last === '@duty' || (JOINTS.test(last) && !isToldOf(words))) return false
  return words.some((word) => word.plain === '@duty')
}

/** "Đang làm", "chưa giao": the verb is said of what stands before it. */
function isToldOf(words: readonly MessageWord[]): boolean {
  return /^(?:dang|chua|da|duoc|khong)$/.test(words.at(-2)?.plain ?? '') && /^(?:lam|giao|chuyen)$/.test(words.at(-1)!.plain)
}

/** "Nhiệm vụ hai xong à nhầm nhiệm vụ năm mới xong": what was just said is taken back. */
function isSlip({ plain }: MessageWord, next: MessageWord | undefined, words: readonly MessageWord[]): boolean {
  if (plain === '@duty' && words.length === 1 && words[0]!.plain === 'nham') return true
  return plain === 'nham' && next?.plain === '@duty' && words.length > 1 && words[0]!.plain === '@duty'
}

const JOINTS = /^(?:phai|la|sang|qua|voi|va|den|toi|cung|ca|cho|giao|chuyen|lam|thay|cua|lan|hoac|hay)$/
