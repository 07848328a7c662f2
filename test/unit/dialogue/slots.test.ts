import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/dialogue/understand.ts'
import { aContext } from './dialogue-fixture.ts'

const slotsOf = (text: string) => understand(text, aContext()).intents[0]!.slots

describe('plans named in a message', () => {
  test.each([
    ['hạn báo cáo của 815', ['pln_bs']],
    ['cv815', ['pln_bs']],
    ['tóm tắt 261KHHU', ['pln_bgm']],
    ['kh 197 ai ký', ['pln_bp']],
    ['197/KH-UBND nói về gì', ['pln_bp']],
    ['công văn tám một lăm ai ký', ['pln_bs']],
    ['tóm tắt kế hoạch hai sáu mốt', ['pln_bgm']],
    ['kế hoạch của Ninh Hải hạn bao giờ', ['pln_nh']],
    ['ke hoach cua huyen uy bu gia map noi ve gi', ['pln_bgm']],
    ['công văn bình sơn ai ký', ['pln_bs']],
    ['kh bgm ai ký', ['pln_bgm']],
  ])('%s', (text, planIds) => {
    expect(slotsOf(text).plans.flatMap((plan) => plan.planIds)).toEqual(planIds)
  })

  test.each([
    ['kế hoạch 264 của tỉnh ủy nói gì', '264-KH/TU'],
    ['264-KH/TU nói gì về kinh phí', '264-KH/TU'],
    ['kết luận 57 nói gì', '57-KL/TW'],
    ['kế hoạch 999 nói gì', '999'],
  ])('%s names a paper that is not loaded', (text, number) => {
    expect(slotsOf(text).plans).toMatchObject([{ planIds: [], number }])
  })

  test('the words are those that were typed', () => {
    const text = 'hạn của kh  197 là bao giờ'
    const [plan] = slotsOf(text).plans
    expect(plan?.words).toBe('kh  197')
    expect(text.slice(plan?.start, plan?.end)).toBe('kh  197')
  })
})

describe('sections named in a message', () => {
  test.each([
    ['nguyên văn mục 2.b', ['2.b']],
    ['mục sáu công văn 815 của đơn vị nào', ['6']],
    ['nguyên văn III.3.2.a', ['III.3.2.a']],
    ['trích điểm b mục 2', ['2.b']],
    ['nguyen van muc III khoan 3', ['III.3']],
  ])('%s', (text, sections) => {
    expect(slotsOf(text).sections).toEqual(sections)
  })
})

describe('what a question is about', () => {
  test.each([
    ['Ai chủ trì kiểm tra chế độ bảo mật?', 'kiểm tra chế độ bảo mật'],
    ['tìm nội dung về biên giới', 'biên giới'],
    ['đv nào phụ trách TTĐN', 'thông tin đối ngoại'],
    ['phòng em phải làm gì trong cv 815', ''],
  ])('%s', (text, topic) => {
    expect(slotsOf(text).topic).toBe(topic)
  })
})

describe('windows, ordinals and codes', () => {
  test('a month', () => {
    expect(slotsOf('ds nv qua han thang 11').window).toEqual({ from: '2026-11-01', to: '2026-11-30' })
  })

  test.each([
    ['nguyên văn việc 1 và 3', [1, 3]],
    ['nguyen van nv 2', [2]],
    ['nguyên văn việc thứ hai', [2]],
  ])('%s', (text, ordinals) => {
    expect(slotsOf(text).ordinals).toEqual(ordinals)
  })

  test.each(['mã liên kết 482913', 'ma lien ket 482913', '/start 482913', 'Mã liên kết: 482913'])('%s', (text) => {
    expect(slotsOf(text).linkCode).toBe('482913')
  })
})

describe('for whom a report is made', () => {
  test.each([
    ['ghi hộ anh Nam nv 2 xong', 'anh Nam'],
    ['ghi ho anh nam nv 2 xong roi', 'anh nam'],
    ['em báo cáo giúp đồng chí Trần Văn Hùng: nhiệm vụ 1 hoàn thành', 'đồng chí Trần Văn Hùng'],
    ['thay mặt Phòng Nội vụ báo cáo nhiệm vụ 3 đang làm', 'Phòng Nội vụ'],
    ['báo cáo thay lãnh đạo phòng: nv 2 vướng kinh phí', 'lãnh đạo phòng'],
    ['ghi hộ anh nv 2 xong', undefined],
    ['ghi giúp tôi nv 3 xong', undefined],
  ])('%s', (text, onBehalf) => {
    expect(slotsOf(text).onBehalf).toBe(onBehalf)
  })
})

describe('units that no paper has named', () => {
  test.each([
    ['Trung tâm Y tế huyện Bình Sơn có việc gì', 'Trung tâm Y tế huyện', 'huyện Bình Sơn'],
    ['Đài truyền thanh huyện BGM làm gì', 'Đài truyền thanh huyện', 'huyện Bù Gia Mập'],
    ['Trạm Y tế xã Bình Minh phải làm gì', 'Trạm Y tế xã', 'xã Bình Minh'],
    ['Đảng ủy các xã ở Ninh Hải làm gì', 'Đảng ủy các xã', 'huyện Ninh Hải'],
  ])('%s', (text, name, place) => {
    expect(slotsOf(text).units).toMatchObject([{ matches: [], derived: { name, place } }])
  })

  test('a verb behind a head is no part of a name', () => {
    expect(slotsOf('Trung tâm Y tế làm gì').units).toMatchObject([{ derived: { name: 'Trung tâm Y tế' } }])
  })
})

test.each(['sở tttt phải làm gì', 'so tttt mo lop tap huan khi nao'])(
  '%s: initials of one letter are no drawn-out word',
  (text) => {
    expect(slotsOf(text).units).toMatchObject([{ words: expect.stringMatching(/^s[ởo] tttt$/) }])
    expect(slotsOf(text).units[0]?.isOwn).toBeUndefined()
  },
)
