import { addMinutes } from '../../domain/calendar.ts'
import type { Pending } from '../../domain/conversation.ts'
import type { Duty } from '../../domain/duty.ts'
import type { EvidenceItem } from '../../domain/evidence.ts'
import { shorten } from '../answers/describe-duty.ts'
import { offerChoices } from '../answers/offer-choices.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { describeItems, joinPhrases } from './describe-evidence.ts'
import { findReported } from './find-reported.ts'
import { listBrought } from './list-brought.ts'
import { listOwnDuties, pointToDuty, type PointedDuty } from './point-to-duty.ts'
import { recordEvidence } from './record-evidence.ts'

const CONFIRM_WITHIN_MINUTES = 60
const MOST_SHOWN = 8

/**
 * A number, a link, a photo or a file by itself: for the report that waits for Ghi, the duty that is pointed at by number,
 * or the report that was just recorded. What only words or an older report suggest is read back, anything else asked.
 */
export async function attachEvidence(asked: Asked, world: World): Promise<Decision> {
  if (asked.isGroup) return say('private-only')
  const items = listBrought(asked, world)
  if (items.length === 0) return askWhat(asked, world)
  const { pending, expiresAt } = asked.conversation
  const waiting = world.clock.now() <= (expiresAt ?? '') ? pending : null
  if (waiting?.kind === 'progress') return addToReport(items, waiting, world)
  return placeEvidence(items, waiting?.kind === 'evidence' ? waiting : undefined, asked, world)
}

async function placeEvidence(
  items: readonly EvidenceItem[],
  waiting: Extract<Pending, { kind: 'evidence' }> | undefined,
  asked: Asked,
  world: World,
): Promise<Decision> {
  const own = await listOwnDuties(asked, world)
  if (own.length === 0) return say('no-duty', { unit: asked.asker.units[0]?.name ?? '' }, { isAnswered: false })
  const pointed = pointToDuty({ ...asked, intents: [asked.intent] }, own, world)
  if (pointed) return placeAt(pointed, items, asked, world)
  return waiting ? addToQuestion(items, waiting, own, asked, world) : placeByReport(items, own, asked, world)
}

/** "Minh chứng việc 2" and nothing with it: what comes next is for that duty. */
async function askWhat(asked: Asked, world: World): Promise<Decision> {
  const pointed = pointToDuty({ ...asked, intents: [asked.intent] }, await listOwnDuties(asked, world), world)
  if (pointed?.by !== 'number') return say('evidence-how', {}, { asksBack: true })
  const pending = { kind: 'evidence', items: [], dutyId: pointed.duty.id, reportId: null } as const
  return {
    ...say('evidence-how', {}, { asksBack: true }),
    remembers: { pending, expiresAt: addMinutes(world.clock.now(), CONFIRM_WITHIN_MINUTES) },
  }
}

async function placeAt({ duty, by }: PointedDuty, items: readonly EvidenceItem[], asked: Asked, world: World): Promise<Decision> {
  const reported = (await findReported(asked, world)).find((each) => each.duty.id === duty.id)
  const reportId = reported?.reportId ?? null
  return by === 'number' ? recordEvidence(items, duty, reportId, asked, world) : readBack(items, duty, reportId, asked, world)
}

async function placeByReport(items: readonly EvidenceItem[], own: readonly Duty[], asked: Asked, world: World): Promise<Decision> {
  const reported = await findReported(asked, world)
  const [only, ...others] = reported
  if (!only) return askWhichDuty(items, own, asked, world)
  if (others.length > 0) {
    const duties = reported.map(({ duty }) => duty)
    return askWhichDuty(items, duties, asked, world)
  }
  const { duty, reportId, isRecent } = only
  return isRecent ? recordEvidence(items, duty, reportId, asked, world) : readBack(items, duty, reportId, asked, world)
}

/** What came before is still asked about: both wait for one answer. */
function addToQuestion(
  items: readonly EvidenceItem[],
  waiting: Extract<Pending, { kind: 'evidence' }>,
  own: readonly Duty[],
  asked: Asked,
  world: World,
): Decision {
  const all = [...waiting.items, ...items]
  const duty = world.library.dutyById.get(waiting.dutyId ?? '')
  return duty ? readBack(all, duty, waiting.reportId, asked, world) : askWhichDuty(all, own, asked, world)
}

/** The report that waits takes the evidence along: one Ghi for both. */
function addToReport(items: readonly EvidenceItem[], pending: Extract<Pending, { kind: 'progress' }>, world: World): Decision {
  const dutyIds = pending.updates.map(({ dutyId }) => dutyId)
  const evidence = [...(pending.evidence ?? []), ...items.map((item) => ({ item, dutyIds }))]
  const described = joinPhrases(describeItems(evidence.map(({ item }) => item)))
  const choices = offerChoices([{ say: 'choice-record' }, { say: 'choice-cancel' }], world)
  return {
    reply: reply([{ say: 'evidence-added', with: { evidence: described ? [described] : '', count: dutyIds.length } }], {
      choices,
      dutyIds,
      asksBack: true,
    }),
    remembers: { pending: { ...pending, evidence }, expiresAt: addMinutes(world.clock.now(), CONFIRM_WITHIN_MINUTES) },
  }
}

function readBack(items: readonly EvidenceItem[], duty: Duty, reportId: string | null, asked: Asked, world: World): Decision {
  const shown = asked.conversation.shownDutyIds.indexOf(duty.id)
  const described = joinPhrases(describeItems(items))
  const choices = offerChoices([{ say: 'choice-record' }, { say: 'choice-cancel' }], world)
  const values = { evidence: described ? [described] : '', text: shorten(duty.text, 80), number: shown >= 0 ? shown + 1 : '' }
  return {
    reply: reply([{ say: 'evidence-read-back', with: values }], { choices, dutyIds: [duty.id], asksBack: true }),
    remembers: {
      pending: { kind: 'evidence', items, dutyId: duty.id, reportId },
      expiresAt: addMinutes(world.clock.now(), CONFIRM_WITHIN_MINUTES),
    },
  }
}

function askWhichDuty(
  items: readonly EvidenceItem[],
  candidates: readonly Duty[],
  { conversation }: Asked,
  world: World,
): Decision {
  const ids = candidates.map(({ id }) => id)
  // Numbers on the screen keep their meaning where they point at what is asked about.
  const shown = conversation.shownDutyIds
  const isOnScreen = shown.length > 0 && shown.every((id) => ids.includes(id))
  const listed = (isOnScreen ? shown : ids).slice(0, MOST_SHOWN)
  const lines = listed.map((id, index) => {
    return { say: 'numbered', with: { number: index + 1, text: shorten(world.library.dutyById.get(id)?.text ?? '', 70) } }
  })
  const labels = listed.map((_, index) => ({ say: 'choice-duty', with: { order: index + 1 } }))
  const described = joinPhrases(describeItems(items))
  return {
    reply: reply([{ say: 'evidence-of-which', with: { evidence: described ? [described] : '', items: lines } }], {
      choices: offerChoices(labels, world),
      dutyIds: listed,
      asksBack: true,
    }),
    remembers: {
      pending: { kind: 'evidence', items, dutyId: null, reportId: null, candidateIds: isOnScreen ? shown : ids },
      expiresAt: addMinutes(world.clock.now(), CONFIRM_WITHIN_MINUTES),
      shownDutyIds: isOnScreen ? shown : ids,
    },
  }
}
