import type { BuildSearchIndex } from '../ports/search.ts'
import type { Catalogs } from '../ports/storage.ts'
import { NO_DECLARATIONS, type UnitDeclarations } from '../units/read-declarations.ts'
import type { UnitLexicon } from '../units/unit-lexicon.ts'
import { buildLibrary, type Library } from './library.ts'

/** Gives the current library; loads and indexes again only when the catalog changed, also by another process. */
export function createShelf(
  catalogs: Catalogs,
  buildIndex: BuildSearchIndex,
  lexicon: UnitLexicon,
  declared: UnitDeclarations = NO_DECLARATIONS,
): () => Promise<Library> {
  // The library is kept and no promise of it: in a Worker a load can end unfinished with the request that began it.
  let kept: Library | undefined
  return async () => {
    const version = await catalogs.version()
    if (!kept || kept.version !== version) kept = buildLibrary(await catalogs.load(), buildIndex, lexicon, declared)
    return kept
  }
}
