import type { Change } from '../../domain/change.ts'
import type { Concern } from '../../domain/concern.ts'
import type { Reporting } from '../../domain/plan.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { Decision, World } from '../asked.ts'
import { readConcerns } from './read-concerns.ts'

/** A report that was recorded, with the difficulties and proposals in it as records of their own, each with the body that its paper names. */
export function recordConcerns(decision: Decision, world: World): Decision {
  const concerns = (decision.changes ?? []).flatMap((change) =>
    change.kind === 'record-progress' ? listConcernsOf(change, world) : [],
  )
  if (concerns.length === 0) return decision
  const lines = concerns.map(describeRecorded)
  return {
    ...decision,
    reply: { ...decision.reply, phrases: [...decision.reply.phrases, ...lines] },
    changes: [...(decision.changes ?? []), ...concerns.map((concern): Change => ({ kind: 'record-concern', concern }))],
  }
}

function listConcernsOf({ update }: Extract<Change, { kind: 'record-progress' }>, world: World): Concern[] {
  if (update.revokes !== null) return []
  const { dutyId, unitId, officerId, at, id: reportId } = update
  const route = findRoute(dutyId, world)
  return readConcerns(update.note, update.status).map(({ kind, text }) => ({
    id: world.ids.next('cnc'),
    kind,
    dutyId,
    unitId,
    officerId,
    reportId,
    text,
    to: route?.to ?? null,
    via: route?.via ?? null,
    at,
  }))
}

/** To whom the duty reports; where it says nothing of it, to whom its paper wants everything reported. */
function findRoute(dutyId: string, { library }: Pick<World, 'library'>): Reporting | undefined {
  const duty = library.dutyById.get(dutyId)
  const closing = (library.dutiesOfPlan.get(duty?.planId ?? '') ?? []).findLast(
    ({ path, reporting }) => path === 'closing' && reporting,
  )
  return duty?.reporting ?? closing?.reporting ?? undefined
}

function describeRecorded({ kind, text, to, via }: Concern): Phrase {
  const say = kind === 'difficulty' ? 'difficulty-recorded' : 'proposal-recorded'
  return { say, with: { text, route: to === null ? '' : [{ say: 'concern-route', with: { to, via: via ?? '' } }] } }
}
