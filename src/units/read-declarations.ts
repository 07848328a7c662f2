import { isoDay, type Day } from '../domain/calendar.ts'
import type { Succession, Unit } from '../domain/unit.ts'
import { readUnitLine } from './read-unit.ts'
import type { UnitLexicon } from './unit-lexicon.ts'

/** What an office declared about its units: `data/units/<place>.json`. */
export type UnitDeclarations = {
  /** Those that are declared, that take over or are taken over from, and those above them. */
  readonly units: readonly Unit[]
  readonly successions: readonly Succession[]
  /** Every line that was refused, and which rule it broke. */
  readonly faults: readonly DeclarationFault[]
}

/** "units[2].name is missing", as a path and a code. */
export type DeclarationFault = {
  readonly at: string
  readonly code: 'missing' | 'not-json' | 'not-a-list' | 'not-a-day' | 'same-unit'
}

/** Nothing declared. */
export const NO_DECLARATIONS: UnitDeclarations = { units: [], successions: [], faults: [] }

type Entry = Readonly<Record<string, unknown>>

/** Reads one declaration file; what is not complete is refused and listed, never guessed. */
export function readDeclarations(json: unknown, lexicon: UnitLexicon): UnitDeclarations {
  const faults: DeclarationFault[] = []
  const file = isEntry(json) ? json : {}
  const place = readText(file['place'])
  if (!place) faults.push({ at: 'place', code: 'missing' })
  const units = readList(file, 'units', faults).flatMap(
    (entry, at) => readDeclared(entry, `units[${at}]`, place, lexicon, faults) ?? [],
  )
  const successions = readList(file, 'successions', faults).flatMap(
    (entry, at) => readSuccession(entry, `successions[${at}]`, place, lexicon, faults) ?? [],
  )
  const all = [...units.flat(), ...successions.flatMap((each) => each.units)]
  return {
    units: [...Map.groupBy(all, ({ id }) => id).values()].map(([unit]) => unit!),
    successions: successions.map(({ succession }) => succession),
    faults,
  }
}

function readDeclared(
  entry: Entry,
  at: string,
  place: string | null,
  lexicon: UnitLexicon,
  faults: DeclarationFault[],
): Unit[] | undefined {
  const name = readText(entry['name'])
  if (!name) {
    faults.push({ at: `${at}.name`, code: 'missing' })
    return undefined
  }
  const [unit, ...above] = readUnitLine(name, place, lexicon)
  const parent = readText(entry['parent'])
  const aliases = readTexts(entry, 'aliases', at, faults)
  const line = parent ? readUnitLine(parent, place, lexicon) : above
  return [{ ...unit, aliases, parentId: line[0]?.id ?? null }, ...line]
}

function readSuccession(
  entry: Entry,
  at: string,
  place: string | null,
  lexicon: UnitLexicon,
  faults: DeclarationFault[],
): { readonly succession: Succession; readonly units: readonly Unit[] } | undefined {
  const [from, to, since, basis] = ['from', 'to', 'since', 'basis'].map((key) => {
    const text = readText(entry[key])
    if (!text) faults.push({ at: `${at}.${key}`, code: 'missing' })
    return text
  })
  if (!from || !to || !since || !basis) return undefined
  const [one, other] = [readUnitLine(from, place, lexicon), readUnitLine(to, place, lexicon)]
  const [fromId, toId] = [one[0].id, other[0].id]
  if (fromId === toId) faults.push({ at, code: 'same-unit' })
  if (!isDay(since)) faults.push({ at: `${at}.since`, code: 'not-a-day' })
  if (fromId === toId || !isDay(since)) return undefined
  return { succession: { fromId, toId, field: readText(entry['field']), since, basis }, units: [...one, ...other] }
}

function readList(file: Entry, key: string, faults: DeclarationFault[]): Entry[] {
  const list = file[key] ?? []
  if (Array.isArray(list)) return list.map((entry: unknown) => (isEntry(entry) ? entry : {}))
  faults.push({ at: key, code: 'not-a-list' })
  return []
}

function readTexts(entry: Entry, key: string, at: string, faults: DeclarationFault[]): string[] {
  const list = entry[key] ?? []
  if (Array.isArray(list)) return list.flatMap((text: unknown) => readText(text) ?? [])
  faults.push({ at: `${at}.${key}`, code: 'not-a-list' })
  return []
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null
}

function isDay(text: string): text is Day {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    isoDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) !== undefined
  )
}
