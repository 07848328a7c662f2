import { dirname, join } from 'node:path'
import { recordOriginal } from '../adapters/files/record-original.ts'
import { createIds } from '../adapters/system/ids.ts'
import { createSystemClock } from '../adapters/system/clock.ts'
import { createLog } from '../adapters/system/log.ts'
import { createSqliteStorage, type SqliteStorage } from '../adapters/storage/sqlite.ts'
import type { Config } from '../config/read-config.ts'
import type { Reading } from '../domain/plan.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Log } from '../ports/log.ts'
import type { Readers } from '../usecases/answer-message.ts'
import type { World } from '../usecases/asked.ts'
import { importPlan, type ImportOutcome } from '../usecases/papers/import-plan.ts'
import type { AnsweringData } from './answering-data.ts'
import { openHelper } from './open-helper.ts'
import { openReportLinks } from './open-report-links.ts'
import { openWorlds } from './open-worlds.ts'
import { MIGRATIONS, readAnsweringData, readHelping } from './read-data.ts'
import { SHIPPED_PLANS, listPaperFiles, readPaperFile } from './read-paper-file.ts'

/** Everything composed over one database: what the server and every command work with. */
export type Office = {
  readonly storage: SqliteStorage
  /** Where Word files, PDFs and pictures are kept as received; nowhere for a database in memory. */
  readonly originals: string | undefined
  readonly data: AnsweringData
  readonly readers: Readers
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly openWorld: () => Promise<World>
}

/** Opens the database and puts the house together; tests hand in their own clock and ids. */
export function openOffice(
  {
    databasePath,
    today,
    logLevel,
    model,
    publicUrl,
  }: Pick<Config, 'databasePath' | 'today' | 'logLevel'> & Partial<Pick<Config, 'model' | 'publicUrl'>>,
  {
    clock = createSystemClock(today),
    ids = createIds(),
    data = readAnsweringData(),
  }: { readonly clock?: Clock; readonly ids?: Ids; readonly data?: AnsweringData } = {},
): Office {
  const storage = createSqliteStorage(databasePath, MIGRATIONS)
  const log = createLog(logLevel)
  const openWorld = openWorlds({
    storage,
    data,
    clock,
    ids,
    helper: openHelper(model, readHelping, log),
    openReports: openReportLinks(publicUrl, storage, ids, clock),
  })
  const originals = databasePath === ':memory:' ? undefined : join(dirname(databasePath), 'originals')
  return { storage, originals, data, readers: { lexicon: data.messages, questions: data.questions }, clock, ids, log, openWorld }
}

/** What became of one file at import. */
export type Imported = {
  readonly path: string
  readonly outcome: ImportOutcome | 'refused' | 'skipped'
  readonly reason: string | null
  readonly number: string | null
  readonly duties: number
}

/** Decides whether a reading that is new is stored. */
export type Review = (reading: Reading) => Promise<'accept' | 'skip' | 'abort'>

/** Reads and stores papers, one commit each, telling the progress as it goes; a refused file leaves nothing behind. */
export async function importFiles(
  office: Office,
  paths: readonly string[],
  tell: (line: string) => void = () => undefined,
  review: Review = async () => 'accept',
): Promise<Imported[]> {
  const results: Imported[] = []
  for (const [index, path] of paths.entries()) {
    tell(`[${index + 1}/${paths.length}] ${path}`)
    const file = await readPaperFile(path, { tell })
    if ('refused' in file) {
      results.push({ path, outcome: 'refused', reason: file.refused, number: null, duties: 0 })
      continue
    }
    const { paper, original } = file
    const { outcome, plan, changes } = importPlan(paper, await office.storage.catalogs.load(), office.data.units, office.clock)
    const decided = changes.length > 0 ? await review(plan) : 'accept'
    if (decided === 'abort') break
    if (changes.length > 0 && decided === 'accept') {
      // Kept first: a crash between the two leaves a file too many, never a plan without its original.
      if (original && office.originals) recordOriginal(office.originals, paper.hash, original)
      await office.storage.ledger.commit(changes)
    }
    results.push({
      path,
      outcome: decided === 'skip' ? 'skipped' : outcome,
      reason: null,
      number: plan.plan.number,
      duties: plan.duties.length,
    })
  }
  return results
}

/** Imports the plans that ship with dondoc and are not in the database yet. */
export async function importShippedPlans(office: Office, tell?: (line: string) => void): Promise<Imported[]> {
  return importFiles(office, listPaperFiles(SHIPPED_PLANS), tell)
}
