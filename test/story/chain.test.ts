import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('somebody who asks why', () => {
  let office: TestOffice
  let officer: string
  beforeEach(async () => {
    office = await openTestOffice()
    officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
  })
  afterEach(() => office.close())

  test.each([
    'căn cứ của kế hoạch 12/KH-UBND',
    'kế hoạch 12/KH-UBND dựa trên văn bản nào',
    'co so phap ly cua ke hoach 12/kh-ubnd',
  ])('gets the papers that the plan rests on, with what is loaded: %s', async (question) => {
    const answer = await office.say(officer, question)
    expect(answer).toMatch(/1\. Nghị quyết 05-NQ\/HU ngày 02\/03\/2026.*chỉ được viện dẫn, chưa nạp/)
    expect(answer).toMatch(/2\. Kế hoạch 12\/KH-UBND .*theo 05-NQ\/HU – văn bản đang hỏi/)
  })

  test.each(['vì sao tôi phải làm việc 2', 'tại sao đơn vị tôi lại phải làm việc 2', 'vi sao phai lam viec 2'])(
    'gets where a duty stands and what its plan rests on: %s',
    async (question) => {
      await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
      const answer = await office.say(officer, question)
      expect(answer).toMatch(/mục II\.1\.b giao Phòng Nội vụ: .*thi đua, khen thưởng/)
      expect(answer).toContain('Nghị quyết 05-NQ/HU')
      expect(await office.say(officer, 'nguyên văn 1')).toContain('kỹ năng số')
    },
  )

  test('a number that is only cited has no chain of its own', async () => {
    expect(await office.say(officer, 'căn cứ của nghị quyết 05-NQ/HU')).toMatch(/viện dẫn trong 12\/KH-UBND/)
  })
})
