/** The sentences of a duty, each true by itself: they end at a full stop or a semicolon, never at a comma or a colon. */
export function splitStatements(text: string): string[] {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(/(?<=;|(?<!\d)\.) (?=\p{L})/u)
}

const GAP = '…'

/** The kept statements in the plan's own words, with a mark wherever some are left out. */
export function joinStatements(statements: readonly string[], kept: readonly number[]): string {
  const parts = kept.map((number, index) => {
    const isBehindGap = number !== (kept[index - 1] ?? 0) + 1
    return `${isBehindGap ? `${GAP} ` : ''}${statements[number - 1]}`
  })
  return kept.at(-1) === statements.length ? parts.join(' ') : `${parts.join(' ')} ${GAP}`
}
