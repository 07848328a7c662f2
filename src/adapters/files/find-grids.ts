import type { Rule } from './find-rules.ts'

/** A cell between ruled lines, and how many columns and rows of the grid it covers. */
export type GridCell = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly columns: number
  readonly rows: number
}

/** A ruled table: its borders and its rows of cells, each cell in the row where it begins. */
export type Grid = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly rows: readonly (readonly GridCell[])[]
}

// Borders of neighbors meet, or nearly so.
const NEAR = 4
const MAX_RULES = 4000

/** The tables that ruled lines draw on a page, from top to bottom. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  if (rules.length > MAX_RULES) return []
  return groupTouching(mergeRules(rules))
    .flatMap(buildGrid)
    .toSorted((a, b) => a.top - b.top)
}

// A border is drawn cell by cell: pieces on one line are one rule.
function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: { isVertical: boolean; at: number; from: number; to: number }[] = []
  for (const rule of rules.toSorted((a, b) => a.from - b.from)) {
    const other = merged.find(
      ({ isVertical, at, to }) => isVertical === rule.isVertical && Math.abs(at - rule.at) < NEAR && rule.from <= to + NEAR,
    )
    if (other) other.to = Math.max(other.to, rule.to)
    else merged.push({ ...rule })
  }
  return merged
}

function groupTouching(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = []
  for (const rule of rules) {
    const touched = groups.filter((group) => group.some((other) => isTouching(rule, other)))
    const joined = [rule, ...touched.flat()]
    for (const group of touched) groups.splice(groups.indexOf(group), 1)
    groups.push(joined)
  }
  return groups
}

function isTouching(a: Rule, b: Rule): boolean {
  if (a.isVertical === b.isVertical) return false
  return isWithin(a.at, b) && isWithin(b.at, a)
}

function isWithin(at: number, { from, to }: Rule): boolean {
  return at > from - NEAR && at < to + NEAR
}

function buildGrid(rules: readonly Rule[]): Grid[] {
  const xs = listPositions(rules.filter(({ isVertical }) => isVertical))
  const ys = listPositions(rules.filter(({ isVertical }) => !isVertical))
  if (xs.length < 2 || ys.length < 2) return []
  const taken = new Set<string>()
  const isRuled = (isVertical: boolean, at: number, across: number): boolean =>
    rules.some((rule) => rule.isVertical === isVertical && Math.abs(rule.at - at) < NEAR && rule.from < across && rule.to > across)
  const rows = ys.slice(0, -1).map((top, row) =>
    xs.slice(0, -1).flatMap((left, column): GridCell[] => {
      if (taken.has(`${row}.${column}`)) return []
      let columns = 1
      while (column + columns < xs.length - 1 && !isRuled(true, xs[column + columns]!, middleOf(ys, row))) columns += 1
      let height = 1
      while (row + height < ys.length - 1 && !isRuled(false, ys[row + height]!, middleOf(xs, column))) height += 1
      for (let down = 0; down < height; down += 1) {
        for (let along = 0; along < columns; along += 1) taken.add(`${row + down}.${column + along}`)
      }
      return [{ left, right: xs[column + columns]!, top, bottom: ys[row + height]!, columns, rows: height }]
    }),
  )
  return [{ left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)!, rows }]
}

function middleOf(positions: readonly number[], at: number): number {
  return (positions[at]! + positions[at + 1]!) / 2
}

function listPositions(rules: readonly Rule[]): number[] {
  const positions: number[] = []
  for (const { at } of rules.toSorted((a, b) => a.at - b.at)) {
    if (at - (positions.at(-1) ?? -Infinity) > NEAR) positions.push(at)
  }
  return positions
}
