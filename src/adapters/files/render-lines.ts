import { renderLine, type PrintedLine, type Segment } from './printed-line.ts'

/** Clear space between two columns. */
type Gutter = { readonly left: number; readonly right: number }

// In parts of the letters' size, or of the usual way from line to line.
const PARAGRAPH_PITCH = 1.22
const INDENT = 0.8
const MAX_LINE_GAP = 6
const MIN_GUTTER = 0.5
const MARK_LENGTH = 5

/** Lines of print as text; two columns side by side, as at the head and the end of papers, are read one after the other. */
export function renderLines(lines: readonly PrintedLine[]): string[] {
  const pitch = findPitch(lines)
  const out: string[] = []
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!
    const above = lines[at - 1]
    if (above && isApart(above, line, pitch)) out.push('')
    const end = findColumnsEnd(lines, at)
    if (end > at) out.push(...renderColumns(lines.slice(at, end)), '')
    else out.push(renderLine(line))
    at = Math.max(end, at + 1)
  }
  return out
}

// The usual way from one line to the next: half of the lines stand closer.
function findPitch(lines: readonly PrintedLine[]): number {
  const ways = lines.slice(1).map(({ y }, index) => y - lines[index]!.y)
  return ways.toSorted((a, b) => a - b)[Math.floor(ways.length / 2)] ?? 0
}

// Paragraphs stand further apart, or begin further in after a full stop.
function isApart(above: PrintedLine, line: PrintedLine, pitch: number): boolean {
  if (line.y - above.y > PARAGRAPH_PITCH * Math.max(pitch, line.size)) return true
  const isIndented = (line.segments[0]?.left ?? 0) - (above.segments[0]?.left ?? 0) > INDENT * line.size
  return isIndented && /[.;:!?/]$/.test(above.segments.at(-1)?.text ?? '')
}

// One wide gap may be a justified line's; columns have theirs one below the other.
function findColumnsEnd(lines: readonly PrintedLine[], from: number): number {
  let gutter = gutterOf(lines[from]!)
  if (!gutter) return from
  let end = from + 1
  const columns = [lines[from]!]
  for (; end < lines.length; end += 1) {
    const line = lines[end]!
    const narrower = narrowGutter(line, gutter)
    if (!narrower || isCentered(line, columns) || line.y - lines[end - 1]!.y > MAX_LINE_GAP * line.size) break
    if (gutterOf(line)) columns.push(line)
    gutter = narrower
  }
  return columns.length > 1 ? end : from
}

// A title below two columns stands in the middle of both.
function isCentered({ segments }: PrintedLine, columns: readonly PrintedLine[]): boolean {
  const [only, second] = segments
  if (!only || second) return false
  const lefts = columns.map(({ segments: [left] }) => left!)
  const rights = columns.map(({ segments }) => segments[1]!)
  const middle = (only.left + only.right) / 2
  const offset = (among: readonly Segment[]): number => {
    const [from, to] = [Math.min(...among.map(({ left }) => left)), Math.max(...among.map(({ right }) => right))]
    return Math.abs((from + to) / 2 - middle)
  }
  return offset([...lefts, ...rights]) < Math.min(offset(lefts), offset(rights))
}

function gutterOf({ segments }: PrintedLine): Gutter | undefined {
  const [left, right] = segments
  if (segments.length !== 2 || !left || !right || left.text.length < MARK_LENGTH) return undefined
  return { left: left.right, right: right.left }
}

function narrowGutter({ segments, size }: PrintedLine, gutter: Gutter): Gutter | undefined {
  const middle = (gutter.left + gutter.right) / 2
  const left = Math.max(gutter.left, ...segments.filter(({ left }) => left < middle).map(({ right }) => right))
  const right = Math.min(gutter.right, ...segments.filter(({ left }) => left >= middle).map(({ left }) => left))
  return right - left > MIN_GUTTER * size ? { left, right } : undefined
}

function renderColumns(lines: readonly PrintedLine[]): string[] {
  const gutter = lines.reduce<Gutter>((gutter, line) => narrowGutter(line, gutter) ?? gutter, gutterOf(lines[0]!)!)
  const renderSide = (isWanted: (segment: Segment) => boolean): string[] =>
    lines.map((line) => renderLine({ ...line, segments: line.segments.filter(isWanted) })).filter(Boolean)
  return [...renderSide(({ left }) => left < gutter.right), '', ...renderSide(({ left }) => left >= gutter.right)]
}
