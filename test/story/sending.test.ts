import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('a leader who sends', () => {
  let office: TestOffice
  let leader: string
  let officer: string
  beforeEach(async () => {
    office = await openTestOffice()
    leader = await office.admit('UBND huyện Mỹ Lâm', 'leader')
    officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
  })
  afterEach(() => office.close())

  const sendOff = async (): Promise<void> => {
    await office.say(leader, 'gửi')
    office.clock.passMinutes(2)
    await office.engine.deliver()
  }

  /** So many more people of the office's one unit. */
  const addPeople = async (count: number): Promise<void> => {
    const all = await office.office.storage.officers.all()
    const like = all.find(({ accounts }) => accounts.some(({ id }) => id === officer))!.officer
    for (let at = 1; at <= count; at += 1) {
      const chatId = `telegram:${at}`
      await office.office.storage.ledger.commit([
        { kind: 'save-officer', officer: { ...like, id: `off_${at}`, name: `Người ${at}` } },
        {
          kind: 'link-account',
          account: { id: chatId, officerId: `off_${at}`, chatId, linkedAt: office.clock.now(), closedAt: null },
        },
      ])
    }
  }

  test('urging names the paper and the duties, and is numbered', async () => {
    const preview = await office.say(leader, 'đôn đốc các đơn vị chưa báo cáo')
    expect(preview).toContain('Sẽ gửi 1 người, 1 đơn vị (1 máy trạm)')
    expect(preview).toContain('[ĐÔN ĐỐC – lần 1] Đề nghị Phòng Nội vụ báo cáo kết quả thực hiện')
    await sendOff()
    const urging = office.sent.findLast(({ chatId }) => chatId === officer)?.text
    expect(urging).toMatch(/bồi dưỡng kỹ năng số.*12\/KH-UBND, mục II\.1\.a/)
    expect(await office.say(leader, 'đôn đốc Phòng Nội vụ')).toContain('lần 2')
    expect(await office.say(officer, 'việc 1 được 60 %')).toMatch(/Việc 1 – .*bồi dưỡng/)
  })

  test('"đã nhận" is counted, and nobody is told that anything was read', async () => {
    await office.say(leader, 'thông báo tới các đơn vị: họp giao ban 8 giờ sáng thứ hai')
    await sendOff()
    expect(await office.say(leader, 'kết quả gửi')).toContain('Đã gửi 1; đang chờ gửi 0; chắc chắn không tới 0')
    expect(await office.say(officer, 'đã nhận')).toContain('Đã ghi đồng chí nhận tin')
    await office.say(officer, 'đã nhận')
    const result = await office.say(leader, 'kết quả gửi')
    expect(result).toContain('Đã báo nhận tin: 1/1')
    expect(result).toContain('Nền tảng không cho biết ai đã đọc')
  })

  test('a broadcast that was stopped before it left is none of the day’s three', async () => {
    for (const round of [1, 2, 3]) {
      await office.say(leader, `thông báo tới các đơn vị: họp giao ban lần ${round}`)
      await office.say(leader, 'gửi')
      expect(await office.say(leader, 'hủy')).toContain('chưa gửi')
    }
    expect(await office.say(leader, 'thông báo tới các đơn vị: họp giao ban 8 giờ')).toContain('Sẽ gửi')
    await sendOff()
    expect(office.sent.filter(({ chatId }) => chatId === officer)).toHaveLength(1)
  })

  test('above the threshold a second yes is asked for', async () => {
    await addPeople(60)
    expect(await office.say(leader, 'thông báo tới các đơn vị: họp lúc 8 giờ')).toContain('Sẽ gửi 61 người')
    expect(await office.say(leader, 'gửi')).toContain('Tin này tới 61 người')
    expect(await office.say(leader, 'gửi')).toContain('Đang gửi 61 tin')
  })

  test('the fourth broadcast of a day is refused, urging is not', async () => {
    for (const time of ['8 giờ', '9 giờ', '10 giờ']) {
      await office.say(leader, `thông báo tới các đơn vị: họp lúc ${time}`)
      await sendOff()
    }
    expect(await office.say(leader, 'thông báo tới các đơn vị: họp lúc 11 giờ')).toContain('Hôm nay đã gửi đủ 3')
    expect(await office.say(leader, 'đôn đốc Phòng Nội vụ')).toContain('Sẽ gửi 1 người')
  })

  test('leaders are written to first', async () => {
    const head = await office.admit('Phòng Tài chính - Kế hoạch huyện Mỹ Lâm', 'leader')
    await office.say(leader, 'thông báo tới các đơn vị: họp lúc 8 giờ')
    await sendOff()
    const broadcasts = office.sent.filter(({ urgency }) => urgency === 'broadcast').map(({ chatId }) => chatId)
    expect(broadcasts).toEqual([head, officer])
  })
})
