/** Words from-to (to exclusive) of two texts that stand at the same place and read differently; one of them may be empty. */
export type WordDifference = {
  readonly left: readonly [from: number, to: number]
  readonly right: readonly [from: number, to: number]
}

/** Where two lists of words differ when as many equal words as possible are laid on each other, in order. */
export function alignWords(left: readonly string[], right: readonly string[]): WordDifference[] {
  const lengths = measureCommon(left, right)
  const width = right.length + 1
  const differences: WordDifference[] = []
  let [row, column, fromRow, fromColumn] = [0, 0, 0, 0]
  const close = (): void => {
    if (row > fromRow || column > fromColumn) differences.push({ left: [fromRow, row], right: [fromColumn, column] })
  }
  while (row < left.length && column < right.length) {
    if (left[row] === right[column]) {
      close()
      row++
      column++
      fromRow = row
      fromColumn = column
    } else if (lengths[(row + 1) * width + column]! >= lengths[row * width + column + 1]!) row++
    else column++
  }
  row = left.length
  column = right.length
  close()
  return differences
}

/** Length of the longest common subsequence of every pair of endings. */
function measureCommon(left: readonly string[], right: readonly string[]): Uint32Array {
  const width = right.length + 1
  const lengths = new Uint32Array((left.length + 1) * width)
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      const isSame = left[row] === right[column]
      const below = lengths[(row + 1) * width + column]!
      const beside = lengths[row * width + column + 1]!
      lengths[row * width + column] = isSame ? lengths[(row + 1) * width + column + 1]! + 1 : Math.max(below, beside)
    }
  }
  return lengths
}
