import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('correcting what was read', () => {
  let office: TestOffice
  let clerk: string
  beforeEach(async () => {
    office = await openTestOffice()
    clerk = await office.admit('UBND huyện Mỹ Lâm', 'office')
    await office.say(clerk, 'Phòng Nội vụ có nhiệm vụ gì')
  })
  afterEach(() => office.close())

  const load = () => office.office.storage.catalogs.load()
  const dutyAt = async (path: string) => (await load()).duties.find((duty) => duty.path === path)

  test('a deadline: read back before and after, stored only after Ghi, shown from then on, the quote untouched', async () => {
    const before = await dutyAt('II.1.a')
    const readBack = await office.say(clerk, 'sửa mục II.1.a: hạn trước ngày 20/12/2026')
    expect(readBack).toContain('12/KH-UBND, mục II.1.a')
    expect(readBack).toMatch(/Thời hạn: .*15\/12\/2026.* → trước ngày 20\/12\/2026/)
    expect((await load()).corrections).toEqual([])

    expect(await office.say(clerk, 'ghi')).toMatch(/Đã sửa lúc 09:00/)
    expect(await office.say(clerk, 'Phòng Nội vụ có nhiệm vụ gì')).toContain('trước ngày 20/12/2026, trong hạn (đến 19/12/2026)')
    expect(await dutyAt('II.1.a')).toMatchObject({ quote: before?.quote, text: before?.text })
    const { plans, corrections } = await load()
    expect(plans[0]?.duties.find(({ path }) => path === 'II.1.a')?.deadline).toEqual(before?.deadline)
    expect(corrections).toMatchObject([{ number: 1, by: expect.stringMatching(/^off_/), before: { deadline: before?.deadline } }])
  })

  test('units by their role: the duty moves to the unit that leads it now', async () => {
    const readBack = await office.say(clerk, 'sửa việc 2: đơn vị chủ trì Công an huyện')
    expect(readBack).toContain('– chủ trì: Công an huyện')
    await office.say(clerk, 'ghi')
    expect(await office.say(clerk, 'Công an huyện có nhiệm vụ gì')).toContain('thi đua, khen thưởng')
    expect((await dutyAt('II.1.b'))?.units).toMatchObject([{ name: 'Công an huyện', role: 'lead' }, { name: 'Phòng Nội vụ' }])

    await office.say(clerk, 'sửa mục II.1.b: bỏ đơn vị Phòng Nội vụ')
    await office.say(clerk, 'ghi')
    expect(await office.say(clerk, 'Phòng Nội vụ có nhiệm vụ gì')).not.toContain('thi đua, khen thưởng')
  })

  test('a unit that no paper has named becomes known with the correction', async () => {
    await office.say(clerk, 'sửa việc 2: đơn vị phối hợp Phòng Y tế, Công an huyện')
    await office.say(clerk, 'ghi')
    expect((await dutyAt('II.1.b'))?.units.slice(-2)).toMatchObject([
      { name: 'Phòng Y tế', role: 'coordinate' },
      { name: 'Công an huyện', role: 'coordinate' },
    ])
    expect(await office.say(clerk, 'Phòng Y tế có nhiệm vụ gì')).toContain('(phối hợp)')
  })

  test('the words: what was said newly is found by search', async () => {
    const text = 'Tham mưu công tác thi đua, khen thưởng và biểu dương gương điển hình trong chuyển đổi số.'
    await office.say(clerk, `sửa việc 2: ${text}`)
    await office.say(clerk, 'ghi')
    expect(await office.say(clerk, 'kế hoạch nói gì về biểu dương gương điển hình')).toContain('gương điển hình')
    expect((await dutyAt('II.1.b'))?.text).toBe(text)
  })

  test('several parts at once, and without accents', async () => {
    const readBack = await office.say(clerk, 'sua viec 2: han trong thang 12 nam 2026; chu tri Cong an huyen')
    expect(readBack).toMatch(/Thời hạn: chưa có hạn → trong thang 12 nam 2026/)
    expect(readBack).toContain('– chủ trì: Công an huyện')
    await office.say(clerk, 'ghi')
    expect((await dutyAt('II.1.b'))?.deadline).toMatchObject({ kind: 'month', value: '2026-12' })
  })

  test('"sửa hạn việc 1 thành …" says the same the other way round', async () => {
    expect(await office.say(clerk, 'sửa hạn việc 1 thành 31/12/2026')).toMatch(/→ 31\/12\/2026/)
  })

  test('hủy drops it', async () => {
    await office.say(clerk, 'sửa việc 2: hạn 20/12/2026')
    expect(await office.say(clerk, 'hủy')).toContain('không ghi gì')
    await office.say(clerk, 'ghi')
    expect((await load()).corrections).toEqual([])
  })

  test('hủy within the hour gives back what stood before, and every line is kept', async () => {
    const before = await dutyAt('II.1.b')
    await office.say(clerk, 'sửa việc 2: hạn 20/12/2026')
    await office.say(clerk, 'ghi')
    office.clock.passMinutes(30)
    expect(await office.say(clerk, 'hủy')).toMatch(/Đã trả lại[\s\S]*20\/12\/2026 → chưa có hạn/)
    expect((await dutyAt('II.1.b'))?.deadline).toEqual(before?.deadline)
    expect((await load()).corrections).toHaveLength(2)
    expect(await office.say(clerk, 'hủy')).toContain('Không có báo cáo nào')

    await office.say(clerk, 'sửa việc 2: hạn 21/12/2026')
    await office.say(clerk, 'ghi')
    office.clock.passMinutes(61)
    await office.say(clerk, 'hủy')
    expect((await dutyAt('II.1.b'))?.deadline).toMatchObject({ value: '2026-12-21' })
  })

  test('the quote tells what was corrected and when', async () => {
    await office.say(clerk, 'sửa việc 2: hạn 20/12/2026')
    await office.say(clerk, 'ghi')
    expect(await office.say(clerk, 'nguyên văn 2')).toMatch(
      /Văn phòng đã sửa kết quả đọc ngày 21\/11\/2026:\n• Thời hạn: chưa có hạn → 20\/12\/2026/,
    )
  })

  test('a second clerk’s correction in between is not overwritten unseen', async () => {
    const other = await office.admit('Phòng Tài chính - Kế hoạch huyện Mỹ Lâm', 'office')
    await office.say(clerk, 'sửa mục II.1.b: hạn 20/12/2026')
    await office.say(other, 'sửa mục II.1.b: hạn 10/12/2026')
    await office.say(other, 'ghi')
    expect(await office.say(clerk, 'ghi')).toContain('đã thay đổi')
    expect((await dutyAt('II.1.b'))?.deadline).toMatchObject({ value: '2026-12-10' })
  })

  test.each([
    ['sửa mục II.1: hạn 20/12/2026', /nhiều việc ở chỗ này[\s\S]*2\. /],
    ['sửa việc 2: hạn sớm sớm giúp nhé', /Không hiểu thời hạn "sớm sớm giúp nhé"/],
    ['sửa việc 2: đơn vị chủ trì mấy anh bên kia', /Không rõ đơn vị nào/],
    ['sửa mục IX.9: hạn 20/12/2026', /Sửa việc nào/],
  ])('asks instead of guessing: %s', async (text, answer) => {
    expect(await office.say(clerk, text)).toMatch(answer)
    await office.say(clerk, 'ghi')
    expect((await load()).corrections).toEqual([])
  })

  test.each(['officer', 'leader'] as const)('somebody with the role %s is told who may correct', async (role) => {
    const person = await office.admit('Phòng Nội vụ huyện Mỹ Lâm', role)
    await office.say(person, 'đơn vị tôi có nhiệm vụ gì')
    expect(await office.say(person, 'sửa việc 2: hạn 20/12/2026')).toContain('do Văn phòng sửa')
    await office.say(person, 'ghi')
    expect((await load()).corrections).toEqual([])
  })

  test('"sửa việc 2 thành 70 %" and "sửa việc 2: đã xong" stay reports', async () => {
    const officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    expect(await office.say(officer, 'sửa việc 2 thành 70 %')).toContain('đang thực hiện 70 %')
    expect(await office.say(officer, 'sửa việc 2: đã xong')).toContain('hoàn thành')
  })
})
