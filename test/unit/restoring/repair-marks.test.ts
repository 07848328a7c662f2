import { expect, test } from 'vitest'
import { bareChannel } from '../../../src/restoring/channel.ts'
import { buildCodeRepair } from '../../../src/restoring/repair-codes.ts'
import { repairMarks } from '../../../src/restoring/repair-marks.ts'
import { splitTokens } from '../../../src/restoring/split-tokens.ts'

function repair(lines: string[]): string[] {
  const tokens = splitTokens(lines.map((text) => ({ text, start: 0 })))
  const repaired = repairMarks(tokens, bareChannel)
  const marks = tokens.filter(({ kind }) => kind === 'mark')
  return marks.map((mark) => repaired.get(mark) ?? mark.text)
}

test.each([
  ['points in their order', ['a) Mot', 'b) Hai', '¢) Ba', 'd) Bon', 'd) Nam', 'é) Sau'], ['a', 'b', 'c', 'd', 'đ', 'e']],
  ['i after h is no one', ['g) So', 'h) So', '1) Cong an', 'k) Bo'], ['g', 'h', 'i', 'k']],
  ['Roman numbers made of ones', ['I- MUC DICH', 'I1- CAC NOI', '111- TO CHUC', 'IV- KINH PHI'], ['I', 'II', 'III', 'IV']],
  [
    'Roman numbers that lost strokes',
    ['I. MUC DICH', 'I. YEU CAU', 'Tl. NOI DUNG', 'Iv. KINH PHI', 'Vv. TO CHUC'],
    ['I', 'II', 'III', 'IV', 'V'],
  ],
  [
    'two parts, each numbered anew',
    ['I. MUC DICH', 'II. NOI DUNG', 'I. MUC DICH', 'Il. NOI DUNG', 'Ill. KINH PHI'],
    ['I', 'II', 'I', 'II', 'III'],
  ],
  [
    'numbers below Roman ones',
    ['I. MUC DICH', '1. Mot', '2. Hai', '11. Ba', 'I. NOI DUNG', '1. Mot'],
    ['I', '1', '2', '11', 'II', '1'],
  ],
  ['numbers stay numbers', ['1. Mot', '2. Hai', '1) Ba', '2) Bon'], ['1', '2', '1', '2']],
])('%s', (_, lines, wanted) => {
  expect(repair(lines)).toEqual(wanted)
})

test.each([
  ['755/Qb-UBND', '755/QĐ-UBND'],
  ['72/2015/ND-CP', '72/2015/NĐ-CP'],
  ['47/NQ-HDND', '47/NQ-HĐND'],
  ['131-HD/BTGTU', '131-HD/BTGTU'],
  ['19/01/2024', '19/01/2024'],
])('the sign %s is %s', (read, printed) => {
  expect(buildCodeRepair(['QĐ', 'NĐ-CP', 'HĐND'])(read)).toBe(printed)
})
