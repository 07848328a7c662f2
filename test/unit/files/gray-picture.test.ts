import { describe, expect, test } from 'vitest'
import { stackPictures, toGray, turnPicture } from '../../../src/adapters/files/gray-picture.ts'

const ROW = { width: 3, height: 1, data: Uint8Array.from([1, 2, 3]) }

describe('pictures of a scan', () => {
  test('of one bit a pixel are black where the bit is not set, each row on bytes of its own', () => {
    const data = Uint8Array.from([0b10100000, 0b10000000, 0b01000000, 0])
    expect([...toGray({ width: 9, height: 2, data })!.data]).toEqual([255, 0, 255, 0, 0, 0, 0, 0, 255, 0, 255, 0, 0, 0, 0, 0, 0, 0])
  })

  test('with transparency lie on white paper', () => {
    const data = Uint8Array.from([0, 0, 0, 255, 0, 0, 0, 0])
    expect([...toGray({ width: 2, height: 1, data })!.data]).toEqual([0, 255])
  })

  test('of bytes that fit no way of storing are none', () => {
    expect(toGray({ width: 10, height: 10, data: new Uint8Array(7) })).toBeUndefined()
  })

  test('turn by quarters and come back', () => {
    expect(turnPicture(ROW, 1)).toEqual({ width: 1, height: 3, data: Uint8Array.from([1, 2, 3]) })
    expect(turnPicture(ROW, 2).data).toEqual(Uint8Array.from([3, 2, 1]))
    expect(turnPicture(turnPicture(ROW, 1), 3)).toEqual(ROW)
  })

  test('in strips are one', () => {
    const stacked = stackPictures([ROW, { ...ROW, height: 2, data: Uint8Array.from([4, 5, 6, 7, 8, 9]) }])
    expect({ ...stacked, data: [...stacked.data] }).toEqual({ width: 3, height: 3, data: [1, 2, 3, 4, 5, 6, 7, 8, 9] })
  })
})
