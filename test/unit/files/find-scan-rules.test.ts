import { describe, expect, test } from 'vitest'
import { findGrids } from '../../../src/adapters/files/find-grids.ts'
import { eraseRules, findScanRules } from '../../../src/adapters/files/find-scan-rules.ts'
import { cutPicture, type GrayPicture } from '../../../src/adapters/files/gray-picture.ts'

const SIZE = 600

/** White paper with boxes of ink: left, top, width, height. */
function drawInk(boxes: readonly (readonly [number, number, number, number])[]): GrayPicture {
  const data = new Uint8Array(SIZE * SIZE).fill(255)
  for (const [left, top, width, height] of boxes) {
    for (let y = top; y < top + height; y += 1) data.fill(0, y * SIZE + left, y * SIZE + left + width)
  }
  return { width: SIZE, height: SIZE, data }
}

const TABLE = drawInk([
  ...[100, 200, 300].map((y) => [50, y, 401, 2] as const),
  ...[50, 150, 300, 450].map((x) => [x, 100, 2, 201] as const),
  [170, 240, 12, 15],
])

describe('ruled lines on a scan', () => {
  test('make the cells of a table, and letters are none of them', () => {
    const [grid, ...others] = findGrids(findScanRules(TABLE))
    expect(others).toEqual([])
    expect(grid?.rows.map((row) => row.map(({ left, top }) => [Math.round(left), Math.round(top)]))).toEqual([
      [
        [51, 101],
        [151, 101],
        [301, 101],
      ],
      [
        [51, 201],
        [151, 201],
        [301, 201],
      ],
    ])
  })

  test('are erased, and the letters between them stay', () => {
    const clean = eraseRules(TABLE, findScanRules(TABLE))
    expect(clean.data.filter((shade) => shade === 0)).toHaveLength(12 * 15)
    expect(cutPicture(clean, { left: 150, right: 300, top: 200, bottom: 300 }, 5)).toMatchObject({ width: 160, height: 110 })
    expect(cutPicture(clean, { left: 300, right: 450, top: 200, bottom: 300 }, 5)).toBeUndefined()
  })

  test('a dark picture has none', () => {
    expect(findScanRules(drawInk([[20, 20, 560, 560]]))).toEqual([])
  })
})
