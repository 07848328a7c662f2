import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Storage } from '../ports/storage.ts'
import { buildIndex } from '../search/build-index.ts'
import type { World } from '../usecases/asked.ts'
import { createShelf } from '../usecases/keep-library.ts'
import type { AnsweringData } from './answering-data.ts'

/** What a world is made of; report links only where there is a machine that makes the files. */
export type WorldParts = {
  readonly storage: Storage
  readonly data: AnsweringData
  readonly clock: Clock
  readonly ids: Ids
  readonly helper: World['helper']
  readonly openReports?: () => Promise<World['reports']>
}

/** Opens what answering needs, over any storage: the library is built again whenever the catalog has changed. */
export function openWorlds({ storage, data, clock, ids, helper, openReports }: WorldParts): () => Promise<World> {
  const { holidays, followUp, templates, questions, searchFillers, units, declared } = data
  const { progress, evidence, acts, concerns, officers, outbox, reminders, broadcasts } = storage
  const logs = { progress, evidence, acts, concerns, officers, outbox, reminders, broadcasts }
  const openLibrary = createShelf(storage.catalogs, (documents) => buildIndex(documents, searchFillers), units, declared)
  return async () => ({
    library: await openLibrary(),
    ...logs,
    clock,
    ids,
    holidays,
    followUp,
    questions,
    templates,
    helper,
    reports: await openReports?.(),
  })
}
