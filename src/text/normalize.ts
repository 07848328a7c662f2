const MODERN: Readonly<Record<string, string>> = Object.fromEntries(
  ['oa', 'oe', 'uy'].flatMap((open) =>
    ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'].map((tone) => [
      `${open}${tone}`.normalize('NFC'),
      `${open[0]}${tone}${open[1]}`.normalize('NFC'),
    ]),
  ),
)
// Only in open syllables: hoà -> hòa but hoàn stays; the u of "quý" belongs to the consonant.
const OLD_PLACE = /(?<![qQ])(?:[oO][àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})/gu

/** NFC with tone marks in their modern place (hoà -> hòa, thuỷ -> thủy); as long as the NFC text. */
export function normalize(text: string): string {
  return text.normalize('NFC').replace(OLD_PLACE, (old) => {
    const modern = MODERN[old.toLowerCase()] ?? old
    if (old === old.toLowerCase()) return modern
    if (old === old.toUpperCase()) return modern.toUpperCase()
    return old[0] === old[0]?.toUpperCase()
      ? modern[0]!.toUpperCase() + modern.slice(1)
      : modern[0]! + modern.slice(1).toUpperCase()
  })
}
