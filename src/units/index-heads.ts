import { createPhraseTrie, type PhraseTrie } from './phrase-trie.ts'
import { readTokens, toKey } from './read-tokens.ts'
import type { Head, HeadReading, Sector, UnitAliases } from './unit-aliases.ts'

const MIN_GLUED = 5

type AddHead = (form: string, reading: HeadReading) => void

/** Everything that names may begin with: heads in full and short, and abbreviations that hold field, level or committee too. */
export function indexHeads(aliases: UnitAliases, headOf: (kind: string) => Head): PhraseTrie<HeadReading> {
  const trie = createPhraseTrie<HeadReading>()
  const seen = new Set<string>()
  const add: AddHead = (form, reading) => {
    const tokens = readTokens(form)
    const { head, sector, level, body } = reading
    const once = [tokens.map(({ folded }) => folded).join(' '), head.kind, sector?.name, level?.word, body?.kind].join('|')
    if (!seen.has(once)) trie.add(tokens, reading)
    seen.add(once)
  }
  for (const head of aliases.heads) {
    addNames(head, add)
    addFixed(head, aliases, add)
    addLevelLetters(head, aliases, add)
    addSectors(head, aliases, add, headOf)
    addCommittees(head, aliases, add, headOf)
  }
  return trie
}

/** Fields of work by all their names. */
export function indexSectors(sectors: readonly Sector[]): PhraseTrie<Sector> {
  const trie = createPhraseTrie<Sector>()
  for (const sector of sectors) {
    const written = [sector.name, ...(sector.forms ?? [])]
    const forms = new Set([...written, ...written.map(toKey), ...(sector.short ?? []), ...(sector.short ?? []).map(toKey)])
    for (const form of forms) trie.add(readTokens(form), sector)
  }
  return trie
}

function addNames(head: Head, add: AddHead): void {
  for (const form of [head.name, ...(head.forms ?? []), ...Object.values(head.fixed ? {} : (head.names ?? {}))]) {
    add(form, { head, isShort: false })
    if (toKey(form).length >= MIN_GLUED) add(toKey(form), { head, isShort: false })
  }
  for (const form of head.short ?? []) add(form, { head, isShort: true })
}

// "huyện đoàn", "tỉnh đoàn": the level stands inside the name.
function addFixed(head: Head, { levels }: UnitAliases, add: AddHead): void {
  for (const { form, level } of head.fixed ?? []) {
    const word = levels.find((each) => each.word === level)
    if (!word) throw new Error(`unknown level: ${level}`)
    add(form, { head, level: word, isShort: false })
    add(toKey(form), { head, level: word, isShort: false })
  }
}

// hdndh, ubndx, bchqst: an abbreviation and the letter of its level.
function addLevelLetters(head: Head, { levels }: UnitAliases, add: AddHead): void {
  if (head.takes !== 'level') return
  for (const short of head.short ?? []) {
    for (const level of levels) if (isSafe(short, level.letter)) add(`${short}${level.letter}`, { head, level, isShort: true })
  }
}

// "cat" and "cap" are words.
function isSafe(short: string, letter = ''): boolean {
  return short.length > 2 ? letter !== '' : /^(?:h|x|tp)$/.test(letter)
}

// sngv, pvhtt, btg, btghu: a letter and a field, perhaps with the committee; and "sonoivu", written without blanks.
function addSectors(head: Head, aliases: UnitAliases, add: AddHead, headOf: (kind: string) => Head): void {
  if (head.takes !== 'sector') return
  for (const sector of aliases.sectors.filter(({ of }) => of.includes(head.kind))) {
    for (const form of [sector.name, ...(sector.forms ?? [])]) add(toKey(`${head.name} ${form}`), { head, sector, isShort: false })
    for (const short of (sector.short ?? []).map(toKey)) {
      const glued = `${head.letter ?? ''}${short}`
      add(glued, { head, sector, isShort: true })
      if (head.group === 'party-body') addSuffixes(glued, { head, sector, isShort: true }, aliases, add, headOf)
    }
  }
}

// vphu, btvtu, ubkthu
function addCommittees(head: Head, aliases: UnitAliases, add: AddHead, headOf: (kind: string) => Head): void {
  if (head.takes !== 'body') return
  for (const short of head.short ?? []) addSuffixes(short, { head, isShort: true }, aliases, add, headOf)
}

function addSuffixes(
  glued: string,
  reading: HeadReading,
  aliases: UnitAliases,
  add: AddHead,
  headOf: (kind: string) => Head,
): void {
  for (const { kind, suffix } of aliases.committees) add(`${glued}${suffix}`, { ...reading, body: headOf(kind) })
  const centre = aliases.levels.find(({ level }) => level === 'central')
  if (centre?.letter) add(`${glued}${centre.letter}`, { ...reading, level: centre })
}
