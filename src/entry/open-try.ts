import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Hono } from 'hono'
import { createTryRoutes } from '../console/create-try-routes.ts'
import type { TryTexts } from '../console/try-texts.ts'
import { acceptEvent } from '../usecases/accept-event.ts'
import { admitPersona } from '../usecases/linking/admit-persona.ts'
import { listPersonas } from '../usecases/linking/list-personas.ts'
import { renderPhrase } from '../wording/render-phrase.ts'
import type { Office } from './open-office.ts'
import { ROOT } from './read-data.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** The try-it page over an office: its messages take the very path of a webhook's. */
export function openTry(office: Office, wake: () => void): Hono {
  const { storage, clock, data } = office
  const list = async () => {
    const { library } = await office.openWorld()
    return listPersonas(library).map((persona) => ({ ...persona, ...admitPersona('try', persona.role, persona.unit, clock) }))
  }
  return createTryRoutes({
    texts: JSON.parse(readText('prompts/try.vi.json')) as TryTexts,
    assets: {
      script: readText('src/console/try-client.js'),
      style: readText('src/console/try-page.css'),
      icon: readText('src/console/try-icon.svg'),
    },
    isLoopback: (c) => LOOPBACK.has(getConnInfo(c).remote.address ?? ''),
    personas: async () =>
      (await list()).map(({ accountId, role, unit }) => ({
        accountId,
        label: renderPhrase({ say: `persona-${role}`, with: { unit: unit.name } }, data.templates),
        group: unit.place ?? unit.name,
      })),
    messages: storage.outbox.ofChat,
    accept: async (event) => {
      if (!(await storage.officers.byAccount(event.chatId))) {
        const persona = (await list()).find(({ accountId }) => accountId === event.chatId)
        if (persona) await storage.ledger.commit(persona.changes)
      }
      await acceptEvent(event, { inbox: storage.inbox, clock })
      wake()
    },
  })
}
