import { existsSync } from 'node:fs'
import { readConfig } from '../../config/read-config.ts'
import { importShippedPlans, openOffice, type Office } from '../open-office.ts'
import { checkDay, Refusal } from './outcome.ts'

const IN_MEMORY = ':memory:'

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
  if (options.db && options.db !== IN_MEMORY) return openDatabaseOffice(options)
  const office = openDatabaseOffice({ ...options, db: IN_MEMORY })
  await importShippedPlans(office)
  return office
}

/** For commands that show progress: the office's own database, or the shipped plans in memory where there is none yet. */
export async function openStandingOffice(options: Options): Promise<Office> {
  const db = options.db ?? findStandingDatabase()
  return openReadingOffice({ ...options, db })
}

function findStandingDatabase(): string | undefined {
  const result = readConfig(process.env)
  if ('faults' in result) throw new Refusal(result.faults.join('\n'))
  const { databasePath } = result.config
  return existsSync(databasePath) ? databasePath : undefined
}
