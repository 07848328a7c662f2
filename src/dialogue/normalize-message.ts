import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'
import { matchAbbreviation } from './build-abbreviations.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import { listDotted } from './list-dotted.ts'
import { findSpokenTokens } from './find-spoken.ts'
import { listDigitParts, type Token } from './find-tokens.ts'
import { isSyllable } from './is-syllable.ts'
import { matchGlued, matchVocabulary } from './match-vocabulary.ts'
import type { MessageWord, NormalizedMessage } from './normalized-message.ts'
import { parseTelex } from './parse-telex.ts'
import { isVni, parseVni } from './parse-vni.ts'

/** A message in full words: abbreviations spelled out by their neighbours, slips of the finger and glued words undone. */
export function normalizeMessage(text: string, lexicon: MessageLexicon): NormalizedMessage {
  const original = text.normalize('NFC')
  const found = listDotted(findSpokenTokens(mendTable(mendDigits(mendSpoken(original))), lexicon), lexicon)
  const isDigitTyped = isVni(found.map((token) => token.text))
  const tokens = found.flatMap((token) => {
    const typed = isDigitTyped ? parseVni(token.text) : undefined
    if (typed !== undefined) return [{ ...token, text: typed }]
    return isKnownWhole(token, lexicon) ? [token] : listDigitParts(token)
  })
  const folded = tokens.map((token) => fold(token.text))
  const words: MessageWord[] = []
  for (const [index, token] of tokens.entries()) {
    const before = words
      .slice(-3)
      .map((word) => word.plain)
      .join(' ')
    const behind = folded.slice(index + 1, index + 4).join(' ')
    for (const spelled of listSpelled(token.text, before, behind, lexicon))
      words.push({ text: spelled, plain: fold(spelled), start: token.start, end: token.end })
  }
  return { original, words: correctPairs(words, lexicon) }
}

function isKnownWhole({ text }: Token, { abbreviations }: MessageLexicon): boolean {
  return !/^\p{L}+\d/u.test(text) || abbreviations.has(fold(text))
}

/** "7O %" was meant to be "70 %"; the length stays. */
function mendDigits(text: string): string {
  return text.replace(/(?<=\d)[oO](?= ?%|\d|\/)/g, '0').replace(/(?<=\d)[lI](?= ?%|\d|\/)/g, '1')
}

/** "Việc hai bảy chục phần trăm" is the second duty and 70 %; the length stays. */
function mendSpoken(text: string): string {
  const folded = fold(text).toLowerCase()
  if (folded.length !== text.length) return text
  let mended = text
  for (const { index, 0: said } of folded.matchAll(SPOKEN_DUTY)) {
    const at = index + said.length
    mended = `${mended.slice(0, at)},${mended.slice(at + 1)}`
  }
  return mended
}

const SPOKEN_DIGIT = '(?:mot|hai|ba|bon|tu|nam|sau|bay|tam|chin)'
const SPOKEN_DUTY = new RegExp(
  `(?<![a-z])(?:viec|vu|nv|so) ${SPOKEN_DIGIT}(?= ${SPOKEN_DIGIT} (?:muoi|chuc)(?: ${SPOKEN_DIGIT.slice(0, -1)}|lam|nham|mot))? phan tram)`,
  'g',
)

/** "| 1 | Quán triệt | Hoàn thành |" as "1. Quán triệt : Hoàn thành"; the length stays. */
function mendTable(text: string): string {
  return text.replace(/^ *\|(.*)\| *$/gm, (row, cells: string) => {
    const counted = cells.replace(/^( *\d{1,2} *)\|/, '$1.')
    return ' '.repeat(row.indexOf('|') + 1) + counted.replaceAll('|', ':').padEnd(row.length - row.indexOf('|') - 1)
  })
}

/** "Điểm b" is a letter, not "bạn". */
const SECTION = /(?:^| )(?:muc|diem|khoan|tiet|phan)$/

function listSpelled(token: string, before: string, behind: string, lexicon: MessageLexicon): readonly string[] {
  const lower = normalize(token.toLowerCase())
  const plain = fold(lower)
  // Tones were typed: the word is meant as it stands, unless a dialect says it so. Only đ may be part of an abbreviation.
  const isToned = lower.replaceAll('đ', 'd') !== plain
  if (plain.length === 1 && SECTION.test(before)) return [lower]
  const isOwnSpelling = isToned && isSyllable(plain)
  const short = matchAbbreviation(lexicon.abbreviations, isOwnSpelling ? lower : plain, before, behind)
  if (short) return short
  if (!/^\p{L}+$/u.test(lower) || lexicon.vocabulary.has(plain)) return [lower]
  const once = dropEcho(lower)
  if (once !== lower && lexicon.vocabulary.has(fold(once))) return [once]
  // One letter over and over is no drawn-out word but initials: "tttt".
  if (/^(\p{L})\1{2,}$/u.test(lower)) return [lower]
  const squeezed = lower.replace(/(\p{L})\1{2,}/gu, '$1')
  if (isSyllable(fold(squeezed))) return [squeezed]
  return listRepaired(squeezed, before, behind, lexicon)
}

/** "vụu" for "vụ": a last letter that was typed twice. */
function dropEcho(word: string): string {
  return fold(word).at(-1) === fold(word).at(-2) ? dropEcho(word.slice(0, -1)) : word
}

function listRepaired(word: string, before: string, behind: string, lexicon: MessageLexicon): readonly string[] {
  const { vocabulary, abbreviations } = lexicon
  const plain = fold(word)
  const telex = [plain, ...listSwapped(plain)].flatMap((letters) => parseTelex(letters) ?? [])
  const typed = telex.find((syllable) => vocabulary.has(fold(syllable))) ?? telex.find((syllable) => isSyllable(fold(syllable)))
  if (typed) return [typed]
  const single = plain.replace(/(.)\1/g, '$1')
  if (vocabulary.has(single)) return [single]
  const short = matchAbbreviation(abbreviations, single, before, behind)
  if (short) return short
  if (isSyllable(single)) return [single]
  const near = matchVocabulary(plain, vocabulary)
  return near ? [near] : (matchGlued(plain, vocabulary) ?? [word])
}

function listSwapped(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2))
}

/** "trien khia" is two syllables, but only "trien khai" is a pair that people use. */
function correctPairs(words: readonly MessageWord[], lexicon: MessageLexicon): MessageWord[] {
  return words.map((word, index) => {
    const meant = matchPartner(word.plain, words[index - 1]?.plain ?? '', words[index + 1]?.plain ?? '', lexicon)
    return meant ? { ...word, text: meant, plain: meant } : word
  })
}

function matchPartner(
  plain: string,
  previous: string,
  next: string,
  { pairs, partners, vocabulary }: MessageLexicon,
): string | undefined {
  if (plain.length < 3 || vocabulary.has(plain) || pairs.has(`${previous} ${plain}`) || pairs.has(`${plain} ${next}`))
    return undefined
  return matchVocabulary(plain, partners.behind.get(previous) ?? NONE) ?? matchVocabulary(plain, partners.before.get(next) ?? NONE)
}

const NONE: ReadonlySet<string> = new Set()
