import { findGroup } from './build-sketch.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import type { MessageWord } from './normalized-message.ts'
import type { ReadMessage } from './read-message.ts'

const GROUPS = ['who', 'when', 'what']
const HEAD_OF_TALK = 2

/** What the model of intents looks at in a message: its words, pairs of them that stand near each other, its ends, what is asked for, how it begins. */
export function listFeatures({ full, sketch }: Pick<ReadMessage, 'full' | 'sketch'>, lexicon: MessageLexicon): string[] {
  const words = listWords(full)
  const ends = ['^', ...words, '$']
  const groups = GROUPS.filter((group) => findGroup(sketch, group, lexicon).length > 0)
  return [
    ...new Set([
      ...words,
      ...ends.slice(1).map((word, at) => `${ends[at]} ${word}`),
      ...ends.slice(2).map((word, at) => `${ends[at]} … ${word}`),
      ...words.slice(0, HEAD_OF_TALK).map((word) => `^^ ${word}`),
      ...listWords(sketch)
        .slice(0, 1)
        .map((word) => `^ ${word}`),
      ...groups.map((group) => `{${group}}`),
    ]),
  ]
}

/** Numbers are alike; of the marks only the question mark tells something. */
function listWords(words: readonly MessageWord[]): string[] {
  return words.flatMap(({ plain }) => {
    if (/^\d/.test(plain)) return ['0']
    return /^[@a-z?]/.test(plain) ? [plain] : []
  })
}
