import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('an officer of a unit', () => {
  let office: TestOffice
  let officer: string
  beforeEach(async () => {
    office = await openTestOffice()
    officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
  })
  afterEach(() => office.close())

  test('sees own duties with section, deadline and its state on the day of asking, then the common ones', async () => {
    const answer = await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    expect(answer).toContain('12/KH-UBND')
    expect(answer).toMatch(/1\. .*bồi dưỡng kỹ năng số/)
    expect(answer).toContain('mục II.1.a')
    expect(answer).toContain('trước ngày 15/12/2026, trong hạn (đến 14/12/2026)')
    expect(answer).toMatch(/thi đua, khen thưởng.*chưa có hạn/)
    expect(answer).not.toContain('an ninh mạng')
  })

  test.each(['don vi toi co nhiem vu gi', 'dv e co nv j'])(
    'is understood without accents and in shorthand: %s',
    async (question) => {
      expect(await office.say(officer, question)).toContain('bồi dưỡng kỹ năng số')
    },
  )

  test('reports in passing: read back, written only after Ghi, taken back with both versions kept', async () => {
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    const readBack = await office.say(officer, 'việc 1 được 60 %')
    expect(readBack).toMatch(/chưa báo cáo → đang thực hiện 60 %/)
    expect(await office.office.storage.progress.all()).toEqual([])

    expect(await office.say(officer, 'ghi')).toMatch(/Đã ghi lúc 09:00, mã #/)
    await office.say(officer, 'việc 1 được 80 %')
    await office.say(officer, 'ghi')
    expect(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')).toContain('đang thực hiện 80 %')

    expect(await office.say(officer, 'hủy')).toMatch(/Đã rút lại #/)
    expect(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')).toContain('đang thực hiện 60 %')
    expect(await office.office.storage.progress.all()).toHaveLength(3)
  })

  test('cannot take a report back after the hour', async () => {
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    await office.say(officer, 'việc 1 xong rồi')
    await office.say(officer, 'ghi')
    office.clock.passMinutes(61)
    expect(await office.say(officer, 'hủy')).toContain('quá một giờ')
    expect(await office.office.storage.progress.all()).toHaveLength(1)
  })

  test('a read-back that was not confirmed in time is not written', async () => {
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    await office.say(officer, 'việc 1 xong rồi')
    office.clock.passMinutes(61)
    expect(await office.say(officer, 'ghi')).toContain('quá thời gian chờ')
    expect(await office.office.storage.progress.all()).toEqual([])
  })

  test('a question whether something is done records nothing', async () => {
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    await office.say(officer, 'việc 1 xong chưa em?')
    await office.say(officer, 'ghi')
    expect(await office.office.storage.progress.all()).toEqual([])
  })

  test('asks about one duty of the list: the numbers on the screen still count, and "xong rồi" is about that one', async () => {
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    expect(await office.say(officer, 'việc 2 bao giờ phải xong')).toMatch(/^2\. /)
    expect(await office.say(officer, 'việc 1 được 30 %')).toContain('Việc 1 –')
    expect(await office.say(officer, 'ghi')).toContain('Đã ghi')
    expect(await office.say(officer, 'à nhầm, 70 % mới đúng')).toMatch(/Việc 1 – .*30 %.*→ .*70 %/)
    await office.say(officer, 'hủy')
    await office.say(officer, 'việc 2 hạn khi nào')
    expect(await office.say(officer, 'việc này xong rồi')).toContain('Việc 2 –')
  })

  test('gets the verbatim quote with its lines on request', async () => {
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    expect(await office.say(officer, 'nguyên văn 1')).toContain(
      'tổ chức bồi dưỡng kỹ năng số cho cán bộ, công chức cấp xã, hoàn thành trước ngày 15/12/2026',
    )
  })

  test('is told plainly what no plan says', async () => {
    expect(await office.say(officer, 'lương cơ sở 2027 bao nhiêu')).toMatch(/không nêu|ngoài phạm vi/)
    expect(await office.say(officer, 'kế hoạch 99/KH-UBND nói gì')).toMatch(/chưa được nạp/)
  })

  test('asks another unit and follows up', async () => {
    expect(await office.say(officer, 'Công an huyện có nhiệm vụ gì')).toContain('an ninh mạng')
    expect(await office.say(officer, 'còn Phòng Tài chính - Kế hoạch thì sao')).toContain('kinh phí')
  })

  test('does not see the progress of another unit, nor the leaders’ table', async () => {
    expect(await office.say(officer, 'tiến độ Công an huyện thế nào')).toMatch(/không xem được/)
    expect(await office.say(officer, 'tổng hợp')).toContain('lãnh đạo')
  })
})

describe('somebody who is not linked', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await openTestOffice()
  })
  afterAll(() => office.close())

  test.each(['chào em', 'Phòng Nội vụ có nhiệm vụ gì', 'công văn nào đang có', 'tổng hợp', 'việc 1 xong rồi', 'ghi'])(
    'gets the way in and nothing of any plan: %s',
    async (text) => {
      const answer = await office.say('terminal:stranger', text)
      expect(answer).toContain('liên kết')
      expect(answer).not.toMatch(/12\/KH-UBND|kỹ năng số|Mỹ Lâm/)
    },
  )
})

describe('conversation state', () => {
  test('lives in the database: the numbers on the screen still mean the same after a restart', async () => {
    const { mkdtempSync, rmSync } = await import('node:fs')
    const { join } = await import('node:path')
    const folder = mkdtempSync(join(import.meta.dirname, 'restart-'))
    try {
      const path = join(folder, 'dondoc.db')
      const before = await openTestOffice({ path })
      const officer = await before.admit('Phòng Nội vụ huyện Mỹ Lâm')
      await before.say(officer, 'đơn vị tôi có nhiệm vụ gì')
      await before.say(officer, 'việc 2 được 30 %')
      before.close()

      const after = await openTestOffice({ path })
      after.clock.passMinutes(1)
      expect(await after.say(officer, 'ghi')).toMatch(/Đã ghi/)
      expect(await after.say(officer, 'nguyên văn 2')).toContain('thi đua, khen thưởng')
      after.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
