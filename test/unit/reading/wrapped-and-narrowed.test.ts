import { describe, expect, test } from 'vitest'
import { readPlan } from '../../../src/reading/read-plan.ts'
import { readSigner } from '../../../src/reading/read-signer.ts'
import { readingLexicon } from '../../support/reading-lexicon.ts'

const head = 'ỦY BAN NHÂN DÂN\nTỈNH CAO SƠN\nSố: 12/KH-UBND\nCao Sơn, ngày 05 tháng 11 năm 2025\n\nKẾ HOẠCH\nThử nghiệm đọc\n\n'

function readBody(body: string) {
  const source = `${head}${body}`
  return readPlan(source, source, readingLexicon)
}

describe('a label whose value wrapped to the next line', () => {
  test.each([
    ['Thời gian thực hiện:\nThường xuyên.', 'ongoing'],
    ['Thời gian thực hiện:\nHằng năm.', 'recurring'],
    ['Thời gian hoàn thành:\nTrước ngày 31/3/2026.', 'date'],
  ])('%s', (label, kind) => {
    const { duties } = readBody(
      `II. NHIỆM VỤ\n\n1. Cập nhật cơ sở dữ liệu chuyên ngành của tỉnh theo quy định của\npháp luật về dữ liệu và giao dịch điện tử trên địa bàn toàn tỉnh\n\n- Cơ quan chủ trì:\nSở Công Thương.\n\n- ${label}\n`,
    )
    expect(duties).toHaveLength(1)
    expect(duties[0]!.deadline.kind).toBe(kind)
    expect(duties[0]!.units).toEqual([{ name: 'Sở Công Thương', role: 'lead' }])
  })
})

describe('a heading that narrows a collective down', () => {
  test.each(['UBND các xã, phường có rừng', 'UBND các xã, phường ven biển'])('%s charges it with what stands below', (heading) => {
    const { duties } = readBody(
      `II. TỔ CHỨC THỰC HIỆN\n\n1. ${heading}\n\n- Rà soát phương án phòng cháy.\n\n2. Sở Y tế\n\n- Tổ chức trực cấp cứu.\n`,
    )
    expect(duties.map(({ units }) => units.map(({ name }) => name))).toEqual([[heading], ['Sở Y tế']])
  })
})

describe('who signed for the head of the office', () => {
  test('is a deputy, also where the scan lost the word', () => {
    expect(readSigner(['KT. CHỦ TỊCH', 'I_!O CHỦ TỊCH', 'Trần Văn Minh'])).toEqual({ name: 'Trần Văn Minh', title: 'Phó Chủ tịch' })
    expect(readSigner(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Trần Văn Minh'])).toEqual({ name: 'Trần Văn Minh', title: 'Phó Chủ tịch' })
  })

  test('without KT. it is the head', () => {
    expect(readSigner(['CHỦ TỊCH', 'Trần Văn Minh'])).toEqual({ name: 'Trần Văn Minh', title: 'Chủ tịch' })
  })
})
