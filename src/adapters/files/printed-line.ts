/** Words on a page, in points from its top left corner; y is where the letters stand. */
export type PlacedText = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** Words that stand together on a line. */
export type Segment = { readonly text: string; readonly left: number; readonly right: number }

/** A line of print: its segments stand further apart than words do. */
export type PrintedLine = { readonly y: number; readonly size: number; readonly segments: readonly Segment[] }

// In parts of the letters' size.
const SAME_LINE = 0.45
const WORD_GAP = 0.13
const SEGMENT_GAP = 0.7

/** Words put together into lines, from top to bottom. */
export function buildLines(items: readonly PlacedText[]): PrintedLine[] {
  const rows: PlacedText[][] = []
  for (const item of items.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.slice(-3).findLast((row) => isSameLine(row, item))
    if (row) row.push(item)
    else rows.push([item])
  }
  return rows
    .map((row) => {
      const size = Math.max(...row.map((item) => item.size))
      return { y: row[0]!.y, size, segments: buildSegments(row, size) }
    })
    .filter(({ segments }) => segments.length > 0)
}

function isSameLine(row: readonly PlacedText[], { y, size }: PlacedText): boolean {
  return row.some((other) => Math.abs(other.y - y) < SAME_LINE * Math.min(other.size, size))
}

function buildSegments(row: readonly PlacedText[], size: number): Segment[] {
  const segments: { text: string; left: number; right: number }[] = []
  for (const { text, x, width } of row.toSorted((a, b) => a.x - b.x)) {
    const last = segments.at(-1)
    const gap = last ? x - last.right : 0
    if (!last || gap > SEGMENT_GAP * size) {
      segments.push({ text, left: x, right: x + width })
      continue
    }
    const isApart = gap > WORD_GAP * size && !last.text.endsWith(' ') && !text.startsWith(' ')
    last.text += isApart ? ` ${text}` : text
    last.right = Math.max(last.right, x + width)
  }
  return segments
    .map(({ text, left, right }) => ({ text: text.replaceAll(/\s+/g, ' ').trim(), left, right }))
    .filter(({ text }) => text !== '')
}

/** The words of a line. */
export function renderLine({ segments }: PrintedLine): string {
  return segments.map(({ text }) => text).join(' ')
}
