import type { Duty } from '../../domain/duty.ts'
import type { Passage } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import type { Library } from '../library.ts'

/** Rows that an answer shows by their own words: units by name, duties and passages by how they begin. */
export type ShownRows = { readonly units: readonly Unit[]; readonly duties: readonly Duty[]; readonly passages: readonly Passage[] }

type Index = {
  readonly units: ReadonlyMap<string, readonly Unit[]>
  readonly duties: ReadonlyMap<string, readonly Duty[]>
  readonly passages: ReadonlyMap<string, readonly Passage[]>
}

const indexes = new WeakMap<Library, Index>()

// Long enough to tell texts apart, shorter than any cut.
const HEAD = 24

/** Finds the rows that some values of an answer are, or are the beginning of. */
export function findShownRows(values: Iterable<string>, library: Library): ShownRows {
  const index = indexes.get(library) ?? buildIndex(library)
  indexes.set(library, index)
  const heads = new Set<string>()
  const units: Unit[] = []
  for (const value of values) {
    heads.add(headOf(value))
    units.push(...(index.units.get(value) ?? []))
  }
  return {
    units,
    duties: [...heads].flatMap((head) => index.duties.get(head) ?? []),
    passages: [...heads].flatMap((head) => index.passages.get(head) ?? []),
  }
}

function buildIndex({ unitById, dutyById, plans }: Library): Index {
  const units = [...unitById.values()]
  return {
    units: new Map([...Map.groupBy(units, ({ name }) => name), ...Map.groupBy(units, ({ name, place }) => `${name} (${place})`)]),
    duties: Map.groupBy(dutyById.values(), ({ text }) => headOf(text)),
    passages: Map.groupBy(
      plans.flatMap(({ passages }) => passages),
      ({ text }) => headOf(text),
    ),
  }
}

function headOf(text: string): string {
  return text
    .slice(0, 4 * HEAD)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, HEAD)
}
