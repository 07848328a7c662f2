// Widths in ems, rounded up, of the font that charts are drawn with.
const WIDE = 0.95
const CAPITAL = 0.74
const SMALL = 0.59
const THIN = 0.31

/** About how wide a text is at a size, never much too little. */
export function measureText(text: string, size: number): number {
  let ems = 0
  for (const char of text) ems += widthOf(char)
  return ems * size
}

/** The text, or its beginning with "…" where the whole is wider than the room for it. */
export function shortenToWidth(text: string, size: number, width: number): string {
  if (measureText(text, size) <= width) return text
  let ems = WIDE
  let shown = ''
  for (const char of text) {
    ems += widthOf(char)
    if (ems * size > width) break
    shown += char
  }
  return `${shown.trimEnd()}…`
}

function widthOf(char: string): number {
  const [base = ''] = char.normalize('NFD')
  if (/[\p{M}]/u.test(base)) return 0
  if (/[ .,:;'|!ijlIft()[\]-]/.test(base)) return THIN
  if (/[mwMW%@…]/.test(base) || base > '\u2fff') return WIDE
  return /\p{Lu}/u.test(base) ? CAPITAL : SMALL
}
