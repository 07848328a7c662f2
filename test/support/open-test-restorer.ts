import { openRestorer } from '../../src/entry/open-paper-reader.ts'
import type { Restorer } from '../../src/restoring/create-restorer.ts'

/** The shipped model and tables, opened once per test file. */
export function openTestRestorer(): Restorer {
  return openRestorer()
}
