import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('the digest that comes by itself', () => {
  let office: TestOffice
  let leader: string
  let officer: string
  beforeEach(async () => {
    office = await openTestOffice()
    leader = await office.admit('UBND huyện Mỹ Lâm', 'leader')
    officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
  })
  afterEach(() => office.close())

  /** The digests that reach the leader when the jobs look at the clock at these moments, by the local time. */
  const listDigests = async (...moments: string[]): Promise<string[]> => {
    const got: string[] = []
    for (const moment of moments) {
      office.clock.set(new Date(`${moment}:00+07:00`).toISOString())
      const before = office.sent.length
      await office.engine.runJobs()
      await office.engine.runJobs()
      await office.engine.deliver()
      const digests = office.sent.slice(before).filter(({ chatId, text }) => chatId === leader && text.startsWith('Bản tổng hợp'))
      got.push(...digests.map(() => moment))
    }
    return got
  }

  const wish = async (words: string): Promise<string> => {
    const readBack = await office.say(leader, words)
    await office.say(leader, 'ghi')
    return readBack
  }

  test('comes when the leader says, and read back before', async () => {
    expect(await wish('gửi tôi bản tổng hợp chiều thứ 6 hằng tuần lúc 4h')).toContain('lúc 16:00 thứ sáu hằng tuần')
    expect(await office.say(leader, 'lịch gửi tổng hợp')).toContain('lúc 16:00 thứ sáu hằng tuần')
    // Monday 23/11 no more; Friday 27/11 at four, once; the week after again.
    expect(
      await listDigests('2026-11-23T08:00', '2026-11-27T15:59', '2026-11-27T16:05', '2026-11-27T16:30', '2026-12-04T16:10'),
    ).toEqual(['2026-11-27T16:05', '2026-12-04T16:10'])
  })

  test('on a day of the month; where that is off, on the next working morning', async () => {
    expect(await wish('hằng tháng ngày 25')).toContain('ngày 25 hằng tháng')
    // 25/11 is a Wednesday, 25/12 a Friday, 25/4/2027 a Sunday.
    expect(await listDigests('2026-11-25T07:10')).toHaveLength(1)
    expect(await listDigests('2026-12-24T08:00', '2026-12-25T06:50', '2026-12-25T07:05', '2026-12-26T08:00')).toEqual([
      '2026-12-25T07:05',
    ])
    expect(await listDigests('2027-03-25T08:00', '2027-04-25T08:00', '2027-04-26T08:00')).toEqual([
      '2027-03-25T08:00',
      '2027-04-26T08:00',
    ])
  })

  test('not for what is past when it is wished', async () => {
    office.clock.set('2026-11-23T03:00:00Z') // Monday 10:00, the weekly one is not out yet
    await wish('gửi tôi bản tổng hợp sáng thứ 2 hằng tuần lúc 7h30')
    expect(await listDigests('2026-11-23T10:05', '2026-11-24T08:00', '2026-11-30T07:31')).toEqual(['2026-11-30T07:31'])
  })

  test('no more, and again, when the leader says so', async () => {
    expect(await wish('thôi gửi tổng hợp')).toContain('Không tự gửi bản tổng hợp')
    expect(await listDigests('2026-11-23T08:00')).toEqual([])
    await wish('bật lại bản tổng hợp')
    expect(await listDigests('2026-11-23T09:00', '2026-11-30T07:05')).toEqual(['2026-11-30T07:05'])
  })

  test('made up for after a morning without a server, and no second one when the clock jumps back', async () => {
    expect(await listDigests('2026-11-25T09:00', '2026-11-23T08:00', '2026-11-24T09:00', '2026-11-30T07:00')).toEqual([
      '2026-11-25T09:00',
      '2026-11-30T07:00',
    ])
  })

  test('tells in its order what is overdue, near, changed and silent, then the table', async () => {
    office.clock.set('2026-12-10T01:30:00Z')
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    await office.say(officer, 'việc 2 được 40 %')
    await office.say(officer, 'ghi')
    office.clock.set('2026-12-14T00:30:00Z')
    await office.engine.runJobs()
    await office.engine.deliver()
    const text = office.sent.findLast(({ chatId }) => chatId === leader)?.text ?? ''
    expect(text).toMatch(/^Bản tổng hợp 14\/12\/2026/)
    expect(text).toMatch(/Chờ đồng chí: \d+ · Quá hạn: 1 \(nhiều nhất: .*\) · Đến hạn trong 7 ngày: \d+ · Mới cập nhật: 1/)
    expect(text.indexOf('Đến hạn 14/12/2026')).toBeGreaterThan(text.indexOf('Quá hạn: 1'))
    expect(text.indexOf('Im lặng: ', text.indexOf('Đến hạn 14/12'))).toBeGreaterThan(0)
    const table = await office.say(leader, 'tiếp')
    expect(table).toMatch(/^Đến 14\/12\/2026/)
    expect(table).toMatch(/So với trước \S+: tồn chuyển sang \d+; hoàn thành 0 → 0 \(0\)/)
  })

  test('is nothing for officers to set', async () => {
    expect(await office.say(officer, 'gửi tôi bản tổng hợp sáng thứ 2 hằng tuần')).toContain('dành cho lãnh đạo')
  })
})
