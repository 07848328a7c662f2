import { fold } from '../text/fold.ts'
import { matchLetters } from './align-letters.ts'
import type { Channel } from './channel.ts'
import { caseOf, formatCase } from './letter-case.ts'
import type { OfficeNames } from './list-office-names.ts'
import type { WordRead } from './read-tokens.ts'

/** Bits that reading a word of a name may cost, whatever else it was taken for, and beyond what it was taken for. */
const MOST = 16
const MOST_BEYOND = 6
/** Bits by which one kind of office must be likelier than another that has this field too. */
const CLEARLY = 2
/** Bits that all letters behind the first cost at most. */
const REST = 9
const CERTAINTY = 0.9

/** Mends names of offices of which one word was misread: what stands before "Nội vụ", with a capital, is Sở or Bộ. */
export function mendOfficeNames(given: readonly WordRead[], { heads, tails, fields }: OfficeNames, letters: Channel): WordRead[] {
  const reads = mendFields(given, fields)
  const words = reads.map((read) => (isWord(read) ? (read.words[0] ?? read.read) : ''))
  const lower = words.map((word) => word.toLowerCase())
  return reads.map((read, at) => {
    if (!isWord(read)) return read
    const [next, third] = [words[at + 1], lower[at + 2]]
    const kinds = next && third ? heads.get(`${lower[at + 1]} ${third}`) : undefined
    const head =
      kinds && caseOf(next!) !== 'lower' && !/^\p{Ll}{3}/u.test(read.read) ? pickHead(read, next!, kinds, letters) : undefined
    if (head !== undefined) return mend(read, head)
    const first = pickFirst(words[at]!, lower[at + 1], lower[at + 2], tails)
    if (first !== undefined) return mend(read, first)
    const tail = tails.get(lower[at - 1] ?? '')
    return tail === undefined || lower[at + 1] === 'ban' ? read : mend(read, pickTail(read, words[at - 1]!, tail, letters))
  })
}

// "Huyền ủy viên": before "ủy" stands the committee that is written with these letters.
function pickFirst(
  word: string,
  next: string | undefined,
  third: string | undefined,
  tails: OfficeNames['tails'],
): string | undefined {
  if (next === undefined || third === 'ban' || caseOf(word) !== 'title') return undefined
  const lower = word.toLowerCase()
  const meant =
    tails.get(lower) === next ? undefined : [...tails].find(([first, tail]) => tail === next && fold(first) === fold(lower))
  return meant && formatCase(meant[0], 'title')
}

/** "Thông tin và Truyền thống": in the long name of a field a word with the same letters but other tones is that of the name. */
function mendFields(reads: readonly WordRead[], fields: OfficeNames['fields']): WordRead[] {
  const words = reads.map((read) => (isWord(read) ? (read.words[0] ?? '') : ''))
  const lower = words.map((word) => word.toLowerCase())
  const mended = [...reads]
  for (const [at, word] of words.entries()) {
    if (caseOf(word) !== 'title') continue
    for (const field of fields) {
      const others = field.flatMap((meant, offset) => (lower[at + offset] === meant ? [] : [offset]))
      const [odd] = others
      if (others.length !== 1 || odd === undefined || fold(lower[at + odd] ?? '') !== fold(field[odd]!)) continue
      mended[at + odd] = mend(mended[at + odd]!, formatCase(field[odd]!, caseOf(words[at + odd]!)))
    }
  }
  return mended
}

function isWord({ tokens, words }: WordRead): boolean {
  return tokens.length === 1 && tokens[0]!.kind === 'word' && words.length < 2
}

function mend(read: WordRead, word: string | undefined): WordRead {
  return word === undefined || word === read.words[0]
    ? read
    : { ...read, words: [word], certainty: Math.min(read.certainty, CERTAINTY) }
}

function pickHead(read: WordRead, next: string, kinds: readonly string[], letters: Channel): string | undefined {
  const isUpper = caseOf(next) === 'upper'
  const costOf = (kind: string) =>
    Math.min(
      ...(['title', isUpper ? 'upper' : 'lower'] as const).map((letterCase) =>
        costOfHead(formatCase(kind, letterCase), read.read, letters),
      ),
    )
  const [best, second] = kinds.map((kind) => ({ kind, cost: costOf(kind) })).toSorted((a, b) => a.cost - b.cost)
  const [word] = read.words
  const known = kinds.find((kind) => kind === word?.toLowerCase())
  if (known !== undefined && costOf(known) < best!.cost + CLEARLY) return recase(word!, known, isUpper, read.read)
  if (best!.cost > MOST || (second && second.cost < best!.cost + CLEARLY)) return undefined
  if (word !== undefined && best!.cost > matchLetters(word, read.read, letters).cost + MOST_BEYOND) return undefined
  return formatCase(best!.kind, isUpper ? 'upper' : 'title')
}

// The first letter tells kinds apart, however badly the others were read.
function costOfHead(head: string, read: string, letters: Channel): number {
  const { cost } = matchLetters(head, read, letters)
  return read.length > head.length + 1 ? cost : Math.min(cost, letters.cost(head.charAt(0), read.charAt(0)) + REST)
}

// "các sở Nội vụ, Tài chính" has a small letter, and keeps it.
function recase(word: string, kind: string, isUpper: boolean, read: string): string {
  if (isUpper || /^\p{Ll}/u.test(read)) return word
  return formatCase(kind, 'title')
}

function pickTail({ words: [word], read }: WordRead, before: string, tail: string, letters: Channel): string | undefined {
  const isUpper = caseOf(before) === 'upper'
  if (word?.toLowerCase() === tail) return isUpper ? word : tail
  if (caseOf(before) === 'lower') return word
  const meant = formatCase(tail, isUpper ? 'upper' : 'lower')
  const { cost } = matchLetters(meant, read, letters)
  return cost <= MOST && (word === undefined || cost <= matchLetters(word, read, letters).cost + MOST_BEYOND) ? meant : word
}
