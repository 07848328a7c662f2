import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('reporting on behalf of somebody', () => {
  let office: TestOffice
  let officer: string
  const log = () => office.office.storage.progress.all()
  beforeEach(async () => {
    office = await openTestOffice()
    officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
    await office.link('terminal:nam', 'Phòng Nội vụ huyện Mỹ Lâm', { name: 'Trần Văn Nam' })
    await office.link('terminal:hung', 'Công an huyện Mỹ Lâm', { name: 'Lê Hùng' })
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
  })
  afterEach(() => office.close())

  test.each([
    'ghi hộ anh Nam: việc 1 xong rồi',
    'ghi ho anh nam phong noi vu: viec 1 xong roi',
    'báo cáo thay anh Nam việc 1 xong',
  ])('a colleague is named with whoever reports, in every place: %s', async (words) => {
    expect(await office.say(officer, words)).toContain('Ghi hộ Trần Văn Nam (Phòng Nội vụ)')
    expect(await log()).toEqual([])
    expect(await office.say(officer, 'ghi')).toContain('Ghi hộ Trần Văn Nam')
    expect(await log()).toMatchObject([
      { onBehalf: 'Trần Văn Nam', status: 'done', officerId: expect.stringContaining('off_terminal') },
    ])
    expect(await office.say(officer, 'tiến độ phòng em thế nào')).toContain('ghi hộ Trần Văn Nam')
  })

  test('somebody whom no account knows is kept as typed', async () => {
    expect(await office.say(officer, 'báo cáo thay chị Lan việc 1 được 50 %')).toContain('Ghi hộ chị Lan (Phòng Nội vụ)')
    await office.say(officer, 'ghi')
    expect(await log()).toMatchObject([{ onBehalf: 'chị Lan', percent: 50 }])
  })

  test.each(['ghi hộ Công an huyện: việc 1 xong', 'ghi hộ anh Hùng: việc 1 xong'])(
    'another unit is refused plainly: %s',
    async (words) => {
      expect(await office.say(officer, words)).toContain('Chỉ ghi hộ được người cùng đơn vị')
      await office.say(officer, 'ghi')
      expect(await log()).toEqual([])
    },
  )

  test('the office reports for any unit, by the numbers of that unit', async () => {
    const clerk = await office.admit('Văn phòng HĐND và UBND huyện Mỹ Lâm', 'office')
    await office.say(clerk, 'Công an huyện có nhiệm vụ gì')
    expect(await office.say(clerk, 'ghi hộ Công an huyện: việc 1 xong, báo cáo 7/BC-CAH ngày 20/11')).toMatch(
      /an ninh mạng.*Kèm minh chứng: 7\/BC-CAH.*Ghi hộ Công an/s,
    )
    await office.say(clerk, 'ghi')
    const [line] = await log()
    expect(line).toMatchObject({ onBehalf: 'Công an huyện', unitId: expect.stringContaining('cong-an') })
    expect(await office.office.storage.evidence.all()).toMatchObject([{ onBehalf: 'Công an huyện', unitId: line?.unitId }])
    expect(await office.say('terminal:hung', 'tiến độ đơn vị tôi thế nào')).toContain('ghi hộ Công an')
  })

  test('a name that only another unit knows leads the office there; an unknown one is asked about', async () => {
    const clerk = await office.admit('Văn phòng HĐND và UBND huyện Mỹ Lâm', 'office')
    expect(await office.say(clerk, 'ghi hộ anh Hùng: việc 1 xong')).toContain('Ghi hộ Lê Hùng (Công an')
    expect(await office.say(clerk, 'ghi hộ anh Tuấn: việc 1 xong')).toContain('của đơn vị nào')
  })
})
