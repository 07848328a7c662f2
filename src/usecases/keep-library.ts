import type { BuildSearchIndex } from '../ports/search.ts'
import type { Catalogs } from '../ports/storage.ts'
import type { UnitLexicon } from '../units/unit-lexicon.ts'
import { buildLibrary, type Library } from './library.ts'

/** Gives the current library; loads and indexes again only when the catalog changed, also by another process. */
export function createShelf(catalogs: Catalogs, buildIndex: BuildSearchIndex, lexicon: UnitLexicon): () => Promise<Library> {
  let kept: Promise<Library> | undefined
  let keptVersion: string | undefined
  return async () => {
    const version = await catalogs.version()
    if (!kept || version !== keptVersion) {
      keptVersion = version
      kept = catalogs.load().then((catalog) => buildLibrary(catalog, buildIndex, lexicon))
      // A failed load must not be kept, or every later question would fail with it.
      kept.catch(() => (kept = undefined))
    }
    return kept
  }
}
