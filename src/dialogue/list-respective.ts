import type { Clause } from './find-clauses.ts'
import { formatPlain } from './match-cues.ts'
import type { MessageWord } from './normalized-message.ts'
import { listAmounts } from './read-amount.ts'

const RESPECTIVELY = /^(?:lan luot|tuong ung)$/
const JOINT = /^(?:va|,|;|-|con|roi|voi)$/

/** "Nhiệm vụ 2 và 6 đạt lần lượt 70% và 30%": a clause for each of so many duties, in their order; undefined where they share one claim. */
export function listRespective(clause: Clause, count: number): Clause[] | undefined {
  const duty = clause.words.findIndex(({ plain }) => plain === '@duty')
  if (count < 2 || duty < 0) return undefined
  const behind = clause.words.slice(duty + 1)
  const at = behind.findIndex(({ plain }, from) => RESPECTIVELY.test(`${plain} ${behind[from + 1]?.plain}`))
  const isSaid = at >= 0
  const said = isSaid ? [...behind.slice(0, at), ...behind.slice(at + 2)] : behind
  const parts = splitParts(said)
  if (parts.length !== count || !(isSaid || parts.every(isAmount))) return undefined
  return parts.map((words) => buildPart(clause, clause.words[duty]!, words, parts))
}

function splitParts(words: readonly MessageWord[]): MessageWord[][] {
  const parts: MessageWord[][] = [[]]
  for (const word of words) {
    if (JOINT.test(word.plain) && parts.at(-1)!.length > 0) parts.push([])
    else parts.at(-1)!.push(word)
  }
  return parts.filter(({ length }) => length > 0)
}

/** An amount and hardly a word more. */
function isAmount(words: readonly MessageWord[]): boolean {
  return listAmounts(words).length === 1 && words.length <= LONGEST
}

const LONGEST = 4

/** What one duty has come to; "40 và 55 phần trăm" counts the first in per cent, too. */
function buildPart({ endedBy }: Clause, duty: MessageWord, words: readonly MessageWord[], parts: readonly MessageWord[][]): Clause {
  const isBare = /^\d{1,3}$/.test(words.at(-1)?.plain ?? '')
  const measure = isBare ? parts.at(-1)!.findLastIndex(({ plain }) => /^(?:%|phan)$/.test(plain)) : -1
  const whole = [duty, ...words, ...(measure < 0 ? [] : parts.at(-1)!.slice(measure))]
  return { words: whole, plain: formatPlain(whole), endedBy }
}
