import type { DutyReading, Reading } from '../../src/domain/plan.ts'
import { fold } from '../../src/text/fold.ts'

type GoldUnit = { readonly name: string; readonly role: string; readonly soft?: boolean }
type GoldDeadline = { readonly kind: string; readonly value: string | null }
type GoldDuty = {
  readonly id: string
  readonly section: string
  readonly text: string
  readonly lines: readonly [number, number]
  readonly units: readonly GoldUnit[]
  readonly deadline: GoldDeadline
  /** Other readings that are right as well, and further deadlines of the same duty. */
  readonly deadline_alt?: readonly GoldDeadline[]
  readonly more_deadlines?: readonly GoldDeadline[]
  readonly may_split?: boolean
  /** Leaving it out, or reading it as part of the duty before, is no error. */
  readonly soft?: boolean
  readonly may_merge?: boolean
}
export type Gold = {
  /** Read from another copy of the paper: lines say nothing. */
  readonly isOtherCopy?: boolean
  readonly doc: Readonly<Record<string, unknown>>
  readonly sections: readonly { readonly path: string; readonly heading: string }[]
  readonly duties: readonly GoldDuty[]
}
export type Score = { readonly right: number; readonly found: number; readonly wanted: number }
type Pair = { readonly gold: GoldDuty; readonly duty: DutyReading }

export const toF1 = ({ right, found, wanted }: Score) => (found + wanted === 0 ? 1 : (2 * right) / (found + wanted))
export const sumScores = (scores: readonly Score[]): Score =>
  scores.reduce((a, b) => ({ right: a.right + b.right, found: a.found + b.found, wanted: a.wanted + b.wanted }), {
    right: 0,
    found: 0,
    wanted: 0,
  })

const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

function similarity(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count > 0) common += 1
    counts.set(word, count - 1)
  }
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length)
}

/** Pairs gold duties with those read, best likeness first; the order of the paper breaks ties. */
export function scoreDuties(gold: Gold, reading: Reading, show: boolean): { score: Score; pairs: Pair[] } {
  const candidates = gold.duties
    .flatMap((wanted) =>
      reading.duties.map((duty) => {
        const overlaps = !gold.isOtherCopy && duty.lines[0] <= wanted.lines[1] && wanted.lines[0] <= duty.lines[1]
        const isSection = duty.path === wanted.section
        return { gold: wanted, duty, like: similarity(wanted.text, duty.text) + (overlaps ? 0.1 : 0) + (isSection ? 0.1 : 0) }
      }),
    )
    .filter(({ like }) => like >= 0.6)
    .toSorted((a, b) => b.like - a.like)
  const pairs: Pair[] = []
  for (const { gold: wanted, duty } of candidates) {
    if (!pairs.some((pair) => pair.gold === wanted || pair.duty === duty)) pairs.push({ gold: wanted, duty })
  }
  const extra = reading.duties.filter((duty) => !pairs.some((pair) => pair.duty === duty))
  const wrong = extra.filter(
    (duty) =>
      !gold.duties.some((wanted) => wanted.may_split && wanted.lines[0] <= duty.lines[0] && duty.lines[1] <= wanted.lines[1]),
  )
  if (show) {
    for (const wanted of listWanted(gold, pairs))
      if (!pairs.some((pair) => pair.gold === wanted))
        console.log(`  missed  ${wanted.section} ${wanted.lines.join('-')} ${wanted.text.slice(0, 90)}`)
    for (const duty of wrong) console.log(`  extra   ${duty.path} ${duty.lines.join('-')} ${duty.text.slice(0, 90)}`)
    for (const { gold: wanted, duty } of pairs) {
      const section = wanted.section.replace(/^.*\.end$/, 'closing')
      if (section !== duty.path) console.log(`  path    ${wanted.section} read as ${duty.path}: ${duty.text.slice(0, 50)}`)
    }
  }
  return { score: { right: pairs.length, found: pairs.length + wrong.length, wanted: listWanted(gold, pairs).length }, pairs }
}

/** The duties that must be found, and those that were. */
function listWanted(gold: Gold, pairs: readonly Pair[]): readonly GoldDuty[] {
  return gold.duties.filter((wanted) => (!wanted.soft && !wanted.may_merge) || pairs.some((pair) => pair.gold === wanted))
}

const nameKey = (name: string) =>
  wordsOf(
    fold(name)
      .replace(/uy ban nhan dan/g, 'ubnd')
      .replace(/hoi dong nhan dan/g, 'hdnd'),
  )
    .filter((word) => word !== 'cac')
    .join(' ')
const isSameName = (a: string, b: string) => nameKey(a) === nameKey(b) || similarity(nameKey(a), nameKey(b)) >= 0.85

const listUnits = (units: readonly { readonly name: string; readonly role: string }[]) =>
  units.map(({ name, role }) => `${role}:${name}`).join(' / ')

/** Units with their roles, over all duties of the gold reading. */
export function scoreUnits(pairs: readonly Pair[], gold: Gold, show: boolean): Score {
  const scores = pairs.map(({ gold: wanted, duty }): Score => {
    const isRight = (unit: GoldUnit) => duty.units.some((read) => read.role === unit.role && isSameName(read.name, unit.name))
    const missing = wanted.units.filter((unit) => !isRight(unit) && !unit.soft)
    const extra = duty.units.filter(
      (read) => !wanted.units.some((unit) => unit.role === read.role && isSameName(read.name, unit.name)),
    )
    if (show && missing.length + extra.length > 0) {
      console.log(`  units   ${wanted.section} ${duty.lines.join('-')} missing [${listUnits(missing)}] extra [${listUnits(extra)}]`)
    }
    const right = wanted.units.filter(isRight).length
    return { right, found: right + extra.length, wanted: right + missing.length }
  })
  const unread = listWanted(gold, pairs).filter((wanted) => !pairs.some((pair) => pair.gold === wanted))
  return sumScores([...scores, { right: 0, found: 0, wanted: unread.reduce((sum, { units }) => sum + units.length, 0) }])
}

const YEARLY: Readonly<Record<string, string>> = {
  yearly: 'FREQ=YEARLY',
  quarterly: 'FREQ=MONTHLY;INTERVAL=3',
  monthly: 'FREQ=MONTHLY',
  weekly: 'FREQ=WEEKLY',
}

function isSameDeadline(wanted: GoldDeadline, read: DutyReading['deadline']): boolean {
  if (wanted.kind !== read.kind) return false
  if (['none', 'ongoing', 'relative'].includes(wanted.kind)) return true
  if (wanted.kind !== 'recurring') return wanted.value === read.value
  if (!wanted.value || wanted.value.startsWith('unspecified')) return read.value === 'periodic'
  return (YEARLY[wanted.value] ?? wanted.value).split(';last')[0] === read.rrule || wanted.value === read.value
}

/** Deadlines right, over all duties of the gold reading; a duty without one must be read as without one. */
export function scoreDeadlines(pairs: readonly Pair[], gold: Gold, show: boolean): Score {
  const right = pairs.filter(({ gold: wanted, duty }) => {
    const accepted = [wanted.deadline, ...(wanted.deadline_alt ?? []), ...(wanted.more_deadlines ?? [])]
    const same = accepted.some((deadline) => isSameDeadline(deadline, duty.deadline))
    if (show && !same)
      console.log(
        `  deadl.  ${wanted.section} wanted ${wanted.deadline.kind} ${wanted.deadline.value} read ${duty.deadline.kind} ${duty.deadline.value} (${duty.deadline.asWritten})`,
      )
    return same
  }).length
  return { right, found: pairs.length, wanted: listWanted(gold, pairs).length }
}

/** Sections of the gold reading that were found by path; deeper ones that the gold leaves out are no error. */
export function scoreSections(gold: Gold, reading: Reading, show: boolean): Score {
  const left = reading.sections.map(({ path }) => path)
  let right = 0
  for (const { path } of gold.sections) {
    const at = left.indexOf(path)
    if (at >= 0) {
      right += 1
      left.splice(at, 1)
    } else if (show) console.log(`  section missed ${path}`)
  }
  const depth = Math.max(0, ...gold.sections.map(({ path }) => path.split('.').length))
  const extra = left.filter(
    (path) =>
      path.split('.').length < depth && !gold.duties.some(({ section }) => section === path || section.startsWith(`${path}.`)),
  ).length
  return { right, found: right + extra, wanted: gold.sections.length }
}

const fieldKey = (value: unknown) =>
  typeof value === 'string' ? wordsOf(fold(value).replace(/uy ban nhan dan/g, 'ubnd')).join(' ') : ''

/** "6/7": header fields that agree with the gold reading. */
export function countFields(gold: Gold, { plan }: Reading, show: boolean): string {
  const { doc } = gold
  const signer = doc['signer'] as { name: string | null; title: string | null } | undefined
  const fields: [string, unknown, unknown][] = [
    ['number', doc['number'], plan.number],
    ['type', doc['type'], plan.type],
    ['issuer', doc['issuer'], plan.issuer],
    ['date', doc['date'], plan.issuedOn],
    ['title', doc['title'], plan.title],
    ...(signer
      ? [
          ['signer', signer.name, plan.signer?.name ?? null] as [string, unknown, unknown],
          ['signer title', signer.title, plan.signer?.title ?? null] as [string, unknown, unknown],
        ]
      : []),
    ...(Array.isArray(doc['recipients'])
      ? [['recipients', doc['recipients'].join(' '), plan.recipients.join(' ')] as [string, unknown, unknown]]
      : []),
    ...(Array.isArray(doc['legal_basis'])
      ? [
          [
            'citations',
            numbersOf(doc['legal_basis']),
            plan.citations
              .map(({ number }) => number)
              .sort()
              .join(' '),
          ] as [string, unknown, unknown],
        ]
      : []),
  ]
  const wrong = fields.filter(([, wanted, read]) => fieldKey(wanted) !== fieldKey(read))
  if (show)
    for (const [name, wanted, read] of wrong) console.log(`  header  ${name}: wanted ${String(wanted)} | read ${String(read)}`)
  return `${fields.length - wrong.length}/${fields.length}`
}

function numbersOf(citations: readonly { readonly number: string | null }[]): string {
  return citations
    .flatMap(({ number }) => number ?? [])
    .sort()
    .join(' ')
}
