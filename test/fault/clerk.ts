/**
 * The process that the kill test kills: it accepts events, handles them in one commit each, and says on stdout what it
 * was promised ("accepted KEY", "handled KEY"). With a kill point it dies there by its own hand, at the n-th passing.
 */
import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createSqliteStorage } from '../../src/adapters/storage/sqlite.ts'
import type { Change } from '../../src/domain/change.ts'
import type { InboxEvent } from '../../src/domain/message.ts'
import { anEvent, anOutboxMessage, aProgressUpdate, BUILT_AT } from '../support/builders.ts'

const { values } = parseArgs({
  options: {
    file: { type: 'string', default: ':memory:' },
    life: { type: 'string', default: '0' },
    point: { type: 'string', default: '' },
    passings: { type: 'string', default: '1' },
    fault: { type: 'string', default: 'none' },
  },
})
const storage = createSqliteStorage(values.file, 'data/migrations')
let remaining = Number(values.passings)

function passBy(point: string): void {
  if (point === values.point && --remaining === 0) process.kill(process.pid, 'SIGKILL')
}

function say(line: string): void {
  writeSync(1, `${line}\n`)
}

/** Ten events over four chats; two older ones come again. */
function buildEvents(turn: number): InboxEvent[] {
  const orders = Array.from({ length: 10 }, (_, offset) => turn * 10 + offset)
  const again = turn > 2 ? [turn * 10 - 30, turn * 10 - 25] : []
  return [...orders, ...again].map((order) =>
    anEvent({ key: `${values.life}-${order}`, chatId: `telegram:${order % 4}`, body: `${values.life} ${order}` }),
  )
}

async function accept(event: InboxEvent): Promise<void> {
  const accepted = storage.inbox.accept(event)
  if (values.fault !== 'acknowledge-before-commit') await accepted
  say(`accepted ${event.key}`)
  passBy('after-accept')
}

async function handle(event: InboxEvent): Promise<void> {
  const update = aProgressUpdate({ id: `prg_${values.life}_${event.key}`, note: event.key, dutyId: event.chatId })
  const message = anOutboxMessage({ id: `out_${values.life}_${event.key}`, text: event.key, cause: 'kill-test' })
  const effect: Change[] = [
    { kind: 'record-progress', update },
    { kind: 'queue-message', message },
  ]
  const mark: Change = { kind: 'mark-handled', eventKey: event.key, at: BUILT_AT }
  const commits = { 'mark-before-effect': [[mark], effect], 'effect-before-mark': [effect, [mark]] }[values.fault] ?? [
    [...effect, mark],
  ]
  passBy('before-commit')
  for (const changes of commits) {
    await storage.ledger.commit(changes)
    passBy('after-commit')
  }
  say(`handled ${event.key}`)
}

async function handleWaiting(): Promise<number> {
  const waiting = await storage.inbox.waiting(10)
  await Promise.all(waiting.map(handle))
  return waiting.length
}

// What an earlier life left behind comes first, as at a real start.
while ((await handleWaiting()) > 0);
say('started')
for (let turn = 0; ; turn++) await Promise.all([...buildEvents(turn).map(accept), handleWaiting()])
