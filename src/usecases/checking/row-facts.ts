import { lastDayInTime } from '../../domain/deadline.ts'
import type { Day } from '../../domain/calendar.ts'
import type { Duty } from '../../domain/duty.ts'
import type { Passage, Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import { findClaims, listDayKeys } from './find-claims.ts'

/** What one row (a duty, a plan's header, a unit, what somebody said) lets an answer say. */
export type RowFacts = {
  /** A quote has to be a part of one of these. */
  readonly texts: readonly string[]
  /** The texts without accents: a unit that the answer names has to be named in them. */
  readonly folded: string
  /** Keys of the days, document numbers and amounts that stand in the texts. */
  readonly keys: ReadonlySet<string>
}

/** The facts of some texts and of days that belong to them. */
export function readRowFacts(
  texts: readonly (string | null | undefined)[],
  days: readonly (Day | null | undefined)[] = [],
): RowFacts {
  const given = texts.flatMap((text) => (text ? [text.normalize('NFC')] : []))
  const keys = new Set<string>()
  for (const text of given) {
    for (const { kind, key } of findClaims(text)) for (const part of kind === 'day' ? listDayKeys(key) : [key]) keys.add(part)
  }
  for (const day of days) if (day) for (const part of listDayKeys(day)) keys.add(part)
  return { texts: given, folded: given.map((text) => fold(text).replaceAll(/\s+/g, ' ')).join('\n'), keys }
}

const known = new WeakMap<object, RowFacts>()

function remember(row: object, read: () => RowFacts): RowFacts {
  const facts = known.get(row) ?? read()
  known.set(row, facts)
  return facts
}

/** What a duty lets be said: its words, and its quote only as far as the paper really holds it. */
export function readDutyFacts(duty: Duty, plan: Plan | undefined): RowFacts {
  return remember(duty, () => {
    const { text, quote, path, deadline, reporting, units } = duty
    const isVerbatim = plan?.source.includes(quote) ?? false
    const report = reporting ? [reporting.to, reporting.via, reporting.frequency] : []
    return readRowFacts(
      [text, isVerbatim ? quote : null, path, deadline.asWritten, ...report, ...units.map(({ name }) => name)],
      [lastDayInTime(deadline)],
    )
  })
}

/** What the head and the foot of a paper let be said. */
export function readPlanFacts(plan: Plan): RowFacts {
  return remember(plan, () => {
    const { number, type, issuer, place, issuedOn, issuedOnRaw, subject, title, signer, recipients, citations } = plan.plan
    const header = [
      number,
      type,
      issuer,
      place,
      issuedOnRaw,
      subject,
      title,
      signer?.name,
      signer?.title,
      plan.slug,
      plan.quality.label,
    ]
    const cited = citations.flatMap((citation) => [citation.number, citation.type, citation.issuer])
    return readRowFacts([...header, ...recipients, ...cited], [issuedOn, ...citations.map((citation) => citation.issuedOn)])
  })
}

const copies = new WeakMap<Plan, RowFacts>()

/** What another copy of a paper lets be said: that it is there, and its own words. */
export function readCopyFacts(copy: Plan): RowFacts {
  const facts = copies.get(copy) ?? readRowFacts([copy.slug, copy.quality.label, ...copy.passages.map(({ text }) => text)])
  copies.set(copy, facts)
  return facts
}

/** What a passage lets be said. */
export function readPassageFacts(passage: Passage): RowFacts {
  return remember(passage, () => readRowFacts([passage.text, passage.path]))
}

/** What the registry lets be said of a unit. */
export function readUnitFacts(unit: Unit): RowFacts {
  return remember(unit, () => readRowFacts([unit.name, unit.place, unit.endedBy, ...unit.aliases], [unit.endedOn]))
}
