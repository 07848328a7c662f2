import { expect, test } from 'vitest'
import { learnPaperNames } from '../../../src/reading/learn-paper-names.ts'
import { readLines } from '../../../src/reading/read-lines.ts'
import { readParagraphs } from '../../../src/reading/read-paragraphs.ts'
import { matchUnitList } from '../../../src/units/find-unit-names.ts'
import { readingLexicon } from '../../support/reading-lexicon.ts'

const LONG = 'Công ty TNHH Một thành viên Khai thác công trình thủy lợi'

function learn(recipients: string[], text: string) {
  return learnPaperNames(recipients, readParagraphs(readLines(text, text)), readingLexicon)
}

test.each([
  ['a recipient', [LONG], ''],
  ['a heading', [], `9. ${LONG}\n\n- Vận hành hồ chứa.`],
  ['a run-in heading', [], `9. ${LONG}: vận hành hồ chứa.`],
  ['a label', [], `Cơ quan chủ trì: ${LONG}.`],
  ['who leads', [], `Giao ${LONG} chủ trì, phối hợp với Sở Nội vụ vận hành hồ chứa.`],
])('a whole name is learned from %s', (_, recipients, text) => {
  const { units, words } = learn(recipients, text)
  expect(units.paperNames).toEqual([LONG])
  const list = matchUnitList(`${LONG} vận hành hồ chứa`, 0, units, words.verbs)
  expect(list?.units.map(({ name }) => name)).toEqual([LONG])
})

test.each([
  'Sở Nội vụ',
  'Sở Tài chính, Xây dựng',
  'Văn phòng Tỉnh ủy, các ban xây dựng Đảng',
  'Công ty Điện lực và Sở Công Thương',
  'Ban hành kế hoạch bảo đảm cung cầu',
  'Các chủ rừng trên địa bàn',
  'Lưu: VT, NC',
  'Ban Tuyên giáo Huyện ủy - Cơ quan thường trực Ban Chỉ đạo thông tin',
])('nothing is learned from "%s"', (entry) => {
  expect(learn([entry], `3. ${entry}\n\n- Rà soát.`)).toBe(readingLexicon)
})
