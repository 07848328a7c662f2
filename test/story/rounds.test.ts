import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('a duty that comes back every quarter', () => {
  let office: TestOffice
  let officer: string
  let head: string
  let number: string
  beforeEach(async () => {
    office = await openTestOffice()
    officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
    head = await office.admit('Phòng Nội vụ huyện Mỹ Lâm', 'leader')
    number = /(\d)\. Yêu cầu các cơ quan/.exec(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì'))?.[1] ?? ''
  })
  afterEach(() => office.close())

  const report = async (words: string): Promise<string> => {
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    const readBack = await office.say(officer, words)
    await office.say(officer, 'ghi')
    return readBack
  }
  const remindOn = async (moment: string): Promise<string> => {
    const before = office.sent.length
    office.clock.set(moment)
    await office.engine.runJobs()
    await office.engine.deliver()
    return office.sent
      .slice(before)
      .filter(({ chatId }) => chatId === officer)
      .map(({ text }) => text)
      .join('\n')
  }
  const lineOf = async (): Promise<string> =>
    /Yêu cầu các cơ quan.*/.exec(await office.say(officer, 'tiến độ phòng tôi'))?.[0] ?? ''

  test('what is reported counts for the quarter; with the next one it is open again, and the figures stay', async () => {
    expect(await report(`việc ${number} xong rồi`)).toContain('(quý 4/2026): chưa báo cáo → đã báo cáo hoàn thành')
    expect(await lineOf()).toContain('đã báo cáo hoàn thành')
    office.clock.set('2027-01-05T02:00:00Z')
    expect(await lineOf()).toContain('chưa báo cáo')
    expect(await report(`việc ${number} được 20 %`)).toContain('(quý 1/2027): chưa báo cáo → đang thực hiện 20 %')
    expect((await office.office.storage.progress.all()).map(({ period, status }) => [period, status])).toEqual([
      ['2026-Q4', 'done'],
      ['2027-Q1', 'in_progress'],
    ])
    // What was reported for the last quarter still waits to be confirmed.
    expect(await office.say(head, 'có gì chờ tôi duyệt')).toMatch(/1\. Phòng Nội vụ: .*\(quý 4\/2026\) – đã báo cáo hoàn thành/)
    expect(await office.say(head, 'xác nhận 1')).toContain('(quý 4/2026)')
    await office.say(head, 'ghi')
    expect(await office.say(head, 'có gì chờ tôi duyệt')).toContain('Không có báo cáo')
    expect(await lineOf()).toContain('đang thực hiện 20 %')
  })

  test('a quarter that is named is the one that is meant', async () => {
    expect(await report(`việc ${number} quý III xong rồi`)).toContain('(quý 3/2026): chưa báo cáo → đã báo cáo hoàn thành')
    expect(await lineOf()).toContain('chưa báo cáo')
  })

  test('each quarter is reminded by itself: a report on the last one leaves the next one open', async () => {
    await report(`việc ${number} xong rồi`)
    expect(await remindOn('2026-12-31T01:00:00Z')).not.toContain('Yêu cầu các cơ quan')
    expect(await remindOn('2027-03-31T01:00:00Z')).toContain('Yêu cầu các cơ quan')
  })
})
