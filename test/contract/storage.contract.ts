import { afterEach, beforeEach, describe } from 'vitest'
import type { Storage } from '../../src/ports/storage.ts'
import { testCatalogs } from './catalogs.contract.ts'
import { testCorrections } from './corrections.contract.ts'
import { testDutyActs } from './duty-acts.contract.ts'
import { testEvidence } from './evidence.contract.ts'
import { testLinks } from './links.contract.ts'
import { testInbox } from './inbox.contract.ts'
import { testLedger } from './ledger.contract.ts'
import { testOfficers } from './officers.contract.ts'
import { testOutbox } from './outbox.contract.ts'
import { testProgressLog } from './progress-log.contract.ts'

/** An empty storage under test and how it is put away. */
export type OpenedStorage = { readonly storage: Storage; readonly close?: () => void | Promise<void> }

/** What every storage promises; each implementation runs all of it. */
export function testStorage(name: string, open: () => OpenedStorage | Promise<OpenedStorage>): void {
  describe(`storage: ${name}`, () => {
    let opened: OpenedStorage
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.close?.())

    const storage = () => opened.storage
    testLedger(storage)
    testInbox(storage)
    testOutbox(storage)
    testCatalogs(storage)
    testCorrections(storage)
    testProgressLog(storage)
    testEvidence(storage)
    testDutyActs(storage)
    testOfficers(storage)
    testLinks(storage)
  })
}
