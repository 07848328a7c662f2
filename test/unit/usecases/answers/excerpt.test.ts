import { describe, expect, test } from 'vitest'
import { excerpt } from '../../../../src/usecases/answers/excerpt.ts'

const DUTY =
  'Ủy ban nhân dân huyện cụ thể hóa các quan điểm, mục tiêu phù hợp với tình hình thực tế của huyện; phân công trách nhiệm cho các phòng, ban; chú trọng bố trí kinh phí để triển khai các chương trình phối hợp; thường xuyên theo dõi, kiểm tra, đôn đốc việc thực hiện.'

describe('a long text is cut so that what was asked about stands in it', () => {
  test('the clause that holds it follows the beginning', () => {
    const cut = excerpt(DUTY, 'bố trí kinh phí', 170)
    expect(cut).toMatch(/^Ủy ban nhân dân huyện .* … chú trọng bố trí kinh phí .* …$/)
    expect(cut.length).toBeLessThanOrEqual(180)
  })

  test('tones need not be typed', () => {
    expect(excerpt(DUTY, 'kiem tra don doc', 170)).toContain('kiểm tra, đôn đốc')
  })

  test('a text that fits is left whole', () => {
    expect(excerpt(DUTY, 'bố trí kinh phí', 400)).toBe(DUTY)
  })

  test('what its beginning holds needs no more', () => {
    expect(excerpt(DUTY, 'cụ thể hóa quan điểm', 120)).not.toContain('kinh phí')
  })

  test('every part of it stands in the text', () => {
    for (const part of excerpt(DUTY, 'bố trí kinh phí kiểm tra đôn đốc', 200).split(' … ')) {
      expect(DUTY).toContain(part.replace(/ …$/, ''))
    }
  })
})
