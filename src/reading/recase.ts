import { fold } from '../text/fold.ts'

/** A unit's name set in capitals: as the body writes it, else its field and the place behind its level with capitals. */
export function recaseName(shouted: string, body: string, fields: readonly string[]): string {
  let name = recase(shouted, body)
  for (const field of fields.toSorted((a, b) => b.length - a.length)) {
    const at = fold(name).indexOf(` ${fold(field)}`)
    if (at < 0 || /\p{L}/u.test(name[at + field.length + 1] ?? '')) continue
    const cased = field.replace(/(?:^|(?<=và |, |- ))\p{L}/gu, (letter) => letter.toUpperCase())
    name = `${name.slice(0, at + 1)}${cased}${name.slice(at + 1 + field.length)}`
    break
  }
  return name.replace(/(?<=\s(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|đặc khu) )[\p{L} ]+$/u, (place) =>
    place.replace(/(?:^|(?<= ))\p{Ll}/gu, (letter) => letter.toUpperCase()),
  )
}

/** Words set in capitals as the body writes them: "THÀNH PHỐ HỒ CHÍ MINH" -> "Thành phố Hồ Chí Minh"; unknown ones in lower case. */
export function recase(shouted: string, body: string): string {
  const words = shouted.split(/\s+/).filter(Boolean)
  const folded = ` ${fold(body).replace(/[^\p{L}\p{N}]/gu, ' ')} `
  const cased: string[] = []
  for (let at = 0; at < words.length;) {
    const { count, texts } = longestInBody(words, at, folded, body)
    cased.push(...(texts ?? [words[at]!.toLowerCase()]))
    at += count
  }
  const text = cased.join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

// Only phrases that the body writes with a capital say anything; "việc" at a sentence start says nothing.
function longestInBody(words: readonly string[], at: number, folded: string, body: string): { count: number; texts?: string[] } {
  for (let count = Math.min(6, words.length - at); count >= 2; count -= 1) {
    const phrase = words.slice(at, at + count)
    const key = ` ${fold(phrase.join(' '))
      .replace(/[^\p{L}\p{N} ]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()} `
    if (phrase.some((word) => /[^\p{L}\p{N}-]./u.test(word))) continue
    for (let found = folded.indexOf(key); found >= 0; found = folded.indexOf(key, found + 1)) {
      const slice = body.slice(found, found + key.length - 2)
      if (
        slice.length === phrase.join(' ').length &&
        slice !== slice.toUpperCase() &&
        !/[.;:]\s*$/.test(body.slice(Math.max(0, found - 2), found))
      ) {
        const tails = phrase.map(
          (word, index) => slice.split(/\s+/)[index]?.replace(/[^\p{L}\p{N}]+$/u, '') + (/[^\p{L}\p{N}]+$/u.exec(word)?.[0] ?? ''),
        )
        return { count, texts: tails }
      }
    }
  }
  return { count: 1 }
}
