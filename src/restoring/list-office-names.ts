/** Kinds of office and the fields that some are named after; as data/lexicon/unit-aliases.json holds them. */
export type OfficeList = {
  readonly heads: readonly {
    readonly kind: string
    readonly name: string
    readonly takes?: string
    readonly forms?: readonly string[]
  }[]
  readonly sectors: readonly { readonly name: string; readonly of: readonly string[]; readonly forms?: readonly string[] }[]
}

/** The words that names of offices start with, in small letters. */
export type OfficeNames = {
  /** The first words of names, by the two that follow: what stands before "nội vụ". */
  readonly heads: ReadonlyMap<string, readonly string[]>
  /** The second words of names of two, by the first: what stands behind "tỉnh". */
  readonly tails: ReadonlyMap<string, string>
  /** The words of long names of fields. */
  readonly fields: readonly (readonly string[])[]
}

/** From so many words on a name is known by all but one of them. */
const LONG_FIELD = 4

/** Names of offices by their parts: those of a kind and a field, and those of committees. */
export function listOfficeNames({ heads, sectors }: OfficeList): OfficeNames {
  const byField = new Map<string, string[]>()
  for (const { kind, name } of heads.filter(({ takes }) => takes === 'sector')) {
    const fields = sectors.filter(({ of }) => of.includes(kind)).flatMap((sector) => [sector.name, ...(sector.forms ?? [])])
    for (const [first, second] of fields.map(splitName)) {
      if (first === undefined || second === undefined) continue
      const key = `${first} ${second}`
      const head = name.toLowerCase()
      const known = byField.get(key) ?? []
      if (!known.includes(head)) byField.set(key, [...known, head])
    }
  }
  const seconds = new Set(heads.filter(({ takes }) => takes === 'place').map(({ name }) => splitName(name)[1]))
  const committees = heads.flatMap(({ name, forms = [] }) => [name, ...forms].map(splitName))
  const tails = committees.filter(({ length, 1: second }) => length === 2 && seconds.has(second))
  const fields = sectors
    .flatMap(({ name, forms = [] }) => [name, ...forms].map(splitName))
    .filter(({ length }) => length >= LONG_FIELD)
  return { heads: byField, tails: new Map(tails.map(([first = '', second = '']) => [first, second])), fields }
}

function splitName(name: string): string[] {
  return name.toLowerCase().split(/[^\p{L}]+/u)
}
