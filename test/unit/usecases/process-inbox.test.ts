import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTerminalChannel } from '../../../src/adapters/terminal/create-terminal-channel.ts'
import type { OutboxMessage } from '../../../src/domain/message.ts'
import type { Ledger } from '../../../src/ports/storage.ts'
import { processInbox } from '../../../src/usecases/process-inbox.ts'
import { openTestOffice, type TestOffice } from '../../support/open-test-office.ts'

let house: TestOffice
beforeEach(async () => {
  house = await openTestOffice()
})
afterEach(() => house.close())

/** Handles one message over a ledger that calls so many of its answers a conflict, and gives what waits in the outbox then. */
async function handleWith(conflicts: number): Promise<readonly OutboxMessage[]> {
  const { storage, readers, openWorld, log, clock } = house.office
  const chatId = await house.admit('Phòng Nội vụ huyện Mỹ Lâm')
  await storage.inbox.accept({ key: 'one', platform: 'terminal', chatId, body: 'trợ giúp', receivedAt: clock.now() })
  let left = conflicts
  const ledger: Ledger = {
    commit: async (changes) => {
      if (left <= 0 || !changes.some(({ kind }) => kind === 'mark-handled')) return storage.ledger.commit(changes)
      left -= 1
      return false
    },
  }
  const channels = new Map([['terminal', createTerminalChannel(() => undefined)] as const])
  const { inbox, conversations } = storage
  await processInbox({ inbox, conversations, ledger, channels, log, readers, openWorld })
  expect(await storage.inbox.waiting(10)).toEqual([])
  return storage.outbox.ofChat(chatId)
}

test('an answer that met a conflict is made anew', async () => {
  const answers = await handleWith(2)
  expect(answers).toHaveLength(1)
  expect(await house.office.storage.inbox.buried(10)).toEqual([])
})

test('an event that meets a conflict every time is buried and its sender told, so that its chat goes on', async () => {
  const answers = await handleWith(Infinity)
  expect(answers).toHaveLength(1)
  expect(answers[0]?.text).toMatch(/gửi lại|Văn phòng|chưa/)
  expect(await house.office.storage.inbox.buried(10)).toHaveLength(1)
})
