import { fold } from '../../text/fold.ts'
import type { UnitRegistry } from '../../units/build-registry.ts'
import { findUnits } from '../../units/find-units.ts'
import type { Head } from '../../units/unit-aliases.ts'

const REACH = 12
const MOST_REMEMBERED = 5000

type Reader = {
  readonly windows: RegExp
  /** Words for offices that name none of themselves: "văn phòng". */
  readonly vague: ReadonlySet<string>
  readonly names: Map<string, string>
}

const readers = new WeakMap<UnitRegistry, Reader>()

/**
 * Names of units in a text, apart from those that are known. A name begins with a word for a kind of office; what is known from there
 * on is asked no further, and only the rest is read by the registry's grammar, which takes its time.
 */
export function findUnitClaims(text: string, isSaid: (folded: string) => boolean, registry: UnitRegistry): string[] {
  const reader = readers.get(registry) ?? createReader(registry)
  readers.set(registry, reader)
  const folded = fold(text)
  return [...folded.matchAll(reader.windows)].flatMap(({ index, 1: window = '' }) => {
    if (isSaid(window)) return []
    const words = readName(text.slice(index, index + window.length), registry, reader)
    return words === '' || isSaid(fold(words)) ? [] : [words]
  })
}

/** Windows run from the first word of any kind of office up to a mark or so many words. */
function createReader({ lexicon }: UnitRegistry): Reader {
  const { heads } = lexicon.aliases
  const words = new Set(heads.flatMap(listForms).flatMap((form) => /^[a-z0-9]+/.exec(form)?.[0] ?? []))
  return {
    // "HU" in "09-NQ/HU" belongs to a number.
    windows: new RegExp(`(?<![a-z0-9/–-])(?=((?:${[...words].join('|')})(?: [a-z0-9]+){0,${REACH}}))`, 'g'),
    vague: new Set(heads.filter(({ takes }) => takes === 'body').flatMap(listForms)),
    names: new Map(),
  }
}

function listForms({ name, forms = [], short = [], names = {}, fixed = [] }: Head): string[] {
  return [name, ...forms, ...short, ...Object.values(names), ...fixed.map(({ form }) => form)].map(fold)
}

function readName(window: string, registry: UnitRegistry, { names, vague }: Reader): string {
  const remembered = names.get(window)
  if (remembered !== undefined) return remembered
  const found = findName(window, registry)
  const name = vague.has(fold(found)) ? '' : found
  if (names.size >= MOST_REMEMBERED) names.clear()
  names.set(window, name)
  return name
}

/** The words at the head of a window that name one office; "" where they name none, or many, or the asker's own. */
function findName(window: string, registry: UnitRegistry): string {
  const [first] = findUnits(window, registry)
  if (!first || first.start > 0 || first.isOwn) return ''
  const unit = registry.byId.get(first.matches[0]?.unitId ?? '')?.unit ?? first.derived
  return unit && !unit.isCollective ? first.words : ''
}
