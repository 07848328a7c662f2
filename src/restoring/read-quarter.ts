const QUARTER = /^[Qq]u[yýỷỹj]$/u
const NUMBER = /^([IVl1T|]{1,4})(\/(?:19|20)\d\d(?!\d)\S*|[^\p{L}\p{N}/]*)$/u
const YEAR_WORD = /^n\S{0,3}m$/iu
const YEAR = /^(?:19|20)\d\d(?!\d)/

/** The number of a quarter that was read in this chunk, and its length there: "11/2026" behind "Quy" is II; undefined where it is none. */
export function readQuarter(
  before: string | undefined,
  chunk: string,
  after: readonly string[],
): { readonly roman: string; readonly length: number } | undefined {
  if (before === undefined || !QUARTER.test(before)) return undefined
  const [, strokes, rest = ''] = NUMBER.exec(chunk) ?? []
  // A single digit is a quarter only where its year follows.
  if (!strokes || (/^\d$/.test(strokes) && !rest.startsWith('/') && !isYear(after))) return undefined
  const roman = strokes.includes('V') ? 'IV' : 'I'.repeat(Math.min(3, strokes.length))
  return { roman, length: strokes.length }
}

function isYear([word = '', year = '']: readonly string[]): boolean {
  return YEAR_WORD.test(word) && YEAR.test(year)
}
