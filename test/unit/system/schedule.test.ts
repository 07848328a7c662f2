import { afterEach, describe, expect, test } from 'vitest'
import { createSchedule, type Schedule } from '../../../src/adapters/system/schedule.ts'
import type { Log } from '../../../src/ports/log.ts'

describe('a schedule', () => {
  let schedule: Schedule | undefined
  afterEach(() => schedule?.stop())

  test('runs a job on its line, and again after a run that failed and was logged', async () => {
    const failures: unknown[] = []
    const log: Log = { info: () => {}, warn: () => {}, error: (event, error, ids) => failures.push([event, error, ids]) }
    const fault = new Error('no')
    schedule = createSchedule(log)
    await new Promise<void>((resolve) => {
      let runs = 0
      schedule?.every('* * * * * *', 'digest', async () => {
        runs++
        if (runs === 1) throw fault
        resolve()
      })
    })
    expect(failures).toEqual([['job-failed', fault, { job: 'digest' }]])
  })
})
