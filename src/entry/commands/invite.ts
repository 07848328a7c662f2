import { z } from 'zod'
import { formatSql } from '../../adapters/storage/format-sql.ts'
import { readConfig } from '../../config/read-config.ts'
import type { Unit } from '../../domain/unit.ts'
import { createInvite } from '../../usecases/linking/create-invite.ts'
import { callPlatform } from '../call-platform.ts'
import { findNamedUnit } from './find-named-unit.ts'
import { openDatabaseOffice, openReadingOffice } from './open-command-office.ts'
import { parseWords, print, tell, Usage, type Command } from './outcome.ts'

const BotName = z.object({ ok: z.literal(true), result: z.object({ username: z.string() }) })

const ROLES = ['officer', 'leader', 'office'] as const

/** `invite`: a one-time link code for a person of a unit. */
export const invite: Command = {
  usage: '--unit NAME --role officer|leader|office [--name NAME] [--json] [--db FILE | --sql]',
  does: 'makes a one-time link code, valid for 15 minutes; --sql prints SQL for wrangler d1 execute instead of storing it',
  run: async (words) => {
    const { values } = parseWords(words, {
      unit: { type: 'string' },
      role: { type: 'string' },
      name: { type: 'string' },
      sql: { type: 'boolean' },
    })
    const role = ROLES.find((known) => known === values.role)
    if (!values.unit || !role) throw new Usage('invite needs --unit and --role officer, leader or office')
    if (values.sql && values.json) throw new Usage('--sql prints SQL and --json prints JSON: choose one')
    // A Worker holds the shipped plans, so their units are its units.
    const office = values.sql ? await openReadingOffice(values) : openDatabaseOffice(values)
    const unit = await findNamedUnit(values.unit, office)
    const { code, expiresAt, changes } = createInvite({ unit, role, name: values.name ?? null }, office)
    if (!values.sql) await office.storage.ledger.commit(changes)
    office.storage.close()
    if (!values.json) tell(describeInvite(unit, role, code))
    if (values.sql) process.stdout.write(`${formatSql(changes).join('\n')}\n`)
    else print({ code, expiresAt, telegram: await findTelegramLink(code) })
  },
}

/** The link that opens the bot with the code; without a Telegram bot, or when it cannot be asked its name, there is none. */
async function findTelegramLink(code: string): Promise<string | null> {
  const result = readConfig(process.env)
  const bot = 'config' in result ? result.config.telegram : undefined
  if (!bot) return null
  const answer = BotName.safeParse(await callPlatform(bot, 'getMe'))
  if (answer.success) return `https://t.me/${answer.data.result.username}?start=${code}`
  tell('Telegram did not tell the name of the bot, so there is no link; the code works all the same')
  return null
}

function describeInvite({ name, place }: Unit, role: string, code: string): string {
  return `${name}${place ? ` (${place})` : ''}, ${role}: send "mã liên kết ${code}" to the bot in a private chat within 15 minutes`
}
