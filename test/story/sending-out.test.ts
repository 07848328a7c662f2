import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('what a leader sends out', () => {
  let office: TestOffice
  let leader: string
  let internal: string
  let police: string
  let clerk: string
  beforeEach(async () => {
    office = await openTestOffice()
    leader = await office.admit('UBND huyện Mỹ Lâm', 'leader')
    internal = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
    police = await office.admit('Công an huyện Mỹ Lâm', 'leader')
    clerk = await office.admit('Phòng Nội vụ huyện Mỹ Lâm', 'office')
  })
  afterEach(() => office.close())

  /** Who got what after a minute, by chat. */
  const listArrived = async (): Promise<Map<string, string>> => {
    office.clock.passMinutes(2)
    await office.engine.deliver()
    return new Map(office.sent.filter(({ urgency }) => urgency === 'broadcast').map(({ chatId, text }) => [chatId, text]))
  }

  test('a list of units: those who are named and nobody else; who cannot be reached is told', async () => {
    const preview = await office.say(leader, 'gửi phòng Nội vụ, phòng Tài chính - Kế hoạch và xã Bình Minh: họp 8h tại UBND huyện')
    expect(preview).toContain('Sẽ gửi 2 người, 1 đơn vị')
    expect(preview).toContain('"họp 8h tại UBND huyện"')
    expect(preview).toMatch(/chưa có người liên kết: Phòng Tài chính - Kế hoạch, .*Bình Minh/)
    await office.say(leader, 'gửi')
    expect([...(await listArrived()).keys()].toSorted()).toEqual([clerk, internal].toSorted())
  })

  test('a role: leaders, or clerks', async () => {
    expect(await office.say(leader, 'nhắn lãnh đạo các đơn vị: 15h họp nhanh')).toContain('Sẽ gửi 1 người')
    await office.say(leader, 'gửi')
    expect([...(await listArrived()).keys()]).toEqual([police])
    expect(await office.say(leader, 'nhắn các văn thư nộp báo cáo trước thứ sáu')).toContain('"nộp báo cáo trước thứ sáu"')
    await office.say(leader, 'gửi')
    expect((await listArrived()).get(clerk)).toContain('nộp báo cáo trước thứ sáu')
  })

  test('all units of a kind', async () => {
    const preview = await office.say(leader, 'thông báo tới các phòng: nộp danh sách')
    expect(preview).toContain('Sẽ gửi 2 người, 1 đơn vị')
    expect(preview).not.toContain('Công an')
  })

  test('other words are shown again before they leave, as typed', async () => {
    await office.say(leader, 'thông báo tới các đơn vị: họp giao ban 8 giờ')
    expect(await office.say(leader, 'sửa lời')).toContain('Gõ nội dung mới')
    const preview = await office.say(leader, 'Họp giao ban 9h00: mang theo báo cáo tháng')
    expect(preview).toContain('Sẽ gửi 3 người')
    expect(preview).toContain('"Họp giao ban 9h00: mang theo báo cáo tháng"')
    expect(await office.say(leader, 'sửa lời: Họp giao ban 10h')).toContain('"Họp giao ban 10h"')
    await office.say(leader, 'gửi')
    expect(new Set((await listArrived()).values())).toEqual(new Set(['Họp giao ban 10h\nGõ "đã nhận" để báo đã nhận tin này.']))
  })

  test('other words for an urging keep its number and its duties', async () => {
    const first = await office.say(leader, 'đôn đốc phòng nội vụ')
    expect(first).toContain('[ĐÔN ĐỐC – lần 1] Đề nghị Phòng Nội vụ báo cáo')
    const reworded = await office.say(leader, 'sửa lời: Yêu cầu gửi báo cáo trước 17h hôm nay:')
    expect(reworded).toContain('[ĐÔN ĐỐC – lần 1] Yêu cầu gửi báo cáo trước 17h hôm nay:\n1. ')
    await office.say(leader, 'gửi')
    expect((await listArrived()).get(internal)).toContain('Yêu cầu gửi báo cáo trước 17h hôm nay:\n1. ')
  })

  test('"hủy" within the minute stops it also after other words; nothing leaves and nothing counts as an urging', async () => {
    await office.say(leader, 'đôn đốc phòng nội vụ')
    await office.say(leader, 'gửi')
    await office.say(leader, 'danh sách văn bản')
    expect(await office.say(leader, 'hủy')).toContain('Đã dừng 2 tin chưa gửi')
    expect((await listArrived()).size).toBe(0)
    expect(await office.say(leader, 'kết quả gửi')).toContain('đã dừng theo yêu cầu 2')
    expect(await office.say(leader, 'đôn đốc phòng nội vụ')).toContain('lần 1')
    await office.say(leader, 'gửi')
    expect((await listArrived()).size).toBe(2)
    expect(await office.say(leader, 'đôn đốc phòng nội vụ')).toContain('lần 2')
  })

  test('"dừng gửi" stops what has not left, also later, and "hủy" after the minute means something else', async () => {
    await office.say(leader, 'thông báo tới các đơn vị: họp giao ban 8 giờ')
    await office.say(leader, 'gửi')
    office.clock.passMinutes(2)
    expect(await office.say(leader, 'dừng gửi')).toMatch(/Đã dừng|Không có/)
    expect(await office.say(leader, 'hủy')).not.toContain('Đã dừng')
  })

  test('what no message can hold is refused before it is shown', async () => {
    expect(await office.say(leader, `thông báo tới các đơn vị: ${'rất dài '.repeat(300)}`)).toMatch(/Tin dài \d+ ký tự/)
    await office.say(leader, 'thông báo tới các đơn vị: họp 8h')
    expect(await office.say(leader, `sửa lời: ${'rất dài '.repeat(300)}`)).toMatch(/Tin dài \d+ ký tự/)
    expect(await office.say(leader, 'gửi')).toContain('Đang gửi 3 tin')
    expect((await listArrived()).get(internal)).toContain('họp 8h')
  })
})
