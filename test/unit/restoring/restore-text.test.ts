import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findCertainty, findRestoredRange, findSourceRange } from '../../../src/restoring/restored-text.ts'
import { restoreText } from '../../../src/restoring/restore-text.ts'
import { compareSyllables } from '../../bench/compare-syllables.ts'
import { openTestRestorer } from '../../support/open-test-restorer.ts'

const restorer = openTestRestorer()
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/restoring', name), 'utf8')
const restore = (source: string) => restoreText(source, restorer).text
// Enough of a damaged paper around a line that the line is known to be damaged.
const within = (line: string) => {
  const source = `${line}\n${fixture('plan.damaged.txt')}`
  return restore(source).split('\n')[0]
}

describe('a paper that was read with the wrong model', () => {
  const damaged = fixture('plan.damaged.txt')
  const restored = restoreText(damaged, restorer)

  test('is restored syllable by syllable', () => {
    const { right, total } = compareSyllables(fixture('plan.clean.txt'), restored.text)
    expect(right / total).toBeGreaterThan(0.99)
  })

  test('keeps its lines, blank ones too', () => {
    const [source, text] = [damaged.split('\n'), restored.text.split('\n')]
    expect(text).toHaveLength(source.length)
    expect(text.map((line) => line.trim() === '')).toEqual(source.map((line) => line.trim() === ''))
  })

  test('is told to be a scan', () => {
    expect(restored.quality.label).toBe('bản quét kém')
    expect(restored.quality.score).toBeLessThan(0.95)
  })

  test('restored twice is restored once', () => {
    expect(restore(restored.text)).toBe(restored.text)
  })

  test('leads from a restored phrase back to what the source has there, and forth', () => {
    const start = restored.text.indexOf('Phòng Văn hóa')
    const [from, to] = findSourceRange(restored, start, start + 'Phòng Văn hóa'.length)
    expect(damaged.slice(from, to)).toBe('Phong Van hoa')
    expect(findRestoredRange(restored, from, to)).toEqual([start, start + 'Phòng Văn hóa'.length])
  })

  test('tells how sure each stretch is', () => {
    const start = restored.text.indexOf('Chủ trì, phối hợp')
    expect(findCertainty(restored, start, start + 17)).toBeGreaterThan(0.8)
    expect(restored.spans.every(({ certainty }) => certainty >= 0 && certainty <= 1)).toBe(true)
  })
})

describe('single damages, inside a damaged paper', () => {
  test.each([
    ['S6:815 /UBND Binh Son, ngay 2/ thang 3 nam 2024', 'Số:815 /UBND Bình Sơn, ngày 2/ tháng 3 năm 2024'],
    ['phat trién kinh té - x4 hoi cta dia phuong', 'phát triển kinh tế - xã hội của địa phương'],
    ['ngay 06thang 6 nam 2024', 'ngày 06 tháng 6 năm 2024'],
    ['Quyét dinh s6 755/Qb-UBND ngay 06/5/2024', 'Quyết định số 755/QĐ-UBND ngày 06/5/2024'],
    ['Quyét dinh s6 12/QB-TTg ngay 06/5/2024', 'Quyết định số 12/QĐ-TTg ngày 06/5/2024'],
    ['Cong van s6 33/BTC-NSNN ngay 06/5/2024', 'Công văn số 33/BTC-NSNN ngày 06/5/2024'],
    ['Cac dong chi Huyén uy vién, lanh dao cac phong', 'Các đồng chí Huyện ủy viên, lãnh đạo các phòng'],
    ['giao So Thong tin va Truyén théng tham muu', 'giao Sở Thông tin và Truyền thông tham mưu'],
    ['quan ly cac doan ra, doan vao cia tinh', 'quản lý các đoàn ra, đoàn vào của tỉnh'],
    ['day manh truyén théng, quang ba hinh anh', 'đẩy mạnh truyền thông, quảng bá hình ảnh'],
    ['vi loi ich cia cong dong dan cu', 'vì lợi ích của cộng đồng dân cư'],
    ['theo Nghi dinh s6 72/2015/ND-CP cia Chinh phu', 'theo Nghị định số 72/2015/NĐ-CP của Chính phủ'],
    ['V/v tang cuong cong tac phong, chong dich', 'V/v tăng cường công tác phòng, chống dịch'],
    ['PHO Bi THU', 'PHÓ BÍ THƯ'],
    ['Giao $6 Noi vu chu tri, phoi hop S& Tai chinh, S0 Y té', 'Giao Sở Nội vụ chủ trì, phối hợp Sở Tài chính, Sở Y tế'],
    ['Phong Tai chinh - Ké hoach va BO Céng an huéng dan', 'Phòng Tài chính - Kế hoạch và Bộ Công an hướng dẫn'],
    ['hoan thanh trong quy 11/2026', 'hoàn thành trong quý II/2026'],
    ['hoan thanh trong Quy 1 nam 2026', 'hoàn thành trong Quý I năm 2026'],
    ['bao cao quy I11, quy 1V/2025', 'báo cáo quý III, quý IV/2025'],
    ['phan cong 03 dong chi, 6 thang bao cao 1 lan', 'phân công 03 đồng chí, 6 tháng báo cáo 1 lần'],
    ['quan ly nha nudc vé thong tin ddi ngoai', 'quản lý nhà nước về thông tin đối ngoại'],
  ])('%s', (damaged, wanted) => {
    expect(within(damaged)).toBe(wanted)
  })

  test('digits of dates and paper numbers stay as they are', () => {
    const line = 'thuc hién Két luan s6 57-KL/TW ngay 15/6/2023, kinh phi 1.250.000 dong, dat 98,5%'
    expect(within(line)?.match(/[\d.,/%-]*\d%?/g)).toEqual(['57', '15/6/2023', '1.250.000', '98,5%'])
  })
})

describe('what needs no restoring', () => {
  test('clean text passes untouched', () => {
    const clean = fixture('plan.clean.txt')
    const { text, quality } = restoreText(clean, restorer)
    expect(text).toBe(clean)
    expect(quality).toEqual({ score: 1, label: 'bản rõ' })
  })

  test('decomposed and old-style accents are no damage', () => {
    const clean = fixture('plan.clean.txt').normalize('NFD')
    expect(restore(clean)).toBe(clean)
  })

  test('a text that is not Vietnamese is left alone', () => {
    const english = 'The committee shall publish its annual report before the end of March.\nEvery member may comment on it.\n'
    expect(restore(english)).toBe(english)
  })

  test.each(['', '\n\n', '   ', '1.\n2.\n', '\uFEFF', 'N DAN HUY', 'ao'])('next to nothing stays next to nothing: %j', (source) => {
    expect(restore(source)).toBe(source)
  })
})

test('text typed without accents gets them back', () => {
  const plain = 'Thuc hien chi dao cua Uy ban nhan dan tinh, cac co quan, don vi bao cao ket qua truoc ngay 25 thang 11 hang nam.'
  expect(restore(plain)).toBe(
    'Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, các cơ quan, đơn vị báo cáo kết quả trước ngày 25 tháng 11 hằng năm.',
  )
})

test('names of places are known', () => {
  const plain = 'Giao Uy ban nhan dan xa Bu Gia Map va phuong Phuoc Long to chuc thuc hien, bao cao Uy ban nhan dan tinh.'
  expect(restore(plain)).toContain('xã Bù Gia Mập và phường Phước Long')
})

test('a passage that lost its accents is restored inside a clean paper', () => {
  const damaged = fixture('plan.damaged.txt').split('\n').slice(4, 24).join('\n')
  const clean = fixture('plan.clean.txt')
  const restored = restore(`${clean.repeat(3)}\n\n\n\n\n\n${damaged}`)
  expect(restored.startsWith(clean.repeat(3))).toBe(true)
  expect(restored).toContain('trách nhiệm của cán bộ')
})
