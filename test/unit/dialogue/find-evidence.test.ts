import { describe, expect, test } from 'vitest'
import { findEvidence, isOnlyEvidence } from '../../../src/dialogue/find-evidence.ts'

const TODAY = '2026-11-21'
const find = (text: string) =>
  findEvidence(text, TODAY, (number) => number === '12/KH-UBND').map(({ item }) =>
    item.kind === 'link' ? item.url : [item.number, item.issuedOn],
  )

describe('evidence in a message', () => {
  test.each([
    ['112/BC-VHTT ngày 20/11', [['112/BC-VHTT', '2026-11-20']]],
    ['báo cáo số 112/BC-VHTT, ngày 20 tháng 11 năm 2026', [['112/BC-VHTT', '2026-11-20']]],
    ['so 112/bc-vhtt ngay 20.11.26', [['112/BC-VHTT', '2026-11-20']]],
    ['số 45-BC/HU ký ngày 3/11/2025', [['45-BC/HU', '2025-11-03']]],
    ['QĐ 16/2026/QĐ-UBND', [['16/2026/QĐ-UBND', null]]],
    ['báo cáo số 7/UBND', [['7/UBND', null]]],
    [
      '112/BC-VHTT và 113/BC-VHTT ngày 19/11',
      [
        ['112/BC-VHTT', null],
        ['113/BC-VHTT', '2026-11-19'],
      ],
    ],
    ['báo cáo số 112 ngày 20/11', [['báo cáo số 112', '2026-11-20']]],
    ['112/BC-VHTT ngày 25/12', [['112/BC-VHTT', '2025-12-25']]],
    ['112/BC-VHTT ngày 31/2', [['112/BC-VHTT', null]]],
    ['xem https://a.example/x?y=1&z=(2).', ['https://a.example/x?y=1&z=(2']],
    ['www.mylam.example/anh', ['www.mylam.example/anh']],
    ['https://a.example/112/BC-VHTT', ['https://a.example/112/BC-VHTT']],
  ])('%s', (text, found) => {
    expect(find(text)).toEqual(found)
    expect(find(text.normalize('NFD'))).toEqual(found)
  })

  test.each([
    'việc 2 được 8/10 xã',
    'xong từ 3/11',
    'ngày 20/11/2026',
    'việc 1 theo kế hoạch 12/KH-UBND',
    'theo 57-KL/TW của trung ương',
    'căn cứ Quyết định 755/QĐ-UBND',
    '24/7',
    '2 lần/tháng, 60%/năm',
    'javascript:alert(1)',
  ])('none in: %s', (text) => {
    expect(find(text)).toEqual([])
  })

  test.each([
    ['gửi em minh chứng 112/BC-VHTT ngày 20/11 ạ', true],
    ['việc 2: https://a.example/x?y=1', true],
    ['112/BC-VHTT nói gì?', false],
    ['112/BC-VHTT của ai', false],
    ['minh chứng đây', false],
  ])('%s is nothing but evidence: %s', (text, isOnly) => {
    expect(
      isOnlyEvidence(
        text,
        findEvidence(text, TODAY, () => false),
      ),
    ).toBe(isOnly)
  })
})
