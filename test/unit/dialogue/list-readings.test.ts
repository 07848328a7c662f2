import { describe, expect, test } from 'vitest'
import { listReadings } from '../../../src/dialogue/list-readings.ts'
import { understand } from '../../../src/dialogue/understand.ts'
import { aContext } from './dialogue-fixture.ts'

const read = (text: string) => {
  const context = aContext()
  const understanding = understand(text, context)
  return { understanding, readings: listReadings(text, understanding, context) }
}

describe('readings of a message', () => {
  test.each(['đơn vị tôi có nhiệm vụ gì', 'việc 1 được 60 %', 'ghi', 'hủy', 'tiếp', 'mã liên kết 482913', '2'])(
    '%s leaves nothing open',
    (text) => {
      expect(read(text).readings).toEqual([])
    },
  )

  test('a doubtful message leaves several, that of the recognizers first, all about the same things', () => {
    const { understanding, readings } = read('báo cáo tháng 12 của các xã')
    expect(readings.length).toBeGreaterThan(1)
    expect(readings.length).toBeLessThanOrEqual(4)
    expect(readings[0]?.name).toBe(understanding.intents[0]?.name)
    for (const { slots } of readings) expect(slots).toEqual(understanding.intents[0]?.slots)
  })
})
