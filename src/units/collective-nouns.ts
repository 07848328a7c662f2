import { count, isGlued, isMany, type NameSource } from './name-source.ts'

/** Tokens of a noun that "các" may count; "các số, ban, ngành" too, the one noun whose tone scanners lose most. */
export function countNoun(source: NameSource, at: number): number {
  const { tokens, tables } = source
  if (!tokens[at]) return 0
  const isMisread = tables.misreadHeads.has(tokens[at].word) && /^\s*,\s*$/.test(tokens[at + 1]?.gap ?? '')
  return count(source, 'collectives', at) || (isMisread ? 1 : 0)
}

/** "các đảng ủy xã, phường" and then "đảng ủy trực thuộc Tỉnh ủy": behind words that narrow the nouns down another noun is another unit. */
export function isOtherNoun(source: NameSource, noun: number, from: number, end: number): boolean {
  const length = countNoun(source, noun)
  if (length === 0 || count(source, 'levels', noun) >= length) return false
  return isNarrowed(source, from, end) || count(source, 'subjectHeads', noun) >= length
}

function isNarrowed(source: NameSource, from: number, end: number): boolean {
  let at = from
  while (at < end) {
    const isJoint = isGlued(source, at) && (source.tokens[at]!.word === 'va' || isMany(source, at))
    const mayBeNoun = !isGlued(source, at) || source.tokens[at - 1]!.word === 'va' || isMany(source, at - 1)
    const noun = mayBeNoun ? countNoun(source, at) : 0
    if (!isJoint && noun === 0) return true
    at += isJoint ? 1 : noun
  }
  return false
}
