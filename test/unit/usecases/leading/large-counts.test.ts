import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aConversation } from '../../../support/builders.ts'
import { openTestOffice, type TestOffice } from '../../../support/open-test-office.ts'
import { reply, type World } from '../../../../src/usecases/asked.ts'
import { checkAnswer } from '../../../../src/usecases/check-answer.ts'
import { describeComparison } from '../../../../src/usecases/leading/describe-comparison.ts'
import { describeDigest } from '../../../../src/usecases/leading/summarize.ts'

// A count may look like a year, and so may two of them with a slash.
describe('counts of a large office', () => {
  let office: TestOffice
  let world: World
  beforeAll(async () => {
    office = await openTestOffice()
    world = await office.office.openWorld()
  })
  afterAll(() => office.close())

  const heard = { text: 'tổng hợp', intents: [], conversation: aConversation(), asker: undefined }

  test.each([1950, 2025, 2026, 2099])('a comparison of %i is no year without origin', async (many) => {
    const flow = { carried: 12, given: many - 12, done: 12, doneOnTime: 0, open: many, overdue: 2000 }
    const before = { carried: 0, given: 0, done: many, doneOnTime: many, open: 0, overdue: 0 }
    const periods = { current: { from: '2026-11-01', to: '2026-11-21' }, before: { from: '2026-10-01', to: '2026-10-31' } }
    const phrases = describeComparison({
      periods,
      rows: [{ unit: 'Phòng Nội vụ', current: flow, before }],
      sum: { current: flow, before },
    })
    const facts = ['2026-11-01', '2026-11-21', '2026-10-01', '2026-10-31']
    expect((await checkAnswer({ reply: reply(phrases, { facts }) }, heard, world)).withheld).toBeUndefined()
  })

  test.each([1950, 2026])('nor is a table of %i', async (many) => {
    const aside = { unconfirmed: 0, extensions: 0, transfers: 0, stopped: 0 }
    const row = {
      unit: 'Phòng Nội vụ',
      unitId: 'unt_a',
      place: null,
      total: many + 11,
      done: { total: 11, onTime: 11, late: 0, noDeadline: 0 },
      open: { total: many, inTime: 0, overdue: many, noDeadline: 0 },
      lastReportAt: null,
      aside,
    }
    const digest = { asOf: '2026-11-21', rows: [row], rate: { numerator: 11, denominator: many + 11 } }
    const empty = { ...digest, rows: [{ ...row, done: { ...row.done, total: 0 }, open: { ...row.open, total: 0, overdue: 0 } }] }
    const phrases = describeDigest(digest, { before: empty, since: '2026-11-01' })
    expect((await checkAnswer({ reply: reply(phrases, { facts: ['2026-11-01'] }) }, heard, world)).withheld).toBeUndefined()
  })
})
