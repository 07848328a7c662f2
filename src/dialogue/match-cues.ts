import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'
import type { CueData, MessageWordData } from './message-lexicon-data.ts'
import type { MessageWord } from './normalized-message.ts'

/** A cue phrase ready to be looked for. */
export type Cue = {
  readonly shape: RegExp
  readonly weight: number
  readonly toned: ReadonlySet<string>
  readonly plain: ReadonlySet<string>
  /** Words that stand in every match: without them the shape need not be tried. */
  readonly needed: readonly string[]
}

const WEIGHTS: readonly (readonly [keyof CueData, number])[] = [
  ['sure', 6],
  ['strong', 3],
  ['weak', 1],
  ['against', -4],
]
/** What is left of a cue whose words were typed with other tones. */
const OTHER_TONES = 0.4

/**
 * The pattern of a cue over folded words: "…" stands for up to five words, {when} for the group of words of that name,
 * "^" at its head and "$" at its end for the ends of the words looked at.
 */
export function buildShape(pattern: string, groups: MessageWordData): RegExp {
  const whole = fold(pattern.replaceAll(/\{([a-z]+)\}/gi, (_, group: string) => `(?:${(groups[group] ?? []).join('|')})`))
  const [, head, middle = '', tail] = /^(\^ ?)?(.*?)( ?\$)?$/.exec(whole) ?? []
  const gapped = middle.replaceAll('… ', '(?:[^ ]+ ){0,5}')
  return new RegExp(`${head ? '(?<=^ )' : '(?<= )'}(?:${gapped})${tail ? '(?= $)' : '(?= )'}`, 'g')
}

/** Cues of one intent from data. */
export function buildCues(data: CueData, groups: MessageWordData): Cue[] {
  return WEIGHTS.flatMap(([level, weight]) => (data[level] ?? []).map((pattern) => buildCue(pattern, weight, groups)))
}

function buildCue(pattern: string, weight: number, groups: MessageWordData): Cue {
  const words = normalize(pattern).match(/\p{L}+/gu) ?? []
  return {
    shape: buildShape(pattern, groups),
    weight,
    toned: new Set(words),
    plain: new Set(words.map(fold)),
    needed: listNeeded(fold(pattern)),
  }
}

const INNERMOST = /\((?:\?[:!=]|\?<[!=])?[^()]*\)[?*+]?|\{[a-z,\d]+\}|\[[^\]]*\][?*+]?|\\./gi

/** The words of a pattern that stand outside of its groups; none where whole alternatives are outside. */
function listNeeded(pattern: string): string[] {
  let outside = pattern
  for (let before = ''; before !== outside;) {
    before = outside
    outside = outside.replace(INNERMOST, '#')
  }
  return outside.includes('|') ? [] : outside.split(/[ ^$…?*+.,]+/).filter((word) => /^[@a-z]+$/.test(word))
}

/** Every match of a cue's shape, without the clone that matchAll makes each time. */
function* listMatches({ shape, needed }: Cue, plain: string): Generator<RegExpExecArray, undefined> {
  if (!needed.every((word) => plain.includes(word))) return undefined
  shape.lastIndex = 0
  for (let match = shape.exec(plain); match; match = shape.exec(plain)) yield match
  return undefined
}

/** Folded words between blanks, as cues expect them. */
export function formatPlain(words: readonly MessageWord[]): string {
  return ` ${words.map((word) => word.plain).join(' ')} `
}

/** How much the words speak for an intent: the sum of its cues, where other tones than the cue's count little. */
export function matchCues(cues: readonly Cue[], words: readonly MessageWord[], plain = formatPlain(words)): number {
  let score = 0
  for (const cue of cues) {
    let best = 0
    for (const match of listMatches(cue, plain)) {
      const weight = hasOtherTones(cue, words, plain, match) ? cue.weight * OTHER_TONES : cue.weight
      if (Math.abs(weight) > Math.abs(best)) best = weight
    }
    score += best
  }
  return score
}

/** Words from-to (exclusive). */
export type CueSpan = { readonly from: number; readonly to: number }

/** Where the first of some cues stands in its own tones. */
export function findCue(cues: readonly Cue[], words: readonly MessageWord[], plain = formatPlain(words)): CueSpan | undefined {
  return listCues(cues, words, plain).next().value
}

/** Every place where one of some cues stands in its own tones, cue by cue. */
export function* listCues(
  cues: readonly Cue[],
  words: readonly MessageWord[],
  plain = formatPlain(words),
): Generator<CueSpan, undefined> {
  for (const cue of cues) {
    for (const match of listMatches(cue, plain)) {
      if (hasOtherTones(cue, words, plain, match)) continue
      const from = countWords(plain.slice(0, match.index))
      yield { from, to: from + countWords(`${match[0]} `) }
    }
  }
  return undefined
}

function hasOtherTones(cue: Cue, words: readonly MessageWord[], plain: string, match: RegExpExecArray): boolean {
  const from = countWords(plain.slice(0, match.index))
  const count = countWords(`${match[0]} `)
  const toned = words.slice(from, from + count).filter((word) => word.text !== word.plain && cue.plain.has(word.plain))
  const others = toned.filter(({ text }) => !cue.toned.has(text) && ![...cue.toned].some((meant) => isPartlyToned(text, meant)))
  // One wrong tone among right ones is a slip of the finger.
  return others.length > 0 && toned.length - others.length < 2 * others.length
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/
const TONES = new RegExp(TONE, 'g')
const SHORT = 3

/** "đôc" for "đốc", "đuợc" for "được": nothing typed contradicts the word that is meant. */
function isPartlyToned(typed: string, meant: string): boolean {
  const parts = spread(typed)
  if (TONE.test(parts) && typed.length <= SHORT) return false
  const marks = spread(meant)
  let at = 0
  for (const part of parts) {
    at = marks.indexOf(part, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Letters and marks apart, the tone last: "hòan" is "hoàn" with the tone on another letter. */
function spread(word: string): string {
  const parts = word.normalize('NFD').replaceAll('đ', 'd\u0335')
  return parts.replaceAll(TONES, '') + (TONE.exec(parts)?.[0] ?? '')
}

function countWords(text: string): number {
  return text.split(' ').length - (text.startsWith(' ') ? 2 : 1)
}
