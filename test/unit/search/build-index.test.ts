import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BuildSearchIndex } from '../../../src/ports/search.ts'
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
const build: BuildSearchIndex = buildIndex
const index = build(DUTIES)
const listIds = (query: string): string[] => index.search(query).map((hit) => hit.id)
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

  test('a question typed without accents finds the same documents, whatever it asks', () => {
    const words = DUTIES.flatMap(({ text }) => text.split(/[^\p{L}]+/u)).filter(Boolean)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), (picked) => {
        const query = picked.join(' ')
        expect(new Set(listIds(fold(query)))).toEqual(new Set(listIds(query)))
      }),
    )
  })

  test('a stretch of one document typed without accents, decomposed or in capitals finds that document', () => {
    const stretches = DUTIES.flatMap(({ id, text }) => {
      const words = text.split(/[^\p{L}]+/u).filter(Boolean)
      return words.slice(4).map((_, from) => ({ id, query: words.slice(from, from + 5).join(' ') }))
    })
    const ways = [fold, (query: string) => query.normalize('NFD'), (query: string) => query.toUpperCase()]
    fc.assert(
      fc.property(fc.constantFrom(...stretches), fc.constantFrom(...ways), ({ id, query }, write) => {
        expect(findFirst(write(query))).toBe(id)
      }),
    )
  })

  test('old and new places of the tone mark are one', () => {
    const built = build([{ id: 'a', title: '', text: 'xây dựng văn hoá, củng cố uỷ ban' }])
    expect(built.search('văn hóa ủy ban')[0]?.coverage).toBeGreaterThan(0.9)
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
