import { describe, expect, test } from 'vitest'
import { findNumerals, parseNumeral } from '../../../src/text/numerals.ts'

const digits = (text: string) => findNumerals(text).map((numeral) => numeral.digits)

describe('spoken numbers', () => {
  test.each([
    ['công văn tám một lăm', '815'],
    ['cv tam mot lam', '815'],
    ['kế hoạch hai sáu mốt', '261'],
    ['ke hoach hai sau mot', '261'],
    ['nhiệm vụ số mười hai', '12'],
    ['mười lăm', '15'],
    ['hai mươi mốt', '21'],
    ['ba muoi lam', '35'],
    ['hai mươi tư', '24'],
    ['bảy mươi phần trăm', '70'],
    ['một trăm', '100'],
    ['một trăm linh năm', '105'],
    ['tám trăm mười lăm', '815'],
    ['hai trăm sáu mốt', '261'],
    ['hai nghìn không trăm hai mươi sáu', '2026'],
    ['hai nghìn hai lăm', '2025'],
    ['nhiệm vụ bốn thì đang vướng', '4'],
    ['làm trong hai năm', '2'],
    ['trong vòng mười năm', '10'],
    ['xong việc hai không', '2'],
    ['có việc gì trong kế hoạch một chín bảy không', '197'],
    ['kế hoạch hai ba không giao gì', '230'],
    ['sau hai tuan', '2'],
  ])('%s says %s', (text, said) => {
    expect(digits(text)).toEqual([said])
    expect(findNumerals(text.normalize('NFD'))).toEqual(findNumerals(text))
  })

  test.each(['sau đó', 'nam sau', 'năm nay làm sau', 'tạm thời', 'viec nay lam sau', 'từ nay', 'bà Tư', 'không làm'])(
    '%s may hold no number above ten',
    (text) => {
      expect(digits(text).filter((said) => said.length > 1)).toEqual([])
    },
  )

  test('offsets are those of the composed text', () => {
    const text = 'việc số mười hai xong'
    expect(findNumerals(text).map(({ start, end }) => text.slice(start, end))).toEqual(['mười hai'])
  })

  test('a whole text is parsed or it is not', () => {
    expect(parseNumeral('hai mươi lăm')).toBe('25')
    expect(parseNumeral('nam')).toBe('5')
    expect(parseNumeral('hai mươi lăm ngày')).toBeUndefined()
  })
})
