import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'

/** Word ids with a meaning of their own: a boundary of sentences, any number, any unknown word. */
export const BREAK = 0
export const NUMBER = 1
export const UNKNOWN = 2
/** How the three special words are written in the model's word list. */
export const SPECIAL_WORDS = ['<s>', '<num>', '<unk>'] as const

const LETTERS = /^\p{L}+$/u
const OUTER_START = /^[^\p{L}\p{N}]+/u
const OUTER_END = /[^\p{L}\p{N}]+$/u

const SHAPE =
  /^(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|r|s|t|th|tr|v|x)?(?:[aeiouy]{1,2}|uye|uya|ieu|yeu|uoi|uou|oai|oay|oao|oeo|uay|uao)(?:c|ch|m|n|ng|nh|p|t)?$/

/** Whether a word is built like a Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  return SHAPE.test(fold(word))
}

/** A syllable as the model counts it: lower case, NFC, tone mark in its modern place. */
export function normalizeSyllable(word: string): string {
  return normalize(word.toLowerCase())
}

/** The words of a line of clean text: syllables, <num>, and <s> where a sentence or clause list ends. */
export function listModelWords(line: string): string[] {
  const words: string[] = []
  for (const chunk of line.normalize('NFC').split(/[\s/]+/u)) {
    const core = chunk.replace(OUTER_START, '').replace(OUTER_END, '')
    if (/\d/.test(core)) words.push(SPECIAL_WORDS[NUMBER])
    else for (const part of core.split(/[^\p{L}]+/u)) if (LETTERS.test(part)) words.push(normalizeSyllable(part))
    if (/[.;:?!…]["”’)]*$/.test(chunk)) words.push(SPECIAL_WORDS[BREAK])
  }
  return words
}

/** The words inside a line's sentences, where a capital means something, and whether each has one. */
export function listCapitalizable(line: string): { readonly word: string; readonly isCapital: boolean }[] {
  const chunks = line.normalize('NFC').split(/\s+/u)
  return chunks.flatMap((chunk, at) => {
    const before = chunks[at - 1]
    if (before === undefined || !/[\p{L}\p{N},]$/u.test(before) || !/^\p{L}/u.test(chunk)) return []
    const core = chunk.replace(OUTER_END, '')
    const isWord = LETTERS.test(core) && core.slice(1) === core.slice(1).toLowerCase()
    return isWord ? [{ word: normalizeSyllable(core), isCapital: core !== core.toLowerCase() }] : []
  })
}
