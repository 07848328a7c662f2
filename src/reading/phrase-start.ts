import { buildTable, lengthAt, readNameTokens, type PhraseTable } from '../units/unit-name-words.ts'

const TABLES = new WeakMap<readonly string[], PhraseTable>()

/** Whether a text begins with one of the phrases; typed tones count. */
export function startsWithAny(text: string, phrases: readonly string[]): boolean {
  let table = TABLES.get(phrases)
  if (!table) TABLES.set(phrases, (table = buildTable(phrases)))
  const tokens = readNameTokens(text.slice(0, 80).replace(/^[^\p{L}\p{N}]+/u, ''))
  return lengthAt(table, tokens, 0) > 0
}
