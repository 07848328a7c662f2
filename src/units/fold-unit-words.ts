import { isSplit } from './parse-unit-name.ts'
import { keepBest } from './phrase-trie.ts'
import { readTokens } from './read-tokens.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/**
 * Folded words of a text, " ubnd cac xa ", where each kind of unit reads alike however it is written: "Uỷ ban nhân dân",
 * "Ủy ban nhân dân", "UBND". For asking whether one text holds the words of another.
 */
export function foldUnitWords(text: string, { heads }: UnitLexicon): string {
  const tokens = readTokens(text)
  const words: string[] = []
  for (let at = 0; at < tokens.length;) {
    const kinds = heads.findExact(tokens, at).filter(({ value }) => !value.sector && !value.body && !value.level)
    const hit = keepBest(kinds.filter(({ end }) => !isSplit(tokens, at, end)))[0]
    words.push(hit ? hit.value.head.kind : tokens[at]!.folded)
    at = hit?.end ?? at + 1
  }
  return ` ${words.join(' ')} `
}
