import { describe, expect, test } from 'vitest'
import { buildIndex } from '../../src/search/build-index.ts'

/** Duties of an invented district, worded as such papers word them. */
const DUTIES = [
  {
    id: 'train',
    title: 'Phòng Nội vụ',
    text: 'Chủ trì, phối hợp với Phòng Văn hóa - Thông tin hướng dẫn bố trí, đào tạo, bồi dưỡng cán bộ làm công tác thông tin đối ngoại.',
  },
  {
    id: 'praise',
    title: 'Phòng Nội vụ',
    text: 'Tham mưu công tác thi đua, khen thưởng các tập thể, cá nhân có thành tích trong công tác thông tin đối ngoại.',
  },
  {
    id: 'budget',
    title: 'Phòng Tài chính - Kế hoạch',
    text: 'Tham mưu bố trí kinh phí thực hiện hằng năm theo khả năng cân đối ngân sách.',
  },
  {
    id: 'report',
    title: 'Phòng Văn hóa - Thông tin',
    text: 'Theo dõi, đôn đốc, tổng hợp kết quả thực hiện, báo cáo UBND huyện trước ngày 05 tháng 11 hằng năm.',
  },
  {
    id: 'column',
    title: 'Trung tâm Truyền thông - Văn hóa - Thể thao',
    text: 'Mở chuyên trang, chuyên mục về thông tin đối ngoại trên cổng thông tin điện tử và fanpage của huyện.',
  },
  {
    id: 'border',
    title: 'Công an huyện',
    text: 'Đấu tranh, ngăn chặn thông tin xấu, độc trên không gian mạng; bảo đảm an ninh mạng.',
  },
  {
    id: 'school',
    title: 'Phòng Giáo dục và Đào tạo',
    text: 'Đưa nội dung giáo dục chủ quyền biển, đảo vào chương trình ngoại khóa của các trường.',
  },
  { id: 'wages', title: 'Phòng Lao động', text: 'Nâng cao chất lượng đào tạo nghề tại các cơ sở dạy nghề.' },
  {
    id: 'commune',
    title: 'UBND các xã, thị trấn',
    text: 'Tuyên truyền tại cơ sở; thường xuyên báo cáo tình hình về Phòng Văn hóa - Thông tin.',
  },
]
const index = buildIndex(DUTIES, ['như thế nào', 'bao nhiêu', 'ở đâu', 'gì', 'nào'])
const order = (query: string, top = 3): string[] => index.search(query, { top }).map((hit) => hit.id)
const coverage = (query: string): number => index.search(query, { top: 1 })[0]?.coverage ?? 0

describe('which duty comes first', () => {
  // train: holds every word · column: of the rest the one that says "thông tin" twice
  test.each(['đào tạo cán bộ làm thông tin đối ngoại', 'dao tao can bo lam thong tin doi ngoai'])('%s', (query) => {
    expect(order(query, 2)).toEqual(['train', 'column'])
  })

  // column, praise and train hold both pairs, the short ones first; border holds only "thông tin"
  test('a phrase of two words ranks those that hold both before those that hold one', () => {
    const found = order('thông tin đối ngoại', 9)
    expect(new Set(found.slice(0, 3))).toEqual(new Set(['praise', 'column', 'train']))
    expect(found.indexOf('border')).toBeGreaterThan(2)
  })

  // report says it in its duty · commune only reports to a room, and regularly
  test('báo cáo UBND huyện trước ngày nào', () => {
    expect(order('báo cáo UBND huyện trước ngày nào', 2)).toEqual(['report', 'commune'])
  })

  // the title is the unit: its own duties come before duties that only name it
  test('phòng giáo dục và đào tạo', () => {
    expect(order('phòng giáo dục và đào tạo', 1)).toEqual(['school'])
  })

  // tones tell "lương" (wages, nowhere) from "lượng": without accents both may be meant
  test('an accented word prefers its own tones', () => {
    const near = buildIndex([
      { id: 'salary', title: '', text: 'Chi trả lương đúng hạn cho người lao động' },
      { id: 'quality', title: '', text: 'Nâng cao chất lượng đúng chuẩn cho người lao động' },
    ])
    expect(near.search('lương', { top: 1 })[0]?.id).toBe('salary')
    expect(near.search('lượng', { top: 1 })[0]?.id).toBe('quality')
  })

  // one syllable, one holder
  test.each([
    ['fanpage', 'column'],
    ['fanpge', 'column'], // no Vietnamese syllable, one letter away from a known word
    ['ngân', 'budget'],
    ['biển', 'school'],
    ['05', 'report'],
  ])('%s finds %s', (query, id) => {
    expect(order(query, 1)).toEqual([id])
  })

  // "đảo" and "xã" are syllables of their own and are never bent towards "đào" places or other units
  test('what could be another place or unit is never taken for a known one', () => {
    expect(order('Bình Thuậm')).toEqual([])
    const places = buildIndex([{ id: 'thuan', title: 'UBND xã Phú Thuận', text: 'Tuyên truyền' }])
    expect(places.search('Nhuận')).toEqual([])
  })
})

describe('how much of a question a duty holds', () => {
  test.each(['kinh phí bố trí như thế nào', 'mo chuyen trang chuyen muc', 'an ninh mạng', 'kinh phí lấy ở đâu'])(
    'much: %s',
    (query) => {
      expect(coverage(query)).toBeGreaterThan(0.5)
    },
  )

  test.each(['lương cơ sở 2027 bao nhiêu', 'giá vàng hôm nay', 'thời tiết ngày mai thế nào', 'số điện thoại trưởng phòng'])(
    'little: %s',
    (query) => {
      expect(coverage(query)).toBeLessThan(0.5)
    },
  )
})
