/** Repairs what reading does to the signs of papers and agencies: "Qb-UBND" is QĐ-UBND, "ND-CP" is NĐ-CP. Digits are never touched. */
export type CodeRepair = (code: string) => string

const MISREAD = /[DĐÐbB]/u

/** Builds a repair from the signs that hold a Đ, each as it is printed. */
export function buildCodeRepair(signs: readonly string[]): CodeRepair {
  const longestFirst = signs.toSorted((a, b) => b.length - a.length)
  const shapes = longestFirst.map((sign) => ({ sign, shape: new RegExp(`^${shapeOf(sign)}$`, 'u') }))
  const anySign = new RegExp(`(?<![\\p{L}\\p{M}])(?:${longestFirst.map(shapeOf).join('|')})(?![\\p{L}\\p{M}])`, 'gu')
  return (code) =>
    MISREAD.test(code) ? code.replaceAll(anySign, (read) => shapes.find(({ shape }) => shape.test(read))?.sign ?? read) : code
}

// A capital B is a misread Đ only behind another letter: at the start of a sign it is its own.
function shapeOf(sign: string): string {
  return sign.replaceAll('Đ', (_, at: number) => (at > 0 ? '[DĐÐbB]' : '[DĐÐb]'))
}
