/** Finished lines and the one being written: of a page or of one cell of a table. */
export type Sheet = { readonly lines: string[]; line: string }

/** Writes words on the open line; space of any kind and length is one space. */
export function writeText(sheet: Sheet, text: string): void {
  const words = text.replaceAll(/[\s\u00a0]+/g, ' ')
  sheet.line += sheet.line === '' || sheet.line.endsWith(' ') ? words.trimStart() : words
}

/** Ends the open line, if anything stands on it. */
export function endLine(sheet: Sheet): void {
  if (sheet.line.trim() !== '') sheet.lines.push(sheet.line.trim())
  sheet.line = ''
}

/** Ends the open line and leaves one line empty. */
export function breakParagraph(sheet: Sheet): void {
  endLine(sheet)
  if (sheet.lines.length > 0 && sheet.lines.at(-1) !== '') sheet.lines.push('')
}
