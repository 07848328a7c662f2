/** Mostly capitals, as main headings are. */
export function isShouted(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length > 5 && letters.replace(/\p{Ll}/gu, '').length >= letters.length * 0.8
}
