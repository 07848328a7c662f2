import { describe, expect, test } from 'vitest'
import { findSecrecyStamp, isSecret } from '../../../src/reading/find-secrecy-stamp.ts'
import { readingLexicon as lexicon } from '../../support/reading-lexicon.ts'

const paper = (stamp: string) => `ỦY BAN NHÂN DÂN\nTỈNH X\n${stamp}\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nI. MỤC ĐÍCH\n1. Nội dung.\n`

describe('a stamped paper is secret', () => {
  test.each([
    'MẬT',
    'Mật',
    'TỐI MẬT',
    'Tối mật',
    'TUYỆT MẬT',
    'Tuyệt mật',
    'M Ậ T',
    'T Ố I  M Ậ T',
    '[MẬT]',
    '| MẬT |',
    '**MẬT**',
    '"TỐI MẬT"',
    'Độ mật: Mật',
    'Độ mật: TUYỆT MẬT',
    'ĐỘ MẬT: TỐI MẬT',
    '*TỐI MẬT*',
    '- MẬT -',
    'MAT',
    'TOI MAT',
    'TUYET MAT',
    '   MẬT   ',
    'Số: 12/KH-UBND          MẬT',
  ])('%s', (stamp) => {
    expect(isSecret(paper(stamp), lexicon)).toBe(true)
    expect(isSecret(paper(stamp).normalize('NFD'), lexicon)).toBe(true)
    expect(isSecret(paper(stamp).replaceAll('\n', '\r\n'), lexicon)).toBe(true)
  })

  test('the line of the stamp is told', () => {
    expect(findSecrecyStamp(paper('TỐI MẬT'), lexicon)).toEqual({ words: 'TỐI MẬT', line: 3 })
  })

  test('a stamp on a later page counts too', () => {
    expect(isSecret(`${'Nội dung bình thường.\n'.repeat(200)}TUYỆT MẬT\n`, lexicon)).toBe(true)
  })
})

describe('a mention is no stamp', () => {
  test.each([
    'Thực hiện nghiêm chế độ bảo mật thông tin.',
    'Tăng cường bảo vệ bí mật nhà nước năm 2025',
    'BẢO VỆ BÍ MẬT NHÀ NƯỚC',
    'tài liệu mật, tối mật và tuyệt mật phải được quản lý theo quy định',
    '- Danh mục bí mật nhà nước độ Tuyệt mật, Tối mật, Mật;',
    'giữ gìn bí mật quân sự,\nbí mật quốc gia.',
    'bảo đảm an toàn thông tin mạng và bảo\nmật.',
    'Phát triển nghề nuôi ong lấy\nmật\ntrên địa bàn huyện.',
    'Mật độ dân số',
    'Việt Nam',
  ])('%s', (line) => {
    expect(isSecret(paper(line), lexicon)).toBe(false)
  })
})
