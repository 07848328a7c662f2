import { dayInVietnam } from '../../domain/calendar.ts'
import type { Concern } from '../../domain/concern.ts'
import type { LogLine } from '../../domain/duty-life.ts'
import { mayLead, maySeeProgress } from '../../domain/permission.ts'
import type { Officer } from '../../domain/officer.ts'
import type { Phrase } from '../../domain/reply.ts'
import { findUnits } from '../../units/find-units.ts'
import { formatDay, shorten } from '../answers/describe-duty.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { buildLives } from '../life/build-lives.ts'
import { isOpen } from '../life/list-rows.ts'
import { readLog } from '../life/read-lives.ts'

/** "Khó khăn, kiến nghị của các đơn vị": what stands on open duties, the newest first, to those who see the unit and to the body that the paper names. */
export async function listConcerns({ asker, intent, isGroup }: Asked, world: World): Promise<Decision> {
  if (isGroup) return say('private-only')
  const named = intent.slots.units.flatMap(({ matches, isOwn }) => (isOwn ? [] : (matches[0]?.unitId ?? [])))
  const single = named.filter((id) => world.library.unitById.get(id)?.isCollective === false)
  const standing = await findStanding(asker.officer, await readLog(world), world)
  const concerns = standing.filter(({ unitId }) => single.length === 0 || single.includes(unitId))
  if (concerns.length === 0) return say('concerns-none')
  const dutyIds = concerns.map(({ dutyId }) => dutyId)
  const lines = concerns.map((concern, index) => describeConcern(concern, index + 1, world))
  const units = new Set(concerns.map(({ unitId }) => unitId)).size
  return {
    reply: reply([{ say: 'concerns-heading', with: { count: concerns.length, units } }, ...lines], {
      dutyIds,
      facts: concerns.flatMap(({ text, to, via, at }) => [text, to ?? '', via ?? '', dayInVietnam(at)]),
    }),
    remembers: {
      shownDutyIds: dutyIds,
      shownUnitId: null,
      shownRows: concerns.map(({ dutyId, unitId }) => ({ dutyId, unitId, round: null })),
    },
  }
}

/** How many stand, for the sums; nothing where there are none. */
export async function countConcerns(officer: Officer, log: readonly LogLine[], world: World): Promise<Phrase[]> {
  const concerns = await findStanding(officer, log, world)
  const units = new Set(concerns.map(({ unitId }) => unitId)).size
  return concerns.length === 0 ? [] : [{ say: 'digest-concerns', with: { count: concerns.length, units } }]
}

/** Those of reports that were not taken back, on duties that are still open. */
async function findStanding(officer: Officer, log: readonly LogLine[], world: World): Promise<Concern[]> {
  const { library, clock, concerns } = world
  const lives = buildLives(log, clock.today())
  const revoked = new Set(log.flatMap(({ revokes }) => revokes ?? []))
  const isStanding = ({ reportId, dutyId, unitId }: Concern): boolean => {
    const duty = library.dutyById.get(dutyId)
    return !revoked.has(reportId) && duty !== undefined && isOpen(lives.of(duty, unitId))
  }
  return (await concerns.all()).filter((concern) => isStanding(concern) && maySee(officer, concern, world)).toReversed()
}

function maySee(officer: Officer, { unitId, to, via }: Concern, { library }: World): boolean {
  if (maySeeProgress(officer, unitId, library.unitById)) return true
  const place = library.unitById.get(unitId)?.place ?? null
  const bodies = [to, via].flatMap((name) =>
    name === null ? [] : (findUnits(name, library.registry, { place, unitId })[0]?.matches[0]?.unitId ?? []),
  )
  return mayLead(officer) && bodies.includes(officer.unitId)
}

function describeConcern({ kind, unitId, dutyId, text, to, via, at }: Concern, number: number, { library }: World): Phrase {
  const values = {
    number,
    unit: library.unitById.get(unitId)?.name ?? '',
    duty: shorten(library.dutyById.get(dutyId)?.text ?? '', 70),
    text,
    route: to === null ? '' : [{ say: 'concern-route', with: { to, via: via ?? '' } }],
    day: formatDay(dayInVietnam(at)),
  }
  return { say: kind === 'difficulty' ? 'difficulty-line' : 'proposal-line', with: values }
}
