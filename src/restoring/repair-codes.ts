/** Repairs what reading does to the signs of papers and agencies: "Qb-UBND" is QĐ-UBND, "ND-CP" is NĐ-CP. Digits are never touched. */
export type CodeRepair = (code: string) => string

/** Builds a repair from the signs that hold a Đ, each as it is printed. */
export function buildCodeRepair(signs: readonly string[]): CodeRepair {
  const rules = signs.map((sign) => ({
    sign,
    shape: new RegExp(`(?<![\\p{L}\\p{M}])${sign.replaceAll('Đ', '[DĐÐb]')}(?![\\p{L}\\p{M}])`, 'gu'),
  }))
  return (code) => rules.reduce((text, { sign, shape }) => text.replace(shape, sign), code)
}
