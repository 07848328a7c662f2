/** Something that can be found: a duty or a passage. */
export type SearchDocument = { readonly id: string; readonly title: string; readonly text: string }

/** Higher is better; coverage is the share of the query's weight that the document holds, 0..1. */
export type SearchHit = { readonly id: string; readonly score: number; readonly coverage: number }

/** An index over duties and passages, in memory, rebuilt at start. */
export type SearchIndex = {
  readonly search: (
    query: string,
    options?: { readonly top?: number; readonly only?: (id: string) => boolean },
  ) => readonly SearchHit[]
  readonly size: number
}

/** Builds an index over documents. */
export type BuildSearchIndex = (documents: readonly SearchDocument[]) => SearchIndex
