/**
 * Edits (insert, delete, replace, swap neighbours) that turn one text into the other.
 * Above the limit the answer is limit + 1, found without filling the whole table.
 */
export function measureDistance(left: string, right: string, limit = Number.POSITIVE_INFINITY): number {
  if (left === right) return 0
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let older: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = nextRow(left, right, row, last, older)
    if (Math.min(...current) > limit) return limit + 1
    older = last
    last = current
  }
  return Math.min(last[right.length]!, limit + 1)
}

function nextRow(left: string, right: string, row: number, last: readonly number[], older: readonly number[]): number[] {
  const current = [row]
  for (let column = 1; column <= right.length; column++) {
    const same = left[row - 1] === right[column - 1]
    let edits = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1))
    const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
    if (swapped) edits = Math.min(edits, older[column - 2]! + 1)
    current.push(edits)
  }
  return current
}

/** Edits per letter of the longer text: 0 = the same, 1 = nothing in common. */
export function measureDifference(left: string, right: string): number {
  const longer = Math.max(left.length, right.length)
  return longer === 0 ? 0 : measureDistance(left, right) / longer
}
