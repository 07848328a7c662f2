const TONES: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' }
const SHAPES: Readonly<Record<string, string>> = { aa: 'â', ee: 'ê', oo: 'ô', dd: 'đ', aw: 'ă', ow: 'ơ', uw: 'ư' }
const MAIN_VOWELS = ['ơ', 'ê', 'ô', 'â', 'ă', 'ư', 'a', 'e', 'o', 'u', 'i', 'y']

/** A syllable typed in Telex without an input method ("lamf" -> "làm"), or undefined when it is none. */
export function parseTelex(word: string): string | undefined {
  if (!/^[a-z]{2,8}$/.test(word) || !/[sfrxjwd]|aa|ee|oo/.test(word.slice(1))) return undefined
  const tone = /[aeiouyw][a-z]*?([sfrxj])$/.exec(word)?.[1]
  const letters = tone ? word.slice(0, -1) : word
  const shaped = letters
    .replace(/^(d)(.*)d$/, 'đ$2')
    .replace(/uow/g, 'ươ')
    .replace(/ua(.*)w$/, 'ưa$1')
    .replace(/([aou])([a-z]*)w$/, (_, vowel: string, rest: string) => (SHAPES[`${vowel}w`] ?? '') + rest)
    .replace(/aa|ee|oo|dd|aw|ow|uw/g, (pair) => SHAPES[pair] ?? pair)
  if (shaped === word || /w|ă(?:[iouy]|$)/.test(shaped)) return undefined
  if (!tone) return shaped
  const vowel = MAIN_VOWELS.find((letter) => shaped.includes(letter))
  return vowel === undefined ? undefined : shaped.replace(vowel, (letter) => (letter + TONES[tone]).normalize('NFC'))
}
