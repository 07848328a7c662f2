/** Repairs what reading does to the signs of papers and agencies: "Qb-UBND" is QĐ-UBND, "ND-CP" is NĐ-CP. Digits are never touched. */
export type CodeRepair = (code: string) => string

const MISREAD = /[DĐÐb]/u
const EACH_MISREAD = /[DĐÐb]/gu

/** Builds a repair from the signs that hold a Đ, each as it is printed. */
export function buildCodeRepair(signs: readonly string[]): CodeRepair {
  const byShape = new Map(signs.map((sign) => [sign.replaceAll(EACH_MISREAD, 'D'), sign]))
  const shapes = signs.toSorted((a, b) => b.length - a.length).map((sign) => sign.replaceAll('Đ', '[DĐÐb]'))
  const anySign = new RegExp(`(?<![\\p{L}\\p{M}])(?:${shapes.join('|')})(?![\\p{L}\\p{M}])`, 'gu')
  return (code) =>
    MISREAD.test(code) ? code.replaceAll(anySign, (read) => byShape.get(read.replaceAll(EACH_MISREAD, 'D')) ?? read) : code
}
