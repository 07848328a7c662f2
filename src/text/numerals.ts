import { fold } from './fold.ts'

/** A spoken number: the digits that would be typed for it, and where its words stand in the NFC text. */
export type Numeral = { readonly digits: string; readonly start: number; readonly end: number }

type Syllable = { readonly sign: string; readonly bare: string; readonly start: number; readonly end: number }

// One sign a syllable: a digit, T(en), H(undred), K (thousand), L (the "linh" of 105).
const SIGNS: Readonly<Record<string, string>> = {
  không: '0', một: '1', mốt: '1', hai: '2', ba: '3', bốn: '4', tư: '4', năm: '5', lăm: '5', nhăm: '5', sáu: '6', bảy: '7', bẩy: '7',
  tám: '8', chín: '9', mười: 'T', mươi: 'T', trăm: 'H', nghìn: 'K', ngàn: 'K', linh: 'L', lẻ: 'L',
} // prettier-ignore
const BARE_SIGNS = new Map(Object.entries(SIGNS).map(([word, sign]) => [fold(word), sign]))

// 2T1 = hai mươi mốt · T5 = mười lăm · 8HT5 = tám trăm mười lăm · 1HL5 = một trăm linh năm · 2H61 = hai trăm sáu mốt · 261 = hai sáu mốt
const TENS = '[1-9]?T[1-9]?'
const BELOW_THOUSAND = `[0-9]H(?:L[1-9]|${TENS}|[1-9]{1,2})?|${TENS}`
const NUMBER = new RegExp(`[1-9]K(?:L[1-9]|${BELOW_THOUSAND}|[1-9]{1,2})?|${BELOW_THOUSAND}|[0-9]+(?!T)`, 'g')

/**
 * Numbers said in words: "hai sáu mốt" is 261, "mười lăm" 15, "ba muoi lam" 35. In a text with tones every word must bear its own
 * ("sau" is then "after" and never six); without tones a word that is more often something else counts only inside a longer number.
 */
export function findNumerals(text: string): Numeral[] {
  const original = text.normalize('NFC')
  const hasTones = fold(original) !== original.toLowerCase()
  const found: Numeral[] = []
  for (const run of listRuns(original, hasTones)) {
    for (const match of run
      .map(({ sign }) => sign)
      .join('')
      .matchAll(NUMBER)) {
      const said = run.slice(match.index, match.index + match[0].length)
      const syllables = trimRun(isAsking(said, original) ? said.slice(0, -1) : said, hasTones)
      const digits = toDigits(syllables.map(({ sign }) => sign).join(''))
      if (digits && syllables[0]) found.push({ digits, start: syllables[0].start, end: syllables.at(-1)!.end })
    }
  }
  return found
}

/** The digits of a text that is nothing but one spoken number. */
export function parseNumeral(text: string): string | undefined {
  const original = text.normalize('NFC').trim()
  const signs = original.split(/\s+/).map((word) => BARE_SIGNS.get(fold(word)))
  if (signs.includes(undefined)) return undefined
  const whole = signs.join('').match(NUMBER)
  return whole?.length === 1 && whole[0] === signs.join('') ? toDigits(signs.join('')) : undefined
}

/** Number syllables that follow each other with nothing but blanks between them. */
function listRuns(text: string, hasTones: boolean): Syllable[][] {
  const runs: Syllable[][] = []
  let lastEnd = -1
  for (const { 0: word, index: start } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const sign = hasTones ? SIGNS[word.toLowerCase()] : BARE_SIGNS.get(word.toLowerCase())
    if (!sign) continue
    const syllable = { sign, bare: fold(word), start, end: start + word.length }
    const run = runs.at(-1)
    if (run && /^ {1,3}$/.test(text.slice(lastEnd, start))) run.push(syllable)
    else runs.push([syllable])
    lastEnd = syllable.end
  }
  return runs
}

// Also "sau" after, "nam" year, "tu" from, "lam" do, "khong" not, "le" holiday, "bay" fly, "tam" for now.
const DOUBTFUL_HEAD = /^(?:sau|nam|tu|lam|khong|linh|le)$/
const DOUBTFUL_TAIL = /^(?:sau|nam|tu|lam|khong|tam|bay)$/
const DOUBTFUL_ALONE = /^(?:sau|nam|tu|lam|nham|khong|linh|le|tam|bay|tram|ngan|nghin)$/

/** Leaves out what is probably no part of the number: the năm of "hai năm" (two years), the không of "xong việc hai không". */
function trimRun(run: Syllable[], hasTones: boolean): Syllable[] {
  const kept = [...run]
  const isRound = (at: number) => /[THK]/.test(kept[at]?.sign ?? '')
  if (!hasTones) while (kept[0] && DOUBTFUL_HEAD.test(kept[0].bare) && !isRound(1)) kept.shift()
  while (kept.length > 1 && isDoubtfulTail(kept, hasTones)) kept.pop()
  if (kept.length === 1 && !hasTones && DOUBTFUL_ALONE.test(kept[0]!.bare)) return []
  return kept
}

const ASKED_BEFORE = /(?:^|[^a-z])(?:co|phai|duoc|da|con)(?![a-z])/
const ASKED_BEHIND = /^(?:[\s?.!,]|(?<![a-z])(?:a|ad|em|anh|chi|nhi|vay|the|z|v|oi|hay)(?![a-z]))*$/

/** "Có giao việc gì trong kế hoạch một chín bảy không": the last word asks, it is no digit. */
function isAsking(run: readonly Syllable[], text: string): boolean {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last || run.length < 2 || last.bare !== 'khong') return false
  return ASKED_BEFORE.test(fold(text.slice(0, first.start))) && ASKED_BEHIND.test(fold(text.slice(last.end)))
}

function isDoubtfulTail(run: readonly Syllable[], hasTones: boolean): boolean {
  const { bare } = run.at(-1)!
  const isAfterTen = run.at(-2)?.sign === 'T'
  if (bare === 'nam') return isAfterTen || run.length === 2
  if (bare === 'khong') return run.length === 2
  return !hasTones && DOUBTFUL_TAIL.test(bare) && !isAfterTen && run.length === 2
}

const SCALE: Readonly<Record<string, number>> = { T: 10, H: 100, K: 1000 }

/** Digits said one by one stay as they are; with tens, hundreds or thousands in it the number is added up. */
function toDigits(signs: string): string {
  if (!/[THK]/.test(signs)) return signs
  let sum = 0
  let digits = ''
  for (const sign of signs.replace('L', '')) {
    const scale = SCALE[sign]
    if (scale) sum += Number(digits || '1') * scale
    digits = scale ? '' : digits + sign
  }
  const isShort = /H[1-9]$/.test(signs) // "hai trăm sáu" is 260
  return String(sum + Number(digits) * (isShort ? 10 : 1))
}
