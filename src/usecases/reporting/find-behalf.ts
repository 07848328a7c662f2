import type { Officer } from '../../domain/officer.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'

/** For whom a report is made: the person or unit as it is recorded, and the unit whose duties are meant. */
export type Behalf = { readonly who: string; readonly unit: Unit }

const BETWEEN = /^[\s,(]*(?:(?:cua|o|ben|thuoc|tai)\s+)?$/
const TITLE = /^(?:(?:dong chi|anh|chi|em|co|chu|bac|ong|ba|cau|ban|thay|sep)\s+)+/

/**
 * "Ghi hộ anh Nam phòng Nội vụ": whom and which unit a report is made for, undefined when it is the sender's own.
 * Colleagues of one unit may report for each other, the office for everybody; anybody else is refused.
 */
export async function findBehalf(asked: Asked, world: World): Promise<Behalf | { readonly refused: Decision } | undefined> {
  const { onBehalf } = asked.intent.slots
  if (!onBehalf) return undefined
  const { officer, units } = asked.asker
  const named = findNamedUnit(onBehalf, asked, world)
  const people = named?.words === onBehalf ? [] : await findPeople(onBehalf, world)
  const unit = named?.unit ?? findUnitOf(people, units[0], officer, world)
  if (!unit) return { refused: say('behalf-which-unit', { who: onBehalf }, { asksBack: true }) }
  if (officer.role !== 'office' && unit.id !== units[0]?.id) return { refused: say('behalf-other-unit', { unit: unit.name }) }
  return { who: named?.words === onBehalf ? unit.name : namePerson(onBehalf, people, unit), unit }
}

/** The full name where just one colleague is called so, else as it was typed. */
function namePerson(words: string, people: readonly Officer[], unit: Unit): string {
  const [person, ...others] = people.filter(({ unitId }) => unitId === unit.id)
  return others.length === 0 ? (person?.name ?? words) : words
}

/** The unit that is spoken for itself, or that stands right behind the person. */
function findNamedUnit(who: string, { text, intent }: Asked, { library }: World): { unit: Unit; words: string } | undefined {
  const end = text.normalize('NFC').indexOf(who) + who.length
  for (const { words, start, matches } of intent.slots.units) {
    const unit = library.unitById.get(matches[0]?.unitId ?? '')
    if (unit && (words === who || (start >= end && BETWEEN.test(fold(text.slice(end, start)))))) return { unit, words }
  }
  return undefined
}

/** People whose name ends as it was said. */
export async function findPeople(who: string, { officers }: Pick<World, 'officers'>): Promise<Officer[]> {
  const name = fold(who).replace(TITLE, '').trim()
  if (name === '') return []
  return (await officers.all())
    .map(({ officer }) => officer)
    .filter((officer) => officer.isActive && ` ${fold(officer.name ?? '')}`.endsWith(` ${name}`))
}

/** Of a colleague the own unit; of somebody whom only another unit knows that one; whom nobody knows is a colleague. */
function findUnitOf(people: readonly Officer[], own: Unit | undefined, asker: Officer, { library }: World): Unit | undefined {
  if (own && people.some(({ unitId }) => unitId === own.id)) return own
  const elsewhere = [...new Set(people.map(({ unitId }) => unitId))]
  if (elsewhere.length === 1) return library.unitById.get(elsewhere[0] ?? '')
  return asker.role === 'office' ? undefined : own
}
