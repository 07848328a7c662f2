import { fold } from '../../text/fold.ts'

/** data/lexicon/question-words.json: facts by how they are asked for (folded) and by what a plan that tells them has in it (in its own tones). */
export type QuestionWordsData = {
  readonly facts: readonly { readonly asks: string; readonly tells: string }[]
  /** Folded words before "nào" that ask for no thing of a kind. */
  readonly commonThings: readonly string[]
}

/** What a question asks for beyond its topic: a text that tells it, or undefined when it asks for nothing of the kind. */
export type QuestionWords = {
  readonly asksFact: (text: string) => boolean
  /** Whether a text tells every fact and names every thing that a question asks for. */
  readonly tells: (question: string, text: string) => boolean
}

const THING = /\b([a-z]+ [a-z]+) (?:nao|gi)\b/g

/** Question words from data, with their shapes compiled. */
export function buildQuestionWords({ facts, commonThings }: QuestionWordsData): QuestionWords {
  const kinds = facts.map(({ asks, tells }) => ({ asks: new RegExp(asks), tells: new RegExp(tells, 'u') }))
  const common = new RegExp(`(?:^| )(?:${commonThings.join('|')})$`)
  const listThings = (folded: string): string[] =>
    [...folded.matchAll(THING)].map(([, thing = '']) => thing).filter((thing) => !common.test(thing))
  return {
    asksFact: (text) => kinds.some(({ asks }) => asks.test(fold(text))),
    tells: (question, text) => {
      const folded = fold(question)
      const asked = kinds.filter(({ asks }) => asks.test(folded))
      const words = fold(text).replaceAll(/[^a-z0-9]+/g, ' ')
      return (
        asked.every(({ tells }) => tells.test(text) || tells.test(text.toLowerCase())) &&
        (asked.length > 0 || listThings(folded).every((thing) => words.includes(thing)))
      )
    },
  }
}
