import { Cron } from 'croner'
import type { Log } from '../../ports/log.ts'

/** Jobs that run by the wall clock of Viet Nam until they are stopped. */
export type Schedule = { readonly every: (line: string, name: string, job: () => Promise<void>) => void; readonly stop: () => void }

/** Runs jobs on cron lines; a run that fails is logged, and one that lasts is never overtaken by the next. */
export function createSchedule(log: Log): Schedule {
  const crons: Cron[] = []
  return {
    every: (line, name, job) => {
      const onError = (error: unknown) => log.error('job-failed', error, { job: name })
      crons.push(new Cron(line, { timezone: 'Asia/Ho_Chi_Minh', protect: true, catch: onError }, job))
    },
    stop: () => {
      for (const cron of crons) cron.stop()
    },
  }
}
