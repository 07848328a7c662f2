import { describe, expect, test } from 'vitest'
import type { Passage } from '../../../../src/domain/plan.ts'
import { compareCopies } from '../../../../src/usecases/papers/compare-copies.ts'
import { countPairs, findBetterReadings } from '../../../../src/usecases/papers/find-better-readings.ts'

function aCopy(...texts: string[]): { passages: Passage[] } {
  return { passages: texts.map((text, index) => ({ path: '', lines: [index + 1, index + 1], text })) }
}

describe('two copies of one paper', () => {
  test('are laid on each other paragraph by paragraph, those that only one of them has left alone', () => {
    const shown = aCopy('KẾ HOẠCH', 'Giữ gìn bắn súng văn hóa của huyện.', 'Rà soát kinh phí, báo cáo trước tháng 10.')
    const other = aCopy(
      'ĐẢNG BỘ TỈNH',
      'KẾ HOẠCH',
      'Giữ gìn bản sắc văn hóa của huyện.',
      'Rà soát kinh phí, báo cáo trước tháng 10!',
    )
    expect(compareCopies(shown, other)).toMatchObject([
      { shown: null, other: { lines: [1, 1] } },
      { shown: { lines: [1, 1] }, other: { lines: [2, 2] }, differences: [] },
      { differences: [{ shown: 'bắn súng', other: 'bản sắc', before: 'Giữ gìn', after: 'văn hóa của' }] },
      { differences: [] },
    ])
  })

  test('words that only one copy has are told as well', () => {
    const [compared] = compareCopies(aCopy('Công an huyện chủ trì bảo vệ'), aCopy('Công an chủ trì bảo vệ trật tự'))
    expect(compared?.differences).toMatchObject([
      { shown: 'huyện', other: '' },
      { shown: '', other: 'trật tự' },
    ])
  })
})

describe('a reading of the other copy', () => {
  const papers = [
    aCopy('Xây dựng nền văn hóa đậm đà bản sắc dân tộc, lồng ghép nội dung tuyên truyền.', 'Đa dạng, bắn súng và hội nhập'),
  ]
  const counts = countPairs(papers)

  test('is shown where papers write so, and nowhere what the shown copy says', () => {
    expect(findBetterReadings('Đa dạng, bắn súng và hội nhập', 'pa đảng, bản sắc và hội nhập', counts)).toEqual([
      { shown: 'Đa dạng, bắn súng và hội', other: 'pa đảng, bản sắc và hội' },
    ])
  })

  test.each([
    ['the shown words are known', 'đậm đà bản sắc dân tộc', 'đậm đà bạn sắt dân tộc'],
    ['neither is known', 'ngắm hoa đào', 'ngắm hòa đạo'],
    ['the words look nothing alike', 'bảo vệ dân tộc', 'bảo sắc dân tộc'],
    ['a long stretch is damaged', 'một hai ba bốn năm', 'nền văn hóa đậm đà'],
  ])('is kept back where %s', (_, shown, other) => {
    expect(findBetterReadings(shown, other, counts)).toEqual([])
  })
})
