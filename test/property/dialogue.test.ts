import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeUnderstanding } from '../../src/dialogue/describe-understanding.ts'
import { normalizeMessage } from '../../src/dialogue/normalize-message.ts'
import { understand } from '../../src/dialogue/understand.ts'
import { aContext, lexicon } from '../unit/dialogue/dialogue-fixture.ts'

const typed = fc.array(
  fc.oneof(
    fc.constantFrom(
      'nv 2',
      'xong',
      'chưa',
      'đang làm',
      '60%',
      '8/10 xã',
      'hạn',
      'bao giờ',
      'cv815',
      'phòng em',
      '264-KH/TU',
      ',',
      '?',
      '.',
      '\n',
      'tám một lăm',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  ),
  { maxLength: 12 },
)

describe('any message', () => {
  test('is understood as something, the same each time', () => {
    fc.assert(
      fc.property(typed, (parts) => {
        const text = parts.join(' ')
        const understanding = understand(text, aContext())
        return understanding.intents.length > 0 && JSON.stringify(understand(text, aContext())) === JSON.stringify(understanding)
      }),
      { numRuns: 150 },
    )
  })

  test('keeps its words tied to what was typed', () => {
    fc.assert(
      fc.property(typed, (parts) => {
        const message = normalizeMessage(parts.join(' '), lexicon)
        const starts = message.words.map(({ start }) => start)
        return (
          message.words.every(({ start, end }) => start >= 0 && start < end && end <= message.original.length) &&
          starts.every((start, at) => at === 0 || start >= starts[at - 1]!)
        )
      }),
      { numRuns: 300 },
    )
  })

  test('reads the same composed or decomposed, and with either place of the tone', () => {
    const texts = [
      'nhiệm vụ 2 đã hoàn thành',
      'Ủy ban Mặt trận Tổ quốc làm gì',
      'tổng hợp thủy lợi hòa bình',
      'hạn báo cáo là khi nào',
    ]
    for (const text of texts) {
      const line = describeUnderstanding(understand(text, aContext()))
      expect(describeUnderstanding(understand(text.normalize('NFD'), aContext())).intent).toBe(line.intent)
      expect(describeUnderstanding(understand(text.replaceAll('ủy', 'uỷ').replaceAll('hòa', 'hoà'), aContext())).intent).toBe(
        line.intent,
      )
    }
  })

  test('a question is never a report', () => {
    const duty = fc.integer({ min: 1, max: 9 })
    const ask = fc.constantFrom(
      'xong chưa',
      'đã hoàn thành chưa',
      'bao giờ xong',
      'đang làm đến đâu rồi',
      'được bao nhiêu phần trăm rồi',
      'ai làm',
    )
    const tail = fc.constantFrom('', '?', ' em', ' vậy em?', ' hả anh?', ' ạ?')
    fc.assert(
      fc.property(duty, ask, tail, (number, question, end) => {
        return !describeUnderstanding(understand(`nv ${number} ${question}${end}`, aContext())).isUpdate
      }),
    )
  })

  test('a percentage and a number that were said are those that are read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 99 }), (number, percent) => {
        const { updates } = describeUnderstanding(understand(`nhiệm vụ ${number} được ${percent}% rồi ạ`, aContext()))
        expect(updates).toMatchObject([{ duty: String(number), status: 'in_progress', percent }])
      }),
    )
  })
})
