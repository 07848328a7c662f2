import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('a leader', () => {
  let office: TestOffice
  let leader: string
  let officer: string
  beforeEach(async () => {
    office = await openTestOffice()
    leader = await office.admit('UBND huyện Mỹ Lâm', 'leader')
    officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
  })
  afterEach(() => office.close())

  const report = async (words: string): Promise<void> => {
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    await office.say(officer, words)
    await office.say(officer, 'ghi')
  }

  test('gets the table with numerator and denominator, on the two axes', async () => {
    await report('việc 1 xong rồi')
    const answer = await office.say(leader, 'tổng hợp')
    expect(answer).toMatch(/Đã hoàn thành 1: đúng hạn 1, quá hạn 0, không đặt hạn 0/)
    // Phòng Tài chính - Kế hoạch is late with its funds since the end of October.
    expect(answer).toMatch(/quá hạn 1/)
    expect(answer).toMatch(
      /So với trước 01\/11\/2026: tồn chuyển sang \d+; hoàn thành 0 → 1 \(\+1\); quá hạn chưa xong 0 → 1 \(\+1\)/,
    )
    expect(answer).toMatch(/Đúng hạn 1\/2 lượt việc có hạn đã đến kỳ \(50 %\)/)
  })

  test('sets the periods that the leader names side by side', async () => {
    office.clock.set('2026-10-20T02:00:00Z')
    await report('việc 1 xong rồi')
    office.clock.set('2026-11-21T02:00:00Z')
    await report('việc 2 xong rồi')
    const months = await office.say(leader, 'tháng này so với tháng trước thế nào')
    expect(months).toMatch(/^01\/11\/2026–21\/11\/2026 so với 01\/10\/2026–31\/10\/2026, 3 đơn vị:/)
    expect(months).toMatch(/Hoàn thành trong kỳ 1\/\d+ \(\d+ %\), kỳ so sánh 1\/\d+ \(\d+ %\) \(0\)/)
    expect(months).toMatch(/• Phòng Nội vụ: hoàn thành 1\/\d/)
    expect(await office.say(leader, 'so sánh quý III và quý IV')).toMatch(
      /^01\/10\/2026–21\/11\/2026 so với 01\/07\/2026–30\/09\/2026/,
    )
    expect(await office.say(leader, 'tổng hợp so với cùng kỳ năm ngoái')).toMatch(
      /^01\/01\/2026–21\/11\/2026 so với 01\/01\/2025–21\/11\/2025/,
    )
  })

  test('asks which units are silent, late, or ahead, and what is late below', async () => {
    await report('việc 1 xong rồi')
    const silent = await office.say(leader, 'đơn vị nào chưa báo cáo')
    expect(silent).toMatch(/^Chưa báo cáo lần nào hoặc im lặng trên 30 ngày, đến 21\/11\/2026: (\d)\/\d đơn vị/)
    expect(silent).not.toContain('• Phòng Nội vụ:')
    expect(await office.say(leader, 'phòng nào chậm nhất')).toMatch(/Có việc quá hạn đến 21\/11\/2026: 1\/\d.*\n• Phòng Tài chính/)
    expect(await office.say(leader, 'so sánh các phòng')).toMatch(/cao nhất đứng trước:\n• Phòng Nội vụ: hoàn thành 1\/\d/)
    expect(await office.say(leader, 'việc nào quá hạn')).toMatch(
      /^Quá hạn hoặc sắp đến hạn ở \d đơn vị: \d việc\n1\. .*1 đơn vị: Phòng Tài chính/,
    )
    expect(await office.say(officer, 'đơn vị nào chưa báo cáo')).not.toContain('Chưa báo cáo lần nào')
  })

  test('a broadcast shows preview and number of people, and leaves only after a yes and a minute', async () => {
    const preview = await office.say(leader, 'thông báo tới các đơn vị: họp giao ban 8 giờ sáng thứ hai')
    expect(preview).toMatch(/Sẽ gửi 1 người, 1 đơn vị/)
    expect(preview).toContain('họp giao ban 8 giờ sáng thứ hai')
    expect(office.sent.filter(({ chatId }) => chatId === officer)).toEqual([])

    await office.say(leader, 'gửi')
    expect(office.sent.filter(({ urgency }) => urgency === 'broadcast')).toEqual([])
    office.clock.passMinutes(2)
    await office.engine.deliver()
    expect(office.sent.filter(({ chatId }) => chatId === officer).map(({ text }) => text)).toEqual([
      'họp giao ban 8 giờ sáng thứ hai\nGõ "đã nhận" để báo đã nhận tin này.',
    ])
  })

  test('a broadcast can be cancelled within the minute', async () => {
    await office.say(leader, 'thông báo tới các đơn vị: họp giao ban 8 giờ sáng thứ hai')
    await office.say(leader, 'gửi')
    expect(await office.say(leader, 'hủy')).toContain('Đã dừng 1 tin')
    office.clock.passMinutes(2)
    await office.engine.deliver()
    expect(office.sent.filter(({ urgency }) => urgency === 'broadcast')).toEqual([])
  })

  test('urging goes to people of units that never reported', async () => {
    expect(await office.say(leader, 'đôn đốc các đơn vị chưa báo cáo')).toMatch(/Sẽ gửi 1 người/)
    await office.say(leader, 'hủy')
    await report('việc 1 được 10 %')
    expect(await office.say(leader, 'đôn đốc các đơn vị chưa báo cáo')).toContain('Không có người nhận')
  })

  test('the weekly digest comes on Monday from seven, once, also when asked again and again', async () => {
    office.clock.set('2026-11-22T23:59:00Z') // Monday 06:59
    expect(await office.engine.runJobs()).toBe(0)
    office.clock.set('2026-11-23T00:01:00Z') // Monday 07:01
    expect(await office.engine.runJobs()).toBe(1)
    expect(await office.engine.runJobs()).toBe(0)
    await office.engine.deliver()
    expect(office.sent.findLast(({ chatId }) => chatId === leader)?.text).toContain('Bản tổng hợp 23/11/2026')
  })

  test('reminders come three and one working days before the last day, on it and the day after, in one message a morning', async () => {
    const mornings = ['2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-12', '2026-12-14', '2026-12-15']
    const reminded: string[] = []
    for (const day of mornings) {
      office.clock.set(`${day}T01:00:00Z`)
      await office.engine.runJobs()
      await office.engine.runJobs()
      const before = office.sent.length
      await office.engine.deliver()
      if (office.sent.slice(before).some(({ chatId, urgency }) => chatId === officer && urgency === 'reminder')) reminded.push(day)
    }
    // "Trước ngày 15/12/2026": the last day is Monday 14/12.
    expect(reminded).toEqual(['2026-12-09', '2026-12-11', '2026-12-14', '2026-12-15'])
  })
})
