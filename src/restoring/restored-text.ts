import type { Quality } from '../domain/plan.ts'

/** A stretch of the source and what it was restored to; stretches follow one another without gaps or overlaps. */
export type RestoredSpan = {
  readonly sourceStart: number
  readonly sourceEnd: number
  readonly start: number
  readonly end: number
  /** 0..1, how sure the words are; 1 for what was kept as it was. */
  readonly certainty: number
}

/** Correct text, line for line with its source, and the way back to every byte of it. */
export type RestoredText = {
  readonly source: string
  readonly text: string
  /** In order, covering both texts whole. */
  readonly spans: readonly RestoredSpan[]
  readonly quality: Quality
  /** Per line: 0..1, and whether the line was read anew. */
  readonly lines: readonly { readonly score: number; readonly isDamaged: boolean }[]
}

/** The stretch of the source that a stretch of the restored text came from. */
export function findSourceRange(
  { spans }: Pick<RestoredText, 'spans'>,
  start: number,
  end: number,
): readonly [start: number, end: number] {
  return [mapStart(spans, start, 'start', 'sourceStart'), mapEnd(spans, end, 'start', 'sourceStart')]
}

/** The stretch of the restored text that a stretch of the source became. */
export function findRestoredRange(
  { spans }: Pick<RestoredText, 'spans'>,
  start: number,
  end: number,
): readonly [start: number, end: number] {
  return [mapStart(spans, start, 'sourceStart', 'start'), mapEnd(spans, end, 'sourceStart', 'start')]
}

/** How sure the least sure word of a stretch of the restored text is. */
export function findCertainty({ spans }: Pick<RestoredText, 'spans'>, start: number, end: number): number {
  let least = 1
  for (let i = findSpan(spans, start, 'start'); i < spans.length && spans[i]!.start < end; i++)
    least = Math.min(least, spans[i]!.certainty)
  return least
}

type Side = 'start' | 'sourceStart'
const ENDS = { start: 'end', sourceStart: 'sourceEnd' } as const

function mapStart(spans: readonly RestoredSpan[], offset: number, from: Side, to: Side): number {
  const span = spans[findSpan(spans, offset, from)]
  if (!span) return 0
  return isSameLength(span) ? span[to] + Math.min(offset - span[from], span[ENDS[to]] - span[to]) : span[to]
}

function mapEnd(spans: readonly RestoredSpan[], offset: number, from: Side, to: Side): number {
  const span = spans[findSpan(spans, Math.max(0, offset - 1), from)]
  if (!span) return 0
  if (offset <= span[from]) return span[to]
  return isSameLength(span) ? span[to] + Math.min(offset - span[from], span[ENDS[to]] - span[to]) : span[ENDS[to]]
}

function isSameLength(span: RestoredSpan): boolean {
  return span.end - span.start === span.sourceEnd - span.sourceStart
}

function findSpan(spans: readonly RestoredSpan[], offset: number, side: Side): number {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (spans[middle]![side] <= offset) low = middle
    else high = middle - 1
  }
  return low
}
