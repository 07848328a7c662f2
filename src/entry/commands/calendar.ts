import { readConfig } from '../../config/read-config.ts'
import { openCalendarFeed, revokeCalendarFeeds } from '../../usecases/calendar/open-calendar-feed.ts'
import { findNamedUnit } from './find-named-unit.ts'
import { openDatabaseOffice } from './open-command-office.ts'
import { parseWords, print, tell, Usage, type Command } from './outcome.ts'

/** `calendar`: a secret link to a unit's deadlines, or the end of all of its links. */
export const calendar: Command = {
  usage: '--unit NAME [--revoke] [--db FILE]',
  does: 'makes a secret link to a unit’s deadlines for calendar programs; --revoke stops every link of the unit',
  run: async (words) => {
    const { values } = parseWords(words, { unit: { type: 'string' }, revoke: { type: 'boolean' } })
    if (!values.unit) throw new Usage('calendar needs --unit')
    const office = openDatabaseOffice(values)
    const unit = await findNamedUnit(values.unit, office)
    const working = (await office.storage.calendarFeeds.ofUnit(unit.id)).filter(({ revokedAt }) => revokedAt === null).length
    if (values.revoke) {
      await office.storage.ledger.commit(revokeCalendarFeeds(unit, office))
      print({ unit: unit.name, place: unit.place, revoked: working })
    } else {
      const { token, changes } = openCalendarFeed(unit, office)
      await office.storage.ledger.commit(changes)
      const path = `/calendar/${token}.ics`
      const publicUrl = readPublicUrl()
      if (!publicUrl) tell('PUBLIC_URL is not set: put the address of this server before the path')
      print({ unit: unit.name, place: unit.place, url: publicUrl ? `${publicUrl}${path}` : null, path, links: working + 1 })
    }
    office.storage.close()
  },
}

function readPublicUrl(): string | undefined {
  const result = readConfig(process.env)
  return 'config' in result ? result.config.publicUrl?.replace(/\/$/, '') : undefined
}
