import type { DutyLife } from '../../domain/duty-life.ts'
import type { Officer } from '../../domain/officer.ts'
import { maySeeProgress } from '../../domain/permission.ts'
import type { Unit } from '../../domain/unit.ts'
import { findRound } from '../../dates/find-round.ts'
import { findUnits } from '../../units/find-units.ts'
import { listDuties } from '../answers/list-duties.ts'
import type { Asked, World } from '../asked.ts'
import { coversUnit } from '../find-unit-duties.ts'
import type { HeardRow, Lives } from '../life/build-lives.ts'
import { listTaken } from '../life/list-rows.ts'
import type { Target } from './find-target.ts'
import { listWaiting } from './list-waiting.ts'

/** Everything that deciding looks at. */
export type Desk = { readonly lives: Lives; readonly people: ReadonlyMap<string, Officer> }

type Pointing = Target & { readonly words: string }

/** The duties that a wish is about: by reference, by number, of a unit, or the only one that waits and fits. */
export async function pointToRows(
  wish: Pointing,
  fits: (life: DutyLife) => boolean,
  desk: Desk,
  asked: Asked,
  world: World,
): Promise<readonly HeardRow[]> {
  if (wish.refs.length > 0) return findByReference(wish.refs, desk, asked, world)
  const unit = findNamedUnit(wish.words, asked, world)
  if (wish.numbers.length > 0) return findByNumber(wish.numbers, unit, desk, asked, world)
  const shown = unit ? [] : listShown(asked, desk, world)
  const [pointed] = wish.isThis ? listPointed(asked, desk, world) : []
  if (pointed) return [pointed]
  if (wish.isThis && shown.length === 1) return shown
  const waiting = listWaiting(asked.asker.officer, desk.lives, desk.people, world).filter(({ life }) => fits(life))
  const ofUnit = waiting.filter(({ unitId, life }) => !unit || unitId === unit.id || life.heldBy === unit.id)
  if (unit || wish.isAll) return ofUnit
  const onScreen = shown.filter(({ life }) => fits(life))
  return onScreen.length === 1 ? onScreen : ofUnit.length === 1 ? ofUnit : []
}

/** The unit that a clause names as the one that did the work: "… của Phòng Nội vụ". */
export function findNamedUnit(words: string, { asker }: Pick<Asked, 'asker'>, { library }: World): Unit | undefined {
  const own = asker.units[0]
  const [mention] = findUnits(words, library.registry, own ? { place: own.place, unitId: own.id } : undefined)
  return library.unitById.get(mention?.matches[0]?.unitId ?? '')
}

async function findByReference(
  refs: readonly string[],
  { lives }: Desk,
  { asker }: Asked,
  world: World,
): Promise<readonly HeardRow[]> {
  const { library } = world
  return lives.heard(library).filter(({ unitId, life }) => {
    const isMeant = life.report !== undefined && refs.includes(life.report.ref)
    return isMeant && maySeeProgress(asker.officer, life.heldBy ?? unitId, library.unitById)
  })
}

async function findByNumber(
  numbers: readonly number[],
  named: Unit | undefined,
  desk: Desk,
  asked: Asked,
  world: World,
): Promise<readonly HeardRow[]> {
  const rows =
    named && named.id !== asked.conversation.shownUnitId ? await listOf(named, desk, asked, world) : listShown(asked, desk, world)
  const known = rows.length > 0 || named ? rows : await listOf(asked.asker.units[0], desk, asked, world)
  return numbers.flatMap((number) => known[number - 1] ?? [])
}

/** What is on the screen, each with its unit: what waited for the reader, or the duties of one unit. */
function listShown({ conversation, asker }: Asked, desk: Desk, world: World): readonly HeardRow[] {
  const { shownRows = [], shownDutyIds, shownUnitId } = conversation
  const isWaiting =
    shownUnitId === null &&
    shownRows.length === shownDutyIds.length &&
    shownRows.every(({ dutyId }, at) => dutyId === shownDutyIds[at])
  if (isWaiting) return shownRows.flatMap(({ dutyId, unitId, round }) => openRow(dutyId, unitId, round, desk, world) ?? [])
  const unit = world.library.unitById.get(shownUnitId ?? asker.units[0]?.id ?? '')
  return unit ? shownDutyIds.flatMap((id) => findRowOf(id, unit, desk, world) ?? []) : []
}

/** What was asked back a moment ago. */
function listPointed({ conversation: { pointedRow, lastIntent } }: Asked, desk: Desk, world: World): readonly HeardRow[] {
  if (!pointedRow || lastIntent !== 'approve_return') return []
  const row = openRow(pointedRow.dutyId, pointedRow.unitId, pointedRow.round, desk, world)
  return row ? [row] : []
}

/** The duties of a unit under the numbers that everybody sees them by. */
async function listOf(unit: Unit | undefined, desk: Desk, asked: Asked, world: World): Promise<readonly HeardRow[]> {
  if (!unit) return []
  const mention = { words: unit.name, start: 0, end: 0, matches: [{ unitId: unit.id, score: 1 }] }
  const slots = { ...asked.intent.slots, units: [mention], plans: [], topic: '' }
  const { remembers } = await listDuties({ ...asked, text: unit.name, intent: { ...asked.intent, slots } }, world)
  return (remembers?.shownDutyIds ?? []).flatMap((id) => findRowOf(id, unit, desk, world) ?? [])
}

/** A duty as a row of the unit that is charged with it, or that took it over. */
export function findRowOf(dutyId: string, unit: Unit, desk: Pick<Desk, 'lives'>, world: World): HeardRow | undefined {
  const { library } = world
  const duty = library.dutyById.get(dutyId)
  const plan = library.planById.get(duty?.planId ?? '')
  if (!duty || !plan) return undefined
  const taken = listTaken(unit.id, library, desk.lives).find((row) => row.duty.id === dutyId)
  const isCharged = duty.units.some(
    (named) => named.role !== 'report_to' && (named.unitId === unit.id || coversUnit(named, unit, plan, library)),
  )
  return isCharged || taken ? openRow(dutyId, isCharged ? unit.id : (taken?.unitId ?? ''), null, desk, world) : undefined
}

function openRow(
  dutyId: string,
  unitId: string,
  round: string | null,
  { lives }: Pick<Desk, 'lives'>,
  { library, clock }: World,
): HeardRow | undefined {
  const duty = library.dutyById.get(dutyId)
  if (!duty) return undefined
  const meant = round ?? findRound(duty.deadline, clock.today())?.name
  return { duty, unitId, round: meant ?? null, life: lives.of(duty, unitId, meant) }
}
