import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('reminders as a person wants them', () => {
  let office: TestOffice
  let officer: string
  beforeEach(async () => {
    office = await openTestOffice()
    officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
  })
  afterEach(() => office.close())

  /** Lets the jobs run at a moment and gives what was sent to a chat because of it. */
  const remindAt = async (moment: string, chatId = officer): Promise<string> => {
    office.clock.set(moment)
    const before = office.sent.length
    await office.engine.runJobs()
    await office.engine.deliver()
    return office.sent
      .slice(before)
      .filter((message) => message.chatId === chatId)
      .map(({ text }) => text)
      .join('\n')
  }

  test('a reminder shows the duty with its deadline and state, and "việc 1" answers it', async () => {
    const reminder = await remindAt('2026-12-09T01:00:00Z')
    expect(reminder).toContain('Nhắc việc – Phòng Nội vụ, 09/12/2026')
    expect(reminder).toMatch(/1\. .*bồi dưỡng kỹ năng số.*12\/KH-UBND.*sắp đến hạn \(còn 3 ngày làm việc\) · chưa báo cáo/)
    expect(await office.say(officer, 'việc 1 được 60 %')).toMatch(/Việc 1 – .*bồi dưỡng.*60 %/)
  })

  test('an hour is read back, kept after Ghi, and holds', async () => {
    const readBack = await office.say(officer, 'nhắc lúc 9 giờ')
    expect(readBack).toContain('Nhắc từ 09:00 các ngày làm việc')
    await office.say(officer, 'ghi')
    expect(await remindAt('2026-12-09T01:00:00Z')).toBe('')
    expect(await remindAt('2026-12-09T02:01:00Z')).toContain('Nhắc việc')
    expect(await office.say(officer, 'lịch nhắc việc')).toContain('Nhắc từ 09:00')
  })

  test('without Ghi nothing changes', async () => {
    await office.say(officer, 'tắt nhắc việc')
    await office.say(officer, 'hủy')
    expect(await remindAt('2026-12-09T01:00:00Z')).toContain('Nhắc việc')
  })

  test('five days before are asked for and come', async () => {
    await office.say(officer, 'nhắc tôi trước 5 ngày')
    await office.say(officer, 'ghi')
    expect(await remindAt('2026-12-07T01:00:00Z')).toContain('Nhắc việc')
    expect(await remindAt('2026-12-09T01:00:00Z')).toBe('')
    expect(await remindAt('2026-12-11T01:00:00Z')).toContain('Nhắc việc')
  })

  test('one duty is silenced, the others stay', async () => {
    expect(await remindAt('2026-12-09T01:00:00Z')).toContain('bồi dưỡng')
    expect(await office.say(officer, 'đừng nhắc việc 1 nữa')).toMatch(/Không nhắc: .*bồi dưỡng/)
    await office.say(officer, 'ghi')
    expect(await remindAt('2026-12-11T01:00:00Z')).toBe('')
    expect(await remindAt('2026-12-31T01:00:00Z')).not.toContain('bồi dưỡng')
  })

  test('off and on again: what was missed comes once, as it stands then', async () => {
    await office.say(officer, 'tắt nhắc việc')
    await office.say(officer, 'ghi')
    expect(await remindAt('2026-12-09T01:00:00Z')).toBe('')
    await office.say(officer, 'bật lại nhắc việc')
    await office.say(officer, 'ghi')
    expect(await remindAt('2026-12-10T01:00:00Z')).toContain('còn 2 ngày làm việc')
    expect(await remindAt('2026-12-10T02:00:00Z')).toBe('')
  })

  test('whoever is away is left in peace until the day is over', async () => {
    expect(await office.say(officer, 'tạm nghỉ đến 10/12')).toContain('đến hết 10/12/2026')
    await office.say(officer, 'ghi')
    expect(await remindAt('2026-12-09T01:00:00Z')).toBe('')
    expect(await remindAt('2026-12-11T01:00:00Z')).toContain('còn 1 ngày làm việc')
  })

  test('an hour at night is refused', async () => {
    expect(await office.say(officer, 'nhắc lúc 23 giờ')).toContain('Chỉ nhắc trong khoảng 05:00–21:00')
  })

  test('a reminder that could not leave does not come at night, and is told anew the next working morning', async () => {
    office.clock.set('2026-12-09T08:59:00Z')
    await office.engine.runJobs()
    office.clock.set('2026-12-09T15:00:00Z')
    await office.engine.deliver()
    expect(office.sent.filter(({ urgency }) => urgency === 'reminder')).toEqual([])
    expect(await remindAt('2026-12-10T01:00:00Z')).toContain('còn 2 ngày làm việc')
  })

  test('on a weekend nobody is reminded, unless they asked', async () => {
    expect(await remindAt('2026-12-12T02:00:00Z')).toBe('')
    await office.say(officer, 'nhắc cả cuối tuần nhé')
    await office.say(officer, 'ghi')
    expect(await remindAt('2026-12-12T02:00:00Z')).toContain('bồi dưỡng')
  })

  test('a stand-in of the unit is named, read back, and reminded whatever they wished', async () => {
    const { storage } = office.office
    const [person] = await storage.officers.all()
    const colleague = { ...person!.officer, id: 'off_nam', name: 'Trần Văn Nam' }
    const account = {
      id: 'terminal:nam',
      officerId: 'off_nam',
      chatId: 'terminal:nam',
      linkedAt: office.clock.now(),
      closedAt: null,
    }
    await storage.ledger.commit([
      { kind: 'save-officer', officer: colleague },
      { kind: 'link-account', account },
    ])
    await office.say('terminal:nam', 'tắt nhắc việc')
    await office.say('terminal:nam', 'ghi')
    expect(await office.say(officer, 'em nghỉ phép đến 10/12, anh Nam nhận thay')).toContain('Trần Văn Nam nhận thay')
    await office.say(officer, 'ghi')
    expect(await remindAt('2026-12-09T01:00:00Z', 'terminal:nam')).toContain('Nhận thay')
    expect(await office.say(officer, 'nghỉ đến 12/12, chị Hoa trực thay')).toContain('Không tìm thấy')
  })

  test('overdue beyond the grace without a report, a duty is told to the leader above, once', async () => {
    const leader = await office.admit('UBND huyện Mỹ Lâm', 'leader')
    const told = await remindAt('2026-11-23T01:00:00Z', leader)
    expect(told).toMatch(/Quá hạn trên 5 ngày làm việc, chưa có báo cáo: 1 việc\. Người quyết định: lãnh đạo/)
    expect(told).toContain('Phòng Tài chính - Kế hoạch')
    expect(await remindAt('2026-11-25T01:00:00Z', leader)).not.toContain('Người quyết định')
  })
})
