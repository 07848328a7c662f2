import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/domain/change.ts'
import type { InboxEvent } from '../../src/domain/message.ts'
import type { Storage } from '../../src/ports/storage.ts'
import {
  aConversation,
  aCorrection,
  aCalendarFeed,
  aConcern,
  aDuty,
  aDutyAct,
  aLinkCode,
  anAccount,
  anEvidence,
  anEvent,
  anOfficer,
  aBroadcast,
  anUrging,
  aReminderPreference,
  anOutboxMessage,
  aPlan,
  aProgressUpdate,
  aUnit,
} from '../support/builders.ts'
import { createMemoryStorage } from '../support/memory-storage.ts'
import type { OpenedStorage } from './storage.contract.ts'

type Step = { readonly accept: InboxEvent } | { readonly commit: readonly Change[] }

// Few names, so that repetitions and conflicts are common.
const few = (prefix: string, count = 3) => fc.integer({ min: 1, max: count }).map((number) => `${prefix}${number}`)
const moment = fc.integer({ min: 0, max: 9 }).map((minute) => `2026-11-21T02:0${minute}:00.000Z`)
const chat = few('telegram:')
const state = fc.constantFrom('ready', 'sending', 'sent', 'unknown', 'failed')

const event = fc.record({ key: few('event-', 6), chatId: chat }).map(anEvent)
const message = fc
  .record({
    id: few('out_', 8),
    chatId: chat,
    urgency: fc.constantFrom('reply', 'reminder', 'broadcast'),
    notBefore: moment,
    cause: fc.constantFrom(null, 'cause-1'),
  })
  .map(anOutboxMessage)
const update = fc
  .record({ id: few('prg_', 8), dutyId: few('dty_thu.'), officerId: few('off_', 2), revokes: fc.option(few('prg_', 8)) })
  .map(aProgressUpdate)
const act = fc
  .record({
    id: few('act_', 8),
    dutyId: few('dty_thu.', 2),
    number: fc.integer({ min: 1, max: 3 }),
    afterId: fc.constantFrom(null, 'prg_1', 'prg_2'),
    officerId: few('off_', 2),
    revokes: fc.option(few('act_', 8)),
  })
  .map(aDutyAct)
const duties = fc
  .uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 })
  .map((orders) => orders.toSorted((left, right) => left - right))

const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({ planId: few('pln_', 2), orders: duties, at: moment, unit: few('unt_') })
    .map(({ planId, orders, at, unit }): Change => ({
      kind: 'import-plan',
      plan: aPlan({ id: planId, importedAt: at }),
      units: [aUnit({ id: unit })],
      duties: orders.map((order) => aDuty({ id: `${planId}.${order}`, planId, order })),
    })),
  fc.record({ kind: fc.constant('mark-witness' as const), planId: few('pln_', 2), witnessOf: few('pln_', 2) }),
  fc.record({
    kind: fc.constant('correct-duty' as const),
    correction: fc
      .record({ dutyId: few('pln_1.', 4), number: fc.integer({ min: 1, max: 3 }), quote: fc.constantFrom(aDuty().quote, 'khác') })
      .map(aCorrection),
  }),
  fc.record({ kind: fc.constant('save-unit' as const), unit: few('unt_').map((id) => aUnit({ id, parentId: 'unt_0' })) }),
  fc.record({ kind: fc.constant('record-progress' as const), update }),
  fc.record({
    kind: fc.constant('record-evidence' as const),
    evidence: fc
      .record({ id: few('evi_', 6), dutyId: few('dty_thu.', 2), officerId: few('off_', 2), revokes: fc.option(few('evi_', 6)) })
      .map(anEvidence),
  }),
  fc.record({ kind: fc.constant('record-act' as const), act }),
  fc.record({ kind: fc.constant('record-concern' as const), concern: few('cnc_').map((id) => aConcern({ id })) }),
  fc.record({
    kind: fc.constant('save-conversation' as const),
    conversation: fc.record({ chatId: chat, lastIntent: few('intent-') }).map(aConversation),
  }),
  fc.record({ kind: fc.constant('create-link-code' as const), linkCode: few('hash-').map((codeHash) => aLinkCode({ codeHash })) }),
  fc.record({ kind: fc.constant('use-link-code' as const), codeHash: few('hash-'), at: moment }),
  fc.record({ kind: fc.constant('count-wrong-code' as const), chatId: chat, at: moment }),
  fc.record({ kind: fc.constant('save-officer' as const), officer: few('off_').map((id) => anOfficer({ id })) }),
  fc.record({
    kind: fc.constant('link-account' as const),
    account: fc.record({ id: chat, officerId: few('off_') }).map(anAccount),
  }),
  fc.record({ kind: fc.constant('close-account' as const), accountId: chat, at: fc.option(moment) }),
  fc.record({ kind: fc.constant('queue-message' as const), message }),
  fc.record({
    kind: fc.constant('move-message' as const),
    id: few('out_', 8),
    from: state,
    to: state,
    attempts: fc.integer({ min: 0, max: 2 }),
    notBefore: moment,
    platformMessageId: fc.constantFrom(null, '77'),
    error: fc.constantFrom(null, 'closed'),
  }),
  fc.record({ kind: fc.constant('mark-handled' as const), eventKey: few('event-', 6), at: moment }),
  fc.record({ kind: fc.constant('count-failure' as const), eventKey: few('event-', 6), error: fc.constant('x'), at: moment }),
  fc.record({ kind: fc.constant('bury-event' as const), eventKey: few('event-', 6), error: fc.constant('x'), at: moment }),
  fc.record({ kind: fc.constant('mark-job' as const), runKey: few('run-', 6), at: moment }),
  fc.record({ kind: fc.constant('forget-run' as const), runKey: few('run-') }),
  fc.record({
    kind: fc.constant('mark-reminded' as const),
    officerId: few('off_', 2),
    steps: fc.array(few('step-', 5), { maxLength: 3 }),
    runKey: few('run-'),
    at: moment,
  }),
  fc.record({
    kind: fc.constant('remember-shown' as const),
    chatId: chat,
    accountId: fc.constant('telegram:42'),
    dutyIds: fc.array(few('dty_thu.')),
    pages: fc.array(fc.constantFrom('trang "hai"', 'trang ba')),
    at: moment,
  }),
  fc.record({
    kind: fc.constant('save-reminder-preference' as const),
    preference: fc.record({ officerId: few('off_'), isOff: fc.boolean() }).map(aReminderPreference),
  }),
  fc.record({
    kind: fc.constant('record-urging' as const),
    urging: fc.record({ dutyId: few('dty_thu.'), number: fc.integer({ min: 1, max: 3 }) }).map(anUrging),
  }),
  fc.record({
    kind: fc.constant('record-broadcast' as const),
    broadcast: fc.record({ cause: few('cause-'), number: fc.integer({ min: 1, max: 3 }) }).map(aBroadcast),
  }),
  fc.record({
    kind: fc.constant('acknowledge' as const),
    acknowledgement: fc.record({ cause: few('cause-'), chatId: chat, at: moment }),
  }),
  fc.record({
    kind: fc.constant('open-calendar-feed' as const),
    feed: fc.record({ tokenHash: few('hash-'), unitId: few('unt_', 2), createdAt: moment }).map(aCalendarFeed),
  }),
  fc.record({ kind: fc.constant('revoke-calendar-feeds' as const), unitId: few('unt_', 2), at: moment }),
  fc.record({ kind: fc.constant('keep-secret' as const), name: few('name-', 2), value: few('value-') }),
  fc.record({
    kind: fc.constant('audit' as const),
    actor: few('off_'),
    action: fc.constant('x'),
    object: fc.constant('y'),
    at: moment,
  }),
)

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ accept: event }),
  fc.record({ commit: fc.array(change, { minLength: 1, maxLength: 3 }) }),
)

/** What a step came to: its answer, or that it was a fault. */
async function take(storage: Storage, step: Step): Promise<unknown> {
  const answer = 'accept' in step ? storage.inbox.accept(step.accept) : storage.ledger.commit(step.commit)
  return answer.catch(() => 'fault')
}

/** Everything that the ports let one see. */
async function look({
  inbox,
  outbox,
  catalogs,
  progress,
  evidence,
  acts,
  concerns,
  officers,
  conversations,
  reminders,
  broadcasts,
  calendarFeeds,
  secrets,
}: Storage): Promise<unknown> {
  const now = '2026-11-21T02:05:00.000Z'
  const { version: _, ...catalog } = await catalogs.load()
  return {
    inbox: [await inbox.waiting(2), await inbox.waiting(9), await inbox.buried(9)],
    outbox: [await outbox.due(now, 2), await outbox.due(now, 9), await outbox.interrupted(), await outbox.ofCause('cause-1')],
    sent: await outbox.countSentSince('telegram', now),
    catalog,
    progress: [await progress.all(), await progress.ofDuties(['dty_thu.1', 'dty_thu.3']), await progress.latestBy('off_1')],
    evidence: [await evidence.all(), await evidence.ofDuties(['dty_thu.1']), await evidence.latestBy('off_1')],
    acts: [await acts.all(), await acts.ofDuties(['dty_thu.1']), await acts.latestBy('off_1')],
    concerns: await concerns.all(),
    officers: [await officers.all(), await officers.byAccount('telegram:1'), await officers.linkCode('hash-1')],
    wrong: await officers.countWrongCodes('telegram:1', now),
    conversation: await conversations.of('telegram:1', 'telegram:42'),
    reminders: [
      await reminders.preferences(),
      await reminders.toldOf('off_1', ['step-1', 'step-2', 'step-3']),
      await reminders.runsOf('run-'),
      await reminders.urgingsOf(['dty_thu.1', 'dty_thu.2']),
    ],
    broadcasts: [
      await broadcasts.by('off_mai', 2),
      await broadcasts.ofCause('cause-1'),
      await broadcasts.acknowledgements('cause-1'),
      await broadcasts.latestTo('telegram:1'),
    ],
    feeds: [await calendarFeeds.byToken('hash-1'), await calendarFeeds.ofUnit('unt_1')],
    secrets: [await secrets.of('name-1'), await secrets.of('name-2')],
  }
}

/** Holds a storage against the plain maps on random histories: every answer and everything visible must agree. */
export function testAgainstModel(name: string, open: () => OpenedStorage | Promise<OpenedStorage>, runs: number): void {
  describe(`storage against its model: ${name}`, () => {
    test('answers alike and looks alike after any history', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (history) => {
          const model = createMemoryStorage()
          const { storage, close } = await open()
          const answers = [[], []] as unknown[][]
          for (const next of history) {
            answers[0]!.push(await take(model, next))
            answers[1]!.push(await take(storage, next))
          }
          expect(answers[1]).toEqual(answers[0])
          expect(await look(storage)).toEqual(await look(model))
          await close?.()
        }),
        { numRuns: runs },
      )
    })
  })
}
