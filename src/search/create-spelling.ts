import MiniSearch from 'minisearch'

/** What can be a Vietnamese syllable, folded; loosely, because whatever fits is left alone. */
const SYLLABLE = /^(?:ngh?|nh|ch|gh?|gi|kh|ph|qu|th|tr|[bcdklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/
/** Long enough and with a vowel: abbreviations of units differ by one letter and are never touched. */
const MENDABLE = /^(?=.*[aeiouy])\p{L}{5,}$/u

/**
 * Finds the one known word a letter away from a mistyped one. What could be a Vietnamese syllable is never taken for
 * another, so that no place or unit is confused with its neighbour in spelling; "nghiepp" and "fanpge" are mended.
 */
export function createSpelling(known: Iterable<string>): (folded: string) => string | undefined {
  let index: MiniSearch<{ id: string }> | undefined
  return (folded) => {
    if (!MENDABLE.test(folded) || SYLLABLE.test(folded)) return undefined
    index ??= indexWords(known)
    const near = index.search(folded, { fuzzy: 1 }).map((hit) => String(hit.id))
    return near.length === 1 ? near[0] : undefined
  }
}

function indexWords(known: Iterable<string>): MiniSearch<{ id: string }> {
  const index = new MiniSearch<{ id: string }>({ fields: ['id'], tokenize: (word) => [word], processTerm: (word) => word })
  for (const word of known) if (MENDABLE.test(word)) index.add({ id: word })
  return index
}
