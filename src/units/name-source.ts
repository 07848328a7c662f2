import { lengthAt, phraseAt, type NameTables, type NameToken } from './unit-name-words.ts'

/** What a name is read from: the tokens of a text and the tables of known words. */
export type NameSource = { readonly tokens: readonly NameToken[]; readonly tables: NameTables }

/** How many tokens the longest phrase of a table takes at a token. */
export function count({ tokens, tables }: NameSource, table: Exclude<keyof NameTables, 'misreadHeads'>, at: number): number {
  return lengthAt(tables[table], tokens, at)
}

/** True for words that count units: "các", "những", "mỗi"; not for the "Môi" of "Môi trường". */
export function isMany(source: NameSource, at: number): boolean {
  return count(source, 'counters', at) > 0
}

/** "tỉnh", "thành phố": not the "tình" of "tình hình". */
export function isLevel(source: NameSource, at: number): boolean {
  return !source.tokens[at]!.isCapital && count(source, 'levels', at) > 0
}

/** A level closes the name right before a token. */
export function endsWithLevel(source: NameSource, end: number): boolean {
  return [1, 2].some((back) => end >= back && count(source, 'levels', end - back) === back)
}

/** A verb inside a longer word ends nothing: "trình" of "công trình", "giao" of "giao thông". */
export function countStops(source: NameSource, table: 'stops' | 'strongStops', at: number): number {
  // "cùng cấp" is no "cung cấp": a weak stop must be written exactly.
  const stop = phraseAt(source.tables[table], source.tokens, at, table === 'stops')?.length ?? 0
  const isPart = stop > 0 && [0, 1, 2].some((back) => at >= back && count(source, 'compounds', at - back) > (back || stop))
  return isPart ? 0 : stop
}

/** Only blanks stand between a token and the one before. */
export function isGlued({ tokens }: NameSource, at: number): boolean {
  return /^\s*$/.test(tokens[at]?.gap ?? '-')
}

/** A verb with which a predicate begins. */
export function isStop(source: NameSource, at: number): boolean {
  if (countStops(source, 'strongStops', at) > 0) return true
  const stop = source.tokens[at]!.isCapital ? 0 : countStops(source, 'stops', at)
  return stop > 0 && stop >= count(source, 'qualifiers', at)
}
