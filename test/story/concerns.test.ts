import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('difficulties and proposals', () => {
  let office: TestOffice
  let officer: string
  let chief: string
  beforeEach(async () => {
    office = await openTestOffice()
    officer = await office.admit('Công an huyện Mỹ Lâm')
    chief = await office.admit('UBND huyện Mỹ Lâm', 'leader')
  })
  afterEach(() => office.close())

  const report = async (words: string): Promise<string> => {
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    await office.say(officer, words)
    return office.say(officer, 'ghi')
  }

  test('are records of their own, for the body that the paper names, and stand in the leaders’ list and sums', async () => {
    const recorded = await report('việc 1 vướng kinh phí, đề nghị huyện hỗ trợ 50 triệu')
    expect(recorded).toContain('Đã ghi riêng khó khăn, vướng mắc: vướng kinh phí – gửi UBND huyện (qua Phòng Nội vụ)')
    expect(recorded).toContain('Đã ghi riêng đề xuất, kiến nghị: đề nghị huyện hỗ trợ 50 triệu')
    const list = await office.say(chief, 'khó khăn, kiến nghị của các đơn vị')
    expect(list).toMatch(
      /đang có: 2, của 1 đơn vị[^]*Công an huyện – kiến nghị: đề nghị huyện hỗ trợ 50 triệu[^]*Công an huyện – khó khăn: vướng kinh phí/,
    )
    expect(await office.say(chief, 'tổng hợp')).toContain('Khó khăn, kiến nghị: 2 của 1 đơn vị')
    office.clock.set('2026-11-23T00:01:00Z')
    await office.engine.runJobs()
    await office.engine.deliver()
    expect(office.sent.findLast(({ chatId }) => chatId === chief)?.text).toContain('Khó khăn, kiến nghị: 2 của 1 đơn vị')
  })

  test('the body through which one reports sees them, other units do not', async () => {
    await report('việc 1 vướng kinh phí')
    const via = await office.admit('Phòng Nội vụ huyện Mỹ Lâm', 'leader')
    const other = await office.admit('Phòng Tài chính - Kế hoạch huyện Mỹ Lâm', 'leader')
    expect(await office.say(via, 'đơn vị nào đang có khó khăn gì')).toContain('vướng kinh phí')
    expect(await office.say(other, 'đơn vị nào đang có khó khăn gì')).toContain('Không có khó khăn hay kiến nghị')
  })

  test('go with the report that told them, and with the end of the duty', async () => {
    await report('việc 1 vướng kinh phí')
    await office.say(officer, 'hủy')
    expect(await office.say(chief, 'khó khăn, vướng mắc của các đơn vị')).toContain('Không có khó khăn')
    await report('việc 1 vướng kinh phí')
    expect(await office.say(chief, 'khó khăn, vướng mắc của các đơn vị')).toContain('vướng kinh phí')
    await report('việc 1 xong rồi')
    expect(await office.say(chief, 'khó khăn, vướng mắc của các đơn vị')).toContain('Không có khó khăn')
  })
})
