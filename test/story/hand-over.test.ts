import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLinks } from '../../src/entry/open-links.ts'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'
import { readDocument, readWorkbook } from '../support/read-office-files.ts'

const UNIT = 'Phòng Nội vụ huyện Mỹ Lâm'
const LINK = /https:\/\/bot-2026\.example\.gov\.vn(\/files\/[a-z0-9]+)/g

describe('handing over the work', () => {
  let office: TestOffice
  let officer: string
  beforeEach(async () => {
    office = await openTestOffice({ publicUrl: 'https://bot-2026.example.gov.vn' })
    officer = 'terminal:lan'
    await office.link(officer, UNIT, { name: 'Nguyễn Thị <Lan> & Co' })
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    await office.say(officer, 'việc 1 được 60 %, báo cáo 112/BC-PNV ngày 20/11')
    await office.say(officer, 'ghi')
    office.clock.passMinutes(5)
    await office.say(officer, 'chưa xong việc 1, vướng kinh phí, xin lùi đến 25/12')
    await office.say(officer, 'ghi')
    office.clock.passMinutes(5)
    await office.say(officer, 'việc 2 xong rồi')
    await office.say(officer, 'ghi')
    office.clock.passMinutes(5)
  })
  afterEach(() => office.close())
  const openFile = async (path: string): Promise<Uint8Array> => {
    const links = await openLinks(office.office)
    const response = await links.request(path)
    expect(response.status).toBe(200)
    return new Uint8Array(await response.arrayBuffer())
  }

  test('shows what is open and what was promised, and gives all of it as Word and Excel', async () => {
    const answer = await office.say(officer, 'bàn giao công việc của tôi cho chị Hoa')
    expect(answer).toContain('Bàn giao công việc của Phòng Nội vụ cho chị Hoa, đến 21/11/2026: 2 việc chưa hoàn thành')
    expect(answer).toMatch(/1\. .*kỹ năng số.*15\/12\/2026.*xin gia hạn đến 25\/12\/2026/)
    const all = `${answer}\n${await office.say(officer, 'tiếp')}`
    expect(all).toContain('1 minh chứng')
    const [docx = '', xlsx = ''] = [...all.matchAll(LINK)].map(([, path = '']) => path)
    const document = readDocument(await openFile(docx))
    expect(document.text).toContain('Bàn giao công việc của Phòng Nội vụ')
    expect(document.text).toContain('Lịch sử báo cáo')
    expect(document.text).toContain('Nguyễn Thị <Lan> & Co')
    expect(document.text).toContain('112/BC-PNV ngày 20/11/2026')
    expect(document.text).toContain('xin gia hạn đến 25/12/2026')
    const appendix = document.tables.flat().find((row) => row.some((cell) => cell.includes('kỹ năng số')))
    expect(appendix?.join(' | ')).toMatch(/112\/BC-PNV.*xin gia hạn đến 25\/12\/2026/)
    expect(document.tables.flat(2).join()).not.toContain('thi đua')
    const row = readWorkbook(await openFile(xlsx)).find((cells) => cells.some((cell) => String(cell).includes('kỹ năng số')))
    expect(row?.join(' | ')).toBe(appendix?.join(' | '))
  })

  test.each([
    'bàn giao',
    'ban giao cong viec',
    'cho em lập biên bản bàn giao công việc của phòng em',
    'bàn giao nhiệm vụ cho chị Hoa nhé',
    'ban giao lai toan bo cv cua toi',
  ])('is understood: %s', async (words) => {
    expect(await office.say(officer, words)).toContain('Bàn giao công việc của Phòng Nội vụ')
  })

  test.each(['việc 2 đã bàn giao mặt bằng xong', 'bàn giao mặt bằng chưa em?', 'bàn giao việc 2 cho Công an huyện'])(
    'is something else: %s',
    async (words) => {
      expect(await office.say(officer, words)).not.toContain('Bàn giao công việc của')
    },
  )

  test('of another unit only to those who see it, and the file asks again', async () => {
    const police = await office.admit('Công an huyện Mỹ Lâm')
    expect(await office.say(police, 'bàn giao công việc của Phòng Nội vụ')).toContain('không xem được')
    const clerk = await office.admit('Văn phòng HĐND và UBND huyện Mỹ Lâm', 'office')
    expect(await office.say(clerk, 'bàn giao công việc của Phòng Nội vụ cho anh Ba')).toContain('cho anh Ba')

    const answer = await office.say(officer, 'bàn giao')
    const [path = ''] = [...answer.matchAll(LINK)].map(([, each = '']) => each)
    await office.link(officer, 'Công an huyện Mỹ Lâm')
    const links = await openLinks(office.office)
    expect((await links.request(path)).status).toBe(404)
  })

  test('a link opened later tells what stood when it was given', async () => {
    const answer = await office.say(officer, 'bàn giao')
    const [path = ''] = [...answer.matchAll(LINK)].map(([, each = '']) => each)
    office.clock.passMinutes(5)
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    await office.say(officer, 'việc 1 xong, báo cáo 200/BC-PNV ngày 21/11')
    await office.say(officer, 'ghi')
    const { text } = readDocument(await openFile(path))
    expect(text).not.toContain('200/BC-PNV')
    expect(text).toContain('112/BC-PNV')
  })
})
