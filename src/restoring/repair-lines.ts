import { adaptChannels, type SureWord } from './adapt-channel.ts'
import type { Restorer } from './create-restorer.ts'
import { createTokenReader } from './create-token-reader.ts'
import { cutStretches, sampleStretches } from './cut-stretches.ts'
import { addNames } from './name-cost.ts'
import { mendOfficeNames } from './mend-office-names.ts'
import { createPaperCost } from './paper-cost.ts'
import { readTokens, type WordRead } from './read-tokens.ts'
import { repairMarks } from './repair-marks.ts'
import { splitTokens, type Line, type Token } from './split-tokens.ts'

/** A stretch of the source that was read anew. */
export type Repair = {
  readonly start: number
  readonly end: number
  readonly read: string
  readonly text: string
  readonly certainty: number
}

/** Words at least this sure teach how the paper was damaged. */
const SURE = 0.85
/** Stretches of a long paper that are read twice. */
const MOST_TAUGHT = 3
/** Certainty of what was mended or kept by rule, not by weighing. */
const BY_RULE = 0.9

/** Reads damaged lines twice: what the first reading is sure of teaches how this paper was damaged and what it speaks of. */
export function repairLines(lines: readonly Line[], restorer: Restorer): Repair[] {
  const tokens = splitTokens(lines)
  const stretches = cutStretches(tokens)
  const { model, tree, channels, wordCost, names, offices } = restorer
  const first = readTokens(sampleStretches(stretches, MOST_TAUGHT), {
    reader: createTokenReader(tree, channels, model),
    wordCost: addNames(wordCost, names),
    model,
  })
  const sure: SureWord[] = first.flatMap(({ read, words, certainty }) =>
    words.length === 1 && certainty > SURE ? [{ word: words[0]!, read }] : [],
  )
  const rated = first.flatMap(({ ids, certainty }) => ids.map((word) => ({ word, certainty })))
  const adapted = adaptChannels(sure, channels)
  const ownCost = addNames(createPaperCost(rated, wordCost), names)
  const reader = createTokenReader(tree, adapted, model)
  // What the paper itself taught may rest on the very words that are mended.
  const second = mendOfficeNames(readTokens(stretches, { reader, wordCost: ownCost, model }), offices, channels.letters)
  const marks = repairMarks(tokens, adapted.letters)
  return second.flatMap((wordRead) => {
    const { start, end, read, words, certainty } = wordRead
    if (words.length > 0) return [{ start, end, read, text: blankBefore(wordRead) + words.join(' '), certainty }]
    const kept = keptText(wordRead.tokens[0]!, marks, restorer)
    return kept === undefined ? [] : [{ start, end, read, text: kept, certainty: Math.min(certainty, BY_RULE) }]
  })
}

// "06thang" is two words: a number and the word that was glued to it.
function blankBefore({ tokens: [token], read }: WordRead): string {
  return token!.isGluedToNumber && read === token!.text ? ' ' : ''
}

function keptText(token: Token, marks: ReadonlyMap<Token, string>, { repairCode }: Restorer): string | undefined {
  if (token.kind === 'word') return repairCode(token.text)
  const text = token.kind === 'code' ? repairCode(token.text) : (token.roman ?? marks.get(token))
  return text === token.text ? undefined : text
}
