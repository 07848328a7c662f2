import { describe, expect, test } from 'vitest'
import type { Reading } from '../../../../src/domain/plan.ts'
import { formatDoubts, formatReading } from '../../../../src/entry/commands/format-reading.ts'
import { aDuty, aDutyUnit, aPlan } from '../../../support/builders.ts'

const READING: Reading = aPlan({
  duties: [
    aDuty({ path: 'II.1', lines: [10, 12], text: 'Chủ trì tuyên truyền.' }),
    aDuty({
      path: 'III.3.2.a',
      lines: [243, 247],
      text: 'Báo cáo kết quả.',
      units: [aDutyUnit({ name: 'Sở Nội vụ', role: 'coordinate' })],
      deadline: { kind: 'date', value: '2026-12-15', op: 'before', asWritten: 'trước ngày\n15/12/2026', rrule: null },
      confidence: 0.6,
      quote: 'Bdo cdo két\nqua.',
    }),
  ],
  issues: [{ lines: [1, 1], code: 'signer-unreadable', message: 'Không đọc được họ tên người ký.' }],
})

describe('a reading on a page', () => {
  const lines = formatReading(READING).split('\n')

  test('begins with the paper and what could be read of it', () => {
    expect(lines.slice(0, 2)).toEqual(['Kế hoạch 12/KH-UBND', '  issuer    UBND huyện Thử, Thử'])
    expect(lines).toContain('  signer    ?, Chủ tịch')
    expect(lines).toContain('  read      0 sections, 2 duties: 2 with units, 1 with a deadline, 1 doubtful (!)')
  })

  test('shows duties in columns, the doubtful ones marked, with the reason and the words of the source', () => {
    const at = lines.findIndex((line) => line.includes('certainty'))
    expect(lines.slice(at, at + 7)).toEqual([
      '  path       lines    certainty  deadline                                 units (role)',
      '  II.1       10-12    0.90       -                                        Phòng Văn hóa và Thông tin (lead)',
      '    Chủ trì tuyên truyền.',
      '! III.3.2.a  243-247  0.60       trước ngày 15/12/2026 [date 2026-12-15]  Sở Nội vụ (coordinate)',
      '    Báo cáo kết quả.',
      '    why:    certainty 0.60',
      '    source: line 243: "Bdo cdo két qua."',
    ])
  })

  test('ends with what could not be read', () => {
    expect(lines.at(-2)).toBe('! 1-1       signer-unreadable: Không đọc được họ tên người ký.')
  })
})

describe('the doubts of a reading', () => {
  test('are its doubtful duties and what could not be read', () => {
    const doubts = formatDoubts(READING)
    expect(doubts[0]).toBe('Kế hoạch 12/KH-UBND: 1 of 2 duties are doubtful')
    expect(doubts.join('\n')).toContain('! III.3.2.a')
    expect(doubts.join('\n')).not.toContain('II.1 ')
    expect(doubts.at(-1)).toContain('signer-unreadable')
  })

  test('are nothing where there are none', () => {
    expect(formatDoubts(aPlan({ duties: [aDuty()] }))).toEqual([])
  })
})
