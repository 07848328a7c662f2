import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildQuestionWords } from '../../../../src/usecases/answers/question-words.ts'
import { countsAsked, tellsNumber } from '../../../../src/usecases/answers/tells-number.ts'

const questions = buildQuestionWords(
  JSON.parse(readFileSync(new URL('../../../../data/lexicon/question-words.json', import.meta.url), 'utf8')),
)

describe('facts that a plan tells only where it has the word for them', () => {
  test.each([
    ['nộp trễ thì bị phạt thế nào', 'báo cáo trước ngày 05/11/2026'],
    ['số điện thoại của phòng là gì', 'gửi về Phòng Nội vụ'],
    ['báo cáo theo mẫu nào', 'báo cáo kết quả về Ủy ban nhân dân huyện'],
    ['mức chi cho báo cáo viên là bao nhiêu', 'bồi dưỡng đội ngũ báo cáo viên'],
    ['cho xin ds bao cao vien', 'đội ngũ báo cáo viên các cấp'],
    ['mấy giờ phải nộp', 'nộp trước ngày 12/12/2026'],
  ])('%s: not told by "%s"', (question, text) => {
    expect(questions.asksFact(question)).toBe(true)
    expect(questions.tells(question, text)).toBe(false)
  })

  test.each([
    ['nộp trễ thì bị phạt thế nào', 'chậm nộp thì bị xử phạt theo quy định'],
    ['báo cáo theo mẫu nào', 'báo cáo theo mẫu số 02 kèm theo'],
    ['mấy giờ phải nộp', 'nộp trước 17 giờ ngày 12/12/2026'],
    ['hội nghị tổ chức ở hội trường nào', 'tổ chức tại hội trường Huyện ủy'],
  ])('%s: told by "%s"', (question, text) => {
    expect(questions.tells(question, text)).toBe(true)
  })

  test.each(['phòng nội vụ có nhiệm vụ gì', 'ai chủ trì kiểm tra', 'phạm vi thực hiện thế nào', 'lực lượng vũ trang làm gì'])(
    '%s: asks for none of them',
    (question) => {
      expect(questions.asksFact(question)).toBe(false)
    },
  )
})

describe('numbers that a question asks for', () => {
  test('just what is counted', () => {
    expect(countsAsked('phải bố trí mấy cán bộ', 'mỗi sở bố trí 01 cán bộ chuyên trách')).toBe(true)
    expect(countsAsked('phải bố trí mấy cán bộ', 'mỗi sở bố trí cán bộ chuyên trách trước ngày 15/11/2026')).toBe(false)
  })

  test('days and numbers of papers count nothing', () => {
    expect(tellsNumber('bao nhiêu người', 'theo Kế hoạch số 12/KH-UBND ngày 15/11/2026')).toBe(false)
    expect(tellsNumber('bao nhiêu người', 'tập huấn cho 120 người')).toBe(true)
  })

  test('money is a sum', () => {
    expect(tellsNumber('bao nhiêu tiền', 'mở 12 lớp tập huấn')).toBe(false)
    expect(tellsNumber('bao nhiêu tiền', 'dự kiến 96 tỷ đồng')).toBe(true)
  })
})
