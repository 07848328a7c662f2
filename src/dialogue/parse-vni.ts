import { isSyllable } from './is-syllable.ts'

const TONES: Readonly<Record<string, string>> = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' }
const MAIN_VOWELS = ['ơ', 'ê', 'ô', 'â', 'ă', 'ư', 'a', 'e', 'o', 'u', 'i', 'y']

/** Only VNI puts digits between the letters of a syllable ("nhie6m") or gives a letter its bar ("d9a5t"). */
const BETRAYED = /^(?:[a-z]+\d{1,2}[a-z]+\d?|d9[a-z]+\d{0,2})$/

/** Whether some words were typed in VNI without an input method. */
export function isVni(words: readonly string[]): boolean {
  return words.some((word) => BETRAYED.test(word.toLowerCase()) && parseVni(word) !== undefined)
}

/** A syllable typed in VNI ("nhie65m" -> "nhiệm"), or undefined when it is none. */
export function parseVni(word: string): string | undefined {
  const typed = word.toLowerCase()
  if (!/^[a-z]+\d[a-z\d]*$/.test(typed)) return undefined
  const letters = typed.replace(/\d/g, '')
  const digits = [...typed.replace(/\D/g, '')]
  const tones = digits.filter((digit) => digit in TONES)
  if (!isSyllable(letters) || tones.length > 1 || digits.includes('0')) return undefined
  const shaped = digits.reduce(addShape, letters)
  const vowel = MAIN_VOWELS.find((letter) => shaped.includes(letter))
  const [tone] = tones
  return tone && vowel ? shaped.replace(vowel, (letter) => (letter + TONES[tone]).normalize('NFC')) : shaped
}

function addShape(letters: string, digit: string): string {
  if (digit === '6') return letters.replace(/[aeo](?!.*[aeo])/, (letter) => ({ a: 'â', e: 'ê', o: 'ô' })[letter] ?? letter)
  if (digit === '7') return letters.replace('uo', 'ươ').replace(/[uo]/, (letter) => ({ u: 'ư', o: 'ơ' })[letter] ?? letter)
  if (digit === '8') return letters.replace('a', 'ă')
  return digit === '9' ? letters.replace(/^d/, 'đ') : letters
}
