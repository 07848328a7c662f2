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
    if (words.length > 0) clauses.push({ words, plain: formatPlain(words), endedBy })
    else if (endedBy === '?' && clauses.length > 0) clauses.push({ ...clauses.pop()!, endedBy })
    words = []
  }
  for (const [at, word] of sketch.entries()) {
    const next = sketch[at + 1]?.plain
    if (MARKS.test(word.plain)) close(word.plain)
    else if (ALWAYS.test(word.plain) || (OPENERS.test(word.plain) && (next === '@duty' || next === undefined))) close(word.plain)
    else if (word.plain === '@duty' && words[0]?.plain === '@duty' && words.length > 1) {
      close('')
      words.push(word)
    } else words.push(word)
  }
  close('')
  return clauses
}
