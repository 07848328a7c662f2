import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('several decisions in one breath', () => {
  let office: TestOffice
  let officer: string
  let head: string
  beforeEach(async () => {
    office = await openTestOffice()
    officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
    head = await office.admit('Phòng Nội vụ huyện Mỹ Lâm', 'leader')
  })
  afterEach(() => office.close())

  const report = async (words: string): Promise<void> => {
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    await office.say(officer, words)
    await office.say(officer, 'ghi')
  }
  const actKinds = async (): Promise<string[]> => (await office.office.storage.acts.all()).map(({ kind }) => kind)

  test('two rounds of one duty are confirmed together, and taken back together', async () => {
    const number = /(\d)\. Yêu cầu các cơ quan/.exec(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì'))?.[1] ?? ''
    await report(`việc ${number} quý III xong rồi`)
    await report(`việc ${number} xong rồi`)
    expect(await office.say(head, 'có gì chờ tôi duyệt')).toContain('Chờ quyết định: 2')
    await office.say(head, 'xác nhận hết')
    expect(await office.say(head, 'ghi')).toContain('Đã ghi')
    expect(await actKinds()).toEqual(['confirm', 'confirm'])
    expect(await office.say(head, 'có gì chờ tôi duyệt')).toContain('Không có báo cáo')
    expect(await office.say(head, 'hủy')).toContain('Đã rút lại')
    expect(await office.say(head, 'có gì chờ tôi duyệt')).toContain('Chờ quyết định: 2')
  })

  test('what cannot both be done to one duty is said before anything is recorded', async () => {
    await report('việc 1 xong rồi')
    await office.say(head, 'có gì chờ tôi duyệt')
    await office.say(head, 'xác nhận 1, trả lại 1 vì thiếu số liệu')
    await office.say(head, 'ghi')
    expect((await actKinds()).length).toBeLessThanOrEqual(1)
    expect(await office.say(head, 'có gì chờ tôi duyệt')).toMatch(/chờ/i)
  })

  test('what is decided at night is told in the morning', async () => {
    await report('việc 1 xong rồi')
    office.clock.set('2026-11-23T15:00:00Z')
    await office.say(head, 'xác nhận việc 1')
    const before = office.sent.length
    expect(await office.say(head, 'ghi')).toContain('Sẽ báo 1 người liên quan lúc 07:30')
    const heard = () =>
      office.sent
        .slice(before)
        .filter(({ chatId }) => chatId === officer)
        .map(({ text }) => text)
        .join('\n')
    expect(heard()).toBe('')
    office.clock.set('2026-11-24T00:30:00Z')
    await office.engine.deliver()
    expect(heard()).toContain('Xác nhận hoàn thành')
  })

  test('a decision names everything that it decided, however much it is', async () => {
    for (const number of [1, 2, 3, 4, 5]) await report(`việc ${number} xong rồi`)
    await office.say(head, 'có gì chờ tôi duyệt')
    await office.say(head, 'xác nhận hết')
    const before = office.sent.length
    await office.say(head, 'ghi')
    const told = office.sent
      .slice(before)
      .filter(({ chatId }) => chatId === officer)
      .map(({ text }) => text)
      .join('\n')
    const decided = (await office.office.storage.acts.all()).length
    expect(decided).toBeGreaterThan(2)
    expect(told.match(/Xác nhận hoàn thành/g)).toHaveLength(decided)
    expect(told).not.toContain('tiếp')
  })
})
