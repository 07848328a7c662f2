import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Hono } from 'hono'
import { openLinks } from '../../src/entry/open-links.ts'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

const LINK = /https:\/\/bot-2026\.example\.gov\.vn(\/files\/[a-z0-9]+)/

function pathIn(answer: string): string {
  return LINK.exec(answer)?.[1] ?? ''
}

describe('a leader who wants a file', () => {
  let office: TestOffice
  let links: Hono
  let leader: string
  beforeEach(async () => {
    office = await openTestOffice({ publicUrl: 'https://bot-2026.example.gov.vn/' })
    links = await openLinks(office.office)
    leader = await office.admit('UBND huyện Mỹ Lâm', 'leader')
  })
  afterEach(() => office.close())

  test('chooses among picture, Excel and Word, and gets a link that opens', async () => {
    expect(await office.say(leader, 'xuất báo cáo')).toMatch(/1 = Biểu đồ · 2 = Tệp Excel · 3 = Tệp Word/)
    const first = [
      await office.say(leader, '2'),
      await office.say(leader, 'gửi file word'),
      await office.say(leader, 'vẽ biểu đồ tiến độ'),
    ]
    const opened = await Promise.all(first.map((answer) => links.request(pathIn(answer))))
    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(opened.map(({ headers }) => headers.get('content-disposition'))).toEqual([
      'inline; filename="dondoc-2026-11-21.xlsx"',
      'inline; filename="dondoc-2026-11-21.docx"',
      'inline; filename="dondoc-2026-11-21.png"',
    ])
    const heads = await Promise.all(
      opened.map(async (answer) =>
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 4)
          .toString('latin1'),
      ),
    )
    expect(heads).toEqual(['PK\u0003\u0004', 'PK\u0003\u0004', '\u0089PNG'])
  })

  test('a link gives the figures of when it was offered, and nothing after a day, with a letter changed or to who leads no more', async () => {
    const path = pathIn(await office.say(leader, 'xuất excel'))
    const before = await (await links.request(path)).arrayBuffer()
    const officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
    office.clock.passMinutes(5)
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    await office.say(officer, 'việc 1 xong rồi')
    await office.say(officer, 'ghi')
    const after = await (await links.request(path)).arrayBuffer()
    expect(after.byteLength).toBe(before.byteLength)

    const last = path.at(-1) === '0' ? '1' : '0'
    expect((await links.request(`${path.slice(0, -1)}${last}`)).status).toBe(404)
    const { storage } = office.office
    const { officer: person } = (await storage.officers.all()).find(({ officer: { role } }) => role === 'leader')!
    await storage.ledger.commit([{ kind: 'save-officer', officer: { ...person, role: 'officer' } }])
    expect((await links.request(path)).status).toBe(404)
    await storage.ledger.commit([{ kind: 'save-officer', officer: person }])
    expect((await links.request(path)).status).toBe(200)
    office.clock.passMinutes(24 * 60)
    expect((await links.request(path)).status).toBe(404)
  })

  test('an officer is told whom it is for, and who has no public address what the office must set', async () => {
    const officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
    expect(await office.say(officer, 'xuất excel')).toContain('dành cho lãnh đạo')
    const bare = await openTestOffice()
    expect(await bare.say(await bare.admit('UBND huyện Mỹ Lâm', 'leader'), 'xuất excel')).toContain('PUBLIC_URL')
    bare.close()
  })
})
