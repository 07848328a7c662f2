import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex } from '../../../src/search/build-index.ts'
import { fold } from '../../../src/text/fold.ts'

const DUTIES = [
  { id: 'cadres', title: 'Phòng Nội vụ', text: 'Chủ trì hướng dẫn bố trí, đào tạo cán bộ làm công tác thông tin đối ngoại.' },
  { id: 'broadcast', title: 'Trung tâm Truyền thông', text: 'Mở chuyên trang, chuyên mục về thông tin đối ngoại trên fanpage.' },
  { id: 'budget', title: 'Phòng Tài chính - Kế hoạch', text: 'Tham mưu bố trí kinh phí hằng năm theo khả năng cân đối ngân sách.' },
  {
    id: 'border',
    title: 'Công an huyện',
    text: 'Bảo đảm an ninh, trật tự; đấu tranh với thông tin xấu, độc trên không gian mạng.',
  },
]
const index = buildIndex(DUTIES)
const findFirst = (query: string): string | undefined => index.search(query)[0]?.id

describe('the search index', () => {
  test.each([
    ['kinh phí lấy ở đâu', 'budget'],
    ['dao tao can bo', 'cadres'],
    ['chuyên mục', 'broadcast'],
    ['fanpage', 'broadcast'],
    ['an ninh mạng', 'border'],
    ['ĐÀO TẠO CÁN BỘ'.normalize('NFD'), 'cadres'],
  ])('%s finds %s', (query, id) => {
    expect(findFirst(query)).toBe(id)
  })

  test.each(['', '   ', '?!', '——'])('nothing is found for %j', (query) => {
    expect(index.search(query)).toEqual([])
  })

  test('coverage is 1 when all is held and less when the plans do not say', () => {
    expect(index.search('bố trí kinh phí hằng năm')[0]).toMatchObject({ id: 'budget', coverage: 1 })
    expect(index.search('lương cơ sở 2027')[0]?.coverage ?? 0).toBeLessThan(0.6)
  })

  test('only and top limit the hits', () => {
    expect(index.search('thông tin', { top: 1 })).toHaveLength(1)
    expect(index.search('thông tin', { only: (id) => id === 'border' }).map((hit) => hit.id)).toEqual(['border'])
  })

  test('a question typed without accents finds the same first answer', () => {
    const words = DUTIES.flatMap(({ text }) => text.split(/[^\p{L}]+/u)).filter(Boolean)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), (picked) => {
        const query = picked.join(' ')
        expect(
          index
            .search(fold(query))
            .map((hit) => hit.id)
            .sort(),
        ).toEqual(
          index
            .search(query)
            .map((hit) => hit.id)
            .sort(),
        )
      }),
    )
  })

  test('any text may be asked and indexed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.string({ unit: 'grapheme' }), (texts, query) => {
        const fuzzed = buildIndex(texts.map((text, at) => ({ id: String(at), title: '', text })))
        for (const hit of fuzzed.search(query)) {
          expect(hit.score).toBeGreaterThan(0)
          expect(hit.coverage).toBeGreaterThanOrEqual(0)
          expect(hit.coverage).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
