/** Words on a page, in points from its top left corner; y is where the letters stand. */
export type PlacedText = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

type Segment = { readonly text: string; readonly left: number; readonly right: number }
type PrintedLine = { readonly y: number; readonly size: number; readonly segments: readonly Segment[] }

// In parts of the letters' size.
const SAME_LINE = 0.45
const WORD_GAP = 0.13
const COLUMN_GAP = 1
const PARAGRAPH_GAP = 1.9

/** The words of a page as lines of text from top to bottom; two columns side by side are read one after the other. */
export function renderPage(items: readonly PlacedText[]): string {
  const lines = buildLines(items)
  const out: string[] = []
  for (let at = 0; at < lines.length;) {
    if (at > 0 && isApart(lines[at - 1]!, lines[at]!)) out.push('')
    const end = findColumnsEnd(lines, at)
    out.push(...(end > at ? renderColumns(lines.slice(at, end)) : [renderLine(lines[at]!)]))
    at = Math.max(end, at + 1)
  }
  return `${out.join('\n')}\n`
}

function buildLines(items: readonly PlacedText[]): PrintedLine[] {
  const rows: PlacedText[][] = []
  for (const item of items.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast((row, index) => index >= rows.length - 3 && isSameLine(row, item))
    if (row) row.push(item)
    else rows.push([item])
  }
  return rows.map((row) => {
    const size = Math.max(...row.map((item) => item.size))
    return { y: row[0]!.y, size, segments: buildSegments(row, size) }
  })
}

function isSameLine(row: readonly PlacedText[], { y, size }: PlacedText): boolean {
  return row.some((other) => Math.abs(other.y - y) < SAME_LINE * Math.min(other.size, size))
}

function buildSegments(row: PlacedText[], size: number): Segment[] {
  const segments: { text: string; left: number; right: number }[] = []
  for (const { text, x, width } of row.toSorted((a, b) => a.x - b.x)) {
    const last = segments.at(-1)
    const gap = last ? x - last.right : 0
    if (!last || gap > COLUMN_GAP * size) {
      segments.push({ text: text.trimStart(), left: x, right: x + width })
      continue
    }
    const isApart = gap > WORD_GAP * size && !last.text.endsWith(' ') && !text.startsWith(' ')
    last.text += isApart ? ` ${text}` : text
    last.right = Math.max(last.right, x + width)
  }
  return segments
    .map((segment) => ({ ...segment, text: segment.text.replaceAll(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
}

function isApart(above: PrintedLine, below: PrintedLine): boolean {
  return below.y - above.y > PARAGRAPH_GAP * Math.max(above.size, below.size)
}

function renderLine({ segments }: PrintedLine): string {
  return segments.map(({ text }) => text).join('   ')
}

type Gutter = { readonly left: number; readonly right: number }

// The heads of papers and their ends have two columns: who writes and the motto, who receives and who signs.
function findColumnsEnd(lines: readonly PrintedLine[], from: number): number {
  let gutter = gutterOf(lines[from]!)
  if (!gutter) return from
  let end = from + 1
  for (; end < lines.length; end += 1) {
    const line = lines[end]!
    const narrower = narrowGutter(line, gutter)
    if (!narrower || line.y - lines[end - 1]!.y > 6 * line.size) break
    gutter = narrower
  }
  return end
}

function gutterOf({ segments, size }: PrintedLine): Gutter | undefined {
  const [left, right] = segments
  if (segments.length !== 2 || !left || !right || left.text.length < 5) return undefined
  return right.left - left.right > COLUMN_GAP * size ? { left: left.right, right: right.left } : undefined
}

function narrowGutter({ segments, size }: PrintedLine, gutter: Gutter): Gutter | undefined {
  const middle = (gutter.left + gutter.right) / 2
  const narrower = {
    left: Math.max(gutter.left, ...segments.filter(({ left }) => left < middle).map(({ right }) => right)),
    right: Math.min(gutter.right, ...segments.filter(({ left }) => left >= middle).map(({ left }) => left)),
  }
  return narrower.right - narrower.left > size ? narrower : undefined
}

function renderColumns(lines: readonly PrintedLine[]): string[] {
  const gutter = lines.reduce<Gutter>((gutter, line) => narrowGutter(line, gutter) ?? gutter, gutterOf(lines[0]!)!)
  const sideOf = (isWanted: (segment: Segment) => boolean): string[] =>
    lines.flatMap(({ segments }) => {
      const words = segments.filter(isWanted).map(({ text }) => text)
      return words.length > 0 ? [words.join(' ')] : []
    })
  return [...sideOf(({ left }) => left < gutter.right), '', ...sideOf(({ left }) => left >= gutter.right)]
}
