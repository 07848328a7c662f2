import { readConfig } from '../../config/read-config.ts'
import { importShippedPlans, openOffice, type Office } from '../open-office.ts'
import { Refusal } from './outcome.ts'

type Options = { readonly db?: string | undefined; readonly today?: string | undefined }

/** The office's own database: --db, else DATABASE_PATH. */
export function openDatabaseOffice({ db, today }: Options): Office {
  const result = readConfig(process.env)
  if ('faults' in result) throw new Refusal(result.faults.join('\n'))
  return openOffice({
    ...result.config,
    databasePath: db ?? result.config.databasePath,
    today: checkDay(today) ?? result.config.today,
    logLevel: 'warn',
  })
}

/** For commands that only read: --db, or without it the shipped plans in memory, so that nothing is written. */
export async function openReadingOffice(options: Options): Promise<Office> {
  if (options.db) return openDatabaseOffice(options)
  const office = openDatabaseOffice({ ...options, db: ':memory:' })
  await importShippedPlans(office)
  return office
}

function checkDay(day: string | undefined): string | undefined {
  if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Refusal(`--today must be a day, 2026-11-21`)
  return day
}
