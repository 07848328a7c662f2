import { describe, expect, test } from 'vitest'
import { findUnits, matchUnit } from '../../../src/units/find-units.ts'
import { aRegistry } from '../../support/unit-lexicon.ts'

const registry = aRegistry({
  'huyện Bình Sơn, tỉnh Quảng Ngãi': [
    'UBND huyện',
    'Phòng Nội vụ',
    'Phòng Văn hóa và Thông tin',
    'Công an huyện',
    'Trung tâm Truyền thông - Văn hóa - Thể thao',
    'Văn phòng HĐND và UBND huyện',
    'Ban Tuyên giáo Huyện ủy',
    'UBND các xã, thị trấn',
  ],
  'huyện Bù Gia Mập, tỉnh Bình Phước': [
    'UBND huyện',
    'Ban Chỉ đạo 35 huyện',
    'Ban Tuyên giáo Huyện ủy',
    'Các chi, đảng bộ cơ sở trực thuộc Huyện ủy',
    'Ban Chỉ đạo Công tác thông tin đối ngoại huyện',
    'Đài truyền thanh huyện',
  ],
  'tỉnh Bình Phước': [
    'Sở Nội vụ',
    'Sở Ngoại vụ',
    'Sở Thông tin và Truyền thông',
    'Sở Kế hoạch và Đầu tư',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Sở Tài chính',
    'Công an tỉnh',
    'Bộ Chỉ huy Bộ đội Biên phòng tỉnh',
    'Ủy ban MTTQ Việt Nam tỉnh',
    'Các sở, ban, ngành, UBND các huyện, thị xã, thành phố',
    'Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch',
  ],
  'huyện Ninh Hải, tỉnh Ninh Thuận': ['UBND huyện', 'Huyện đoàn', 'Ban Chỉ đạo 35 huyện', 'Công an huyện'],
})

describe('finding units in what officers type', () => {
  test.each([
    ['sngv lam j', 'sngv', 'so-ngoai-vu-tinh-binh-phuoc'],
    ['snv phai lam gi', 'snv', 'so-noi-vu-tinh-binh-phuoc'],
    ['uỷ ban mặt trân tổ quôc tĩnh', 'uỷ ban mặt trân tổ quôc tĩnh', 'uy-ban-mttq-viet-nam-tinh-binh-phuoc'],
    ['sở kế hoach va đâu tư', 'sở kế hoach va đâu tư', 'so-ke-hoach-dau-tu-tinh-binh-phuoc'],
    ['huyện đoàn ninh hải có phải làm kế hoạch không', 'huyện đoàn ninh hải', 'huyen-doan-huyen-ninh-hai'],
    ['huyendoan ninhhai', 'huyendoan ninhhai', 'huyen-doan-huyen-ninh-hai'],
    ['sonoivu bao h nop', 'sonoivu', 'so-noi-vu-tinh-binh-phuoc'],
    ['tt truyen thong bon e phai lm j', 'tt truyen thong', 'trung-tam-truyen-thong-van-hoa-the-thao-huyen-binh-son'],
    ['han cua trung tâm truyen thog', 'trung tâm truyen thog', 'trung-tam-truyen-thong-van-hoa-the-thao-huyen-binh-son'],
    ['van phong hdnd va ubnd huyen binh son lam gi', 'van phong hdnd va ubnd huyen binh son', 'van-phong-hdnd-ubnd-huyen-binh-son'],
    ['bcđ 35 bgm fai xong trc ngày nào', 'bcđ 35 bgm', 'ban-chi-dao-35-huyen-bu-gia-map'],
    ['ban chi dao ba muoi lam huyen ninh hai', 'ban chi dao ba muoi lam huyen ninh hai', 'ban-chi-dao-35-huyen-ninh-hai'],
    [
      'co quan thuong truc BCD cong tac ttdn huyen BGM la ai',
      'BCD cong tac ttdn huyen BGM',
      'ban-chi-dao-cong-tac-thong-tin-doi-ngoai-huyen-bu-gia-map',
    ],
    ['Đài truyền thanh huyện BGM được giao gì', 'Đài truyền thanh huyện BGM', 'dai-truyen-thanh-huyen-bu-gia-map'],
    ['btghu bgm lm gi', 'btghu bgm', 'ban-tuyen-giao-huyen-uy-huyen-bu-gia-map'],
    ['pnv binh son', 'pnv binh son', 'phong-noi-vu-huyen-binh-son'],
    ['vhtt bc a: da ra soat', 'vhtt', 'phong-van-hoa-thong-tin-huyen-binh-son'],
    ['biên phòng tỉnh giờ thuộc đâu', 'biên phòng tỉnh', 'bo-chi-huy-bo-doi-bien-phong-tinh-binh-phuoc'],
    ['chu tich ubnd huyen binh son ten la gi', 'ubnd huyen binh son', 'ubnd-huyen-binh-son'],
    ['ttxtdt co viec gi', 'ttxtdt', 'trung-tam-xuc-tien-dau-tu-thuong-mai-du-lich-tinh-binh-phuoc'],
    ['nhiệm vụ chung các sở ngành', 'các sở ngành', 'cac-so-ban-nganh-ubnd-cac-huyen-thi-xa-thanh-pho-tinh-binh-phuoc'],
    [
      'chi bộ cơ sở trực thuộc huyện ủy bù gia mập làm gì',
      'chi bộ cơ sở trực thuộc huyện ủy bù gia mập',
      'cac-chi-dang-bo-co-so-truc-thuoc-huyen-uy-huyen-bu-gia-map',
    ],
  ])('%s', (text, words, id) => {
    const [mention] = findUnits(text, registry)
    expect(mention?.words).toBe(words)
    expect(mention?.matches[0]?.unitId).toBe(`unt_${id}`)
  })

  test.each([
    'dv nao lo kinh phi',
    'số 815 ngày mấy',
    'trong kế hoạch có gì',
    'hỏi hạn báo cáo',
    'giao những việc gì',
    'xã trong các văn bản',
  ])('%s names no unit', (text) => {
    expect(findUnits(text, registry)).toEqual([])
  })

  test('a unit that no plan names is told apart, never answered for another', () => {
    expect(findUnits('Sở Y tế làm gì', registry)).toMatchObject([{ words: 'Sở Y tế', matches: [], derived: { name: 'Sở Y tế' } }])
    expect(findUnits('so van hoa tinh ninh thuan', registry)).toMatchObject([
      { matches: [], derived: { place: 'tỉnh Ninh Thuận' } },
    ])
    expect(findUnits('ban tuyen giao va dan van', registry)[0]?.matches).toEqual([])
  })

  test('a collective is never answered for another: neither other levels nor other kinds of units', () => {
    const known = aRegistry({
      'huyện Đại Lộc': ['Đảng ủy các xã, thị trấn', 'UBND huyện'],
      'tỉnh Quảng Nam': ['UBND các huyện, thị xã, thành phố'],
    })
    const derived = { name: 'UBND các xã', place: 'huyện Đại Lộc', isCollective: true }
    expect(findUnits('ubnd các xã ở Đại Lộc có việc gì', known)).toMatchObject([{ matches: [], derived }])
    const [mention] = findUnits('UBND các huyện, thị xã, thành phố có việc gì', known)
    expect(mention?.matches[0]?.unitId).toBe('unt_ubnd-cac-huyen-thi-xa-thanh-pho-tinh-quang-nam')
  })

  test('a typo between two names asks which, the right spelling does not', () => {
    const [one, other] = matchUnit('sở ngoi vu', registry)
    expect(one!.score - other!.score).toBeLessThan(0.03)
    expect(matchUnit('sở ngoai vu', registry)).toHaveLength(1)
    expect(matchUnit('so noi vu', registry)).toHaveLength(1)
  })

  test("the asker's own place comes first", () => {
    const near = { place: 'huyện Ninh Hải' }
    const [own, other] = matchUnit('ca huyen', registry, near)
    expect(own).toMatchObject({ unitId: 'unt_cong-an-huyen-ninh-hai' })
    expect(own!.score - other!.score).toBeGreaterThan(0.1)
    expect(matchUnit('ca huyen binh son', registry, near).map(({ unitId }) => unitId)).toEqual(['unt_cong-an-huyen-binh-son'])
  })

  test.each(['phong toi co viec gi', 'xa em phai lam gi', 'don vi minh', 'sở anh phải làm những gì'])(
    '%s means the asker',
    (text) => {
      const unitId = 'unt_phong-noi-vu-huyen-binh-son'
      expect(findUnits(text, registry, { unitId })).toMatchObject([{ isOwn: true, matches: [{ unitId }] }])
      expect(findUnits(text, registry)).toMatchObject([{ isOwn: true, matches: [] }])
    },
  )
})
