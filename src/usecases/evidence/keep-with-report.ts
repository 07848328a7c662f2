import type { Change } from '../../domain/change.ts'
import type { Pending } from '../../domain/conversation.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Phrase } from '../../domain/reply.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'
import { describeItems, joinPhrases } from './describe-evidence.ts'
import { buildEvidenceChanges, recordEvidence } from './record-evidence.ts'

/** What was read back with a report is recorded with it: for whom it was made, and its evidence under its reference. */
export function keepWithReport(
  decision: Decision,
  { evidence = [], onBehalf }: Extract<Pending, { kind: 'progress' }>,
  { ids }: Pick<World, 'ids'>,
): Decision {
  if (evidence.length === 0 && onBehalf === undefined) return decision
  const kept: Evidence[] = []
  const changes = (decision.changes ?? []).map((change): Change => {
    if (change.kind !== 'record-progress') return change
    const update = { ...change.update, onBehalf: onBehalf ?? null }
    const { id: reportId, ref, dutyId, unitId, officerId, at } = update
    const own = evidence.filter(({ dutyIds }) => dutyIds.includes(dutyId))
    for (const { item } of own) {
      kept.push({
        id: ids.next('evi'),
        ref,
        item,
        dutyId,
        unitId,
        officerId,
        onBehalf: onBehalf ?? null,
        reportId,
        at,
        revokes: null,
      })
    }
    return { kind: 'record-progress', update }
  })
  if (!changes.some(({ kind }) => kind === 'record-progress')) return decision
  const described = joinPhrases(describeItems(evidence.map(({ item }) => item)))
  const phrases = [
    ...(described ? decision.reply.phrases.map(askForNoMore) : decision.reply.phrases),
    ...(onBehalf === undefined ? [] : [{ say: 'recorded-on-behalf', with: { who: onBehalf } }]),
    ...(described ? [{ say: 'recorded-evidence', with: { evidence: [described] } }] : []),
  ]
  return { ...decision, reply: { ...decision.reply, phrases }, changes: [...changes, ...kept.flatMap(buildEvidenceChanges)] }
}

/** Who handed in evidence is not asked for it. */
function askForNoMore(phrase: Phrase): Phrase {
  return phrase.say === 'waits-for-leader' ? { ...phrase, say: 'waits-for-leader-shown' } : phrase
}

/** "Ghi" on evidence that was read back by itself. */
export async function confirmEvidence(
  { items, dutyId, reportId }: Extract<Pending, { kind: 'evidence' }>,
  asked: Asked,
  world: World,
): Promise<Decision> {
  const duty = world.library.dutyById.get(dutyId ?? '')
  return duty && items.length > 0
    ? recordEvidence(items, duty, reportId, asked, world)
    : say('pending-unclear', {}, { asksBack: true })
}
