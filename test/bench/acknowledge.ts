/**
 * Requests a second that the durable webhook acknowledges (real server, real file, FULL) beside a Hono handler that
 * parses and stores nothing: `node test/bench/acknowledge.ts [seconds per round] [directory]`. Ends by itself.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import autocannon from 'autocannon'
import Sqlite from 'better-sqlite3'
import { Hono } from 'hono'
import { createSqliteStorage } from '../../src/adapters/storage/sqlite.ts'
import { createSecretMatcher } from '../../src/adapters/system/create-secret-matcher.ts'
import { createTelegramWebhook } from '../../src/adapters/telegram/create-telegram-webhook.ts'
import { createApp } from '../../src/http/create-app.ts'
import { createMeter } from '../../src/http/create-meter.ts'

const CONNECTIONS = 32
const ROUNDS = 3
const SECRET = 'secret-of-the-bench'
const PATH = '/webhooks/telegram'

type Measure = {
  readonly name: string
  readonly perSecond: number
  readonly p99: number
  readonly acknowledged: number
  readonly other: number
}

function buildUpdate(id: number): string {
  const person = { id: 4_200_000_000 + (id % 50), is_bot: false, first_name: 'Nguyễn Thị', last_name: 'Lan', language_code: 'vi' }
  const text = 'nv 2 xong rồi, nv 1 được 60%, mà hạn nv 6 là bao giờ, gửi em nguyên văn mục 2.b của công văn 815 với'
  const chat = { id: person.id, first_name: 'Nguyễn Thị', last_name: 'Lan', type: 'private' }
  const body = {
    update_id: 500_000_000 + id,
    message: { message_id: 100_000_000 + id, from: person, chat, date: 1_789_033_572, text },
  }
  const bytes = Buffer.byteLength(JSON.stringify(body))
  return JSON.stringify({ ...body, message: { ...body.message, text: text + '.'.repeat(Math.max(0, 473 - bytes)) } })
}

function createBareApp(): Hono {
  return new Hono().post(PATH, async (c) => {
    const update: unknown = await c.req.json()
    return c.text(update ? 'new' : 'ignored')
  })
}

function createDurableApp(file: string): Hono {
  const storage = createSqliteStorage(file, 'data/migrations')
  const meter = createMeter()
  return createApp({
    webhooks: [createTelegramWebhook({ token: '11:bench', isSecret: createSecretMatcher(SECRET) })],
    inbox: storage.inbox,
    clock: { now: () => new Date().toISOString() },
    log: { info: () => {}, warn: () => {}, error: (_, error) => console.error(error) },
    meter,
    onAccepted: () => {},
    isReady: async () => true,
    metrics: { isToken: () => false, render: () => meter.render() },
  })
}

/** In a process of its own, so that the load is not made by the one who bears it. */
function startServer(file: string | undefined): void {
  const app = file ? createDurableApp(file) : createBareApp()
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
    process.send!((server.address() as AddressInfo).port),
  )
}

async function openServer(file?: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = fork(fileURLToPath(import.meta.url), ['serve', ...(file ? [file] : [])])
  const port = await new Promise<unknown>((resolve) => child.once('message', resolve))
  return { child, url: `http://127.0.0.1:${String(port)}${PATH}` }
}

let lastId = 0

async function measure(name: string, url: string, seconds: number): Promise<Measure> {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET }
  const requests = [{ setupRequest: (request: object) => ({ ...request, body: buildUpdate((lastId += 1)) }) }]
  const result = await autocannon({ url, method: 'POST', headers, connections: CONNECTIONS, duration: seconds, requests })
  const { '2xx': acknowledged, non2xx: refused, errors } = result
  return { name, perSecond: acknowledged / result.duration, p99: result.latency.p99, acknowledged, other: refused + errors }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}

async function run(seconds: number, directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true })
  const folder = mkdtempSync(join(directory, 'acknowledge-'))
  const file = join(folder, 'bench.db')
  const bare = await openServer()
  const durable = await openServer(file)
  const measures: Measure[] = []
  try {
    const warm = await Promise.all([measure('bare', bare.url, 2), measure('durable', durable.url, 2)])
    for (let round = 0; round < ROUNDS; round++) {
      measures.push(await measure('bare', bare.url, seconds), await measure('durable', durable.url, seconds))
    }
    for (const { name, perSecond, p99, other } of measures) {
      console.log(`${name.padEnd(8)} ${perSecond.toFixed(0).padStart(7)} requests/s   p99 ${p99} ms   refused or failed ${other}`)
    }
    // Round by round, because the neighbours on a shared machine change from one round to the next.
    const ratios = Array.from({ length: ROUNDS }, (_, round) => measures[2 * round + 1]!.perSecond / measures[2 * round]!.perSecond)
    console.log(
      `ratio ${median(ratios).toFixed(2)} (median of ${ROUNDS} rounds, ${Buffer.byteLength(buildUpdate(1))}-byte updates)`,
    )
    const acknowledged = [...warm, ...measures].filter((m) => m.name === 'durable').reduce((sum, m) => sum + m.acknowledged, 0)
    const stored = new Sqlite(file, { readonly: true }).prepare('select count(*) from inbox_events').pluck().get()
    console.log(`stored ${String(stored)}, acknowledged ${acknowledged}`)
  } finally {
    bare.child.kill()
    durable.child.kill()
    rmSync(folder, { recursive: true })
  }
}

const [first, second] = process.argv.slice(2)
if (first === 'serve') startServer(second)
else await run(Number(first ?? 5), second ?? 'data/var')
