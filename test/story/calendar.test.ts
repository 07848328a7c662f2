import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Hono } from 'hono'
import { openLinks } from '../../src/entry/open-links.ts'
import { findAskerUnits } from '../../src/usecases/find-asker-units.ts'
import { openCalendarFeed, revokeCalendarFeeds } from '../../src/usecases/calendar/open-calendar-feed.ts'
import type { Unit } from '../../src/domain/unit.ts'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('a unit’s deadlines as a calendar', () => {
  let office: TestOffice
  let links: Hono
  let unit: Unit
  beforeEach(async () => {
    office = await openTestOffice()
    links = await openLinks(office.office)
    const { library } = await office.office.openWorld()
    unit = findAskerUnits('Phòng Nội vụ huyện Mỹ Lâm', library, office.office.data.units)[0]!
  })
  afterEach(() => office.close())

  const giveLink = async (): Promise<string> => {
    const { token, changes } = openCalendarFeed(unit, office.office)
    await office.office.storage.ledger.commit(changes)
    return `/calendar/${token}.ics`
  }
  const readEvents = async (path: string): Promise<ICAL.Event[]> => {
    const response = await links.request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/calendar')
    const root = new ICAL.Component(ICAL.parse(await response.text()) as unknown[])
    return root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  }

  test('holds the deadlines of its duties, the same events whenever it is asked', async () => {
    const path = await giveLink()
    const events = await readEvents(path)
    // "Trước ngày 15/12/2026": the last day is 14/12.
    expect(events.map(({ startDate }) => startDate.toString())).toContain('2026-12-14')
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    office.clock.set('2027-01-05T02:00:00Z')
    expect((await readEvents(path)).map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid))
  })

  test('what is done leaves it', async () => {
    const path = await giveLink()
    const before = await readEvents(path)
    const officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    await office.say(officer, 'việc 1 xong rồi')
    await office.say(officer, 'ghi')
    expect((await readEvents(path)).length).toBe(before.length - 1)
  })

  test('a link that nobody gave out, and one that was revoked, lead nowhere', async () => {
    const path = await giveLink()
    await office.office.storage.ledger.commit(revokeCalendarFeeds(unit, office.office))
    const answers = await Promise.all(
      [path, `/calendar/${'a'.repeat(40)}.ics`, '/calendar/x.ics'].map((each) => links.request(each)),
    )
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  })
})
