import type { FoundRef } from './found-ref.ts'
import type { Clause } from './find-clauses.ts'
import type { MessageWord } from './normalized-message.ts'
import type { ReadMessage } from './read-message.ts'
import type { Topic } from './statement.ts'

/** Duties that a clause names by number; those behind "không phải" are not meant. */
export function readNumbered({ words }: Clause, read: ReadMessage): Topic | undefined {
  const named = listNamed(words, read)
  const meant = named.length > 1 ? named.filter(({ isDenied }) => !isDenied) : named
  if (meant.length === 0) return undefined
  const isAll = meant.some(({ ref }) => ref.isAll)
  const isRest = meant.some(({ ref }) => ref.isRest)
  return {
    numbers: meant.flatMap(({ ref }) => ref.numbers),
    isAll,
    words: isAll ? meant.map(({ word }) => word) : undefined,
    ...(isRest && { isRest }),
  }
}

/** Duties behind "không phải" beside those that are meant. */
export function readDenied({ words }: Clause, read: ReadMessage): number[] {
  const named = listNamed(words, read)
  return named.length > 1 ? named.flatMap(({ ref, isDenied }) => (isDenied ? ref.numbers : [])) : []
}

type NamedDuty = { readonly ref: FoundRef; readonly word: MessageWord; readonly isDenied: boolean }

function listNamed(words: readonly MessageWord[], { refs, message }: ReadMessage): NamedDuty[] {
  return words.flatMap((word, at) => {
    const ref = word.plain === '@duty' ? refs.find(({ from }) => message.words[from]?.start === word.start) : undefined
    const before = `${words[at - 3]?.plain} ${words[at - 2]?.plain} ${words[at - 1]?.plain}`
    return ref ? [{ ref, word, isDenied: /khong phai(?: la)?$/.test(before) }] : []
  })
}
