import { addMinutes } from '../../domain/calendar.ts'
import type { ReportedUpdate } from '../../dialogue/intent.ts'
import type { Conversation, PendingUpdate } from '../../domain/conversation.ts'
import type { Duty } from '../../domain/duty.ts'
import { mayReport } from '../../domain/permission.ts'
import { currentProgress, type ProgressState } from '../../domain/progress.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { Unit } from '../../domain/unit.ts'
import { describeProgress, formatDay, shorten } from '../answers/describe-duty.ts'
import { offerChoices } from '../answers/offer-choices.ts'
import { ENOUGH } from '../answers/find-topic-duties.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { coversUnit, findUnitDuties } from '../find-unit-duties.ts'

const CONFIRM_WITHIN_MINUTES = 60

/** "Việc 2 xong rồi, việc 1 được 60 %": reads the report back; nothing is written before Ghi. */
export async function reportProgress(asked: Asked, world: World): Promise<Decision> {
  if (asked.isGroup) return say('private-only')
  const [unit] = asked.asker.units
  if (!unit) return say('which-unit', {}, { asksBack: true })
  const mine = findUnitDuties([unit], world.library.plans, world.library).flatMap(({ own, common }) => [...own, ...common])
  const updates: PendingUpdate[] = []
  for (const update of asked.intent.slots.updates) {
    const duty = pointToDuty(update, mine, asked.conversation, world)
    if (!duty) return askWhichDuty(mine, asked, world)
    if (!isReportable(duty, unit, asked, world)) return say('not-your-duty', { text: shorten(duty.text, 80), unit: unit.name })
    updates.push(complete(update, duty, unit))
  }
  return updates.length > 0 ? readBack(updates, asked, world) : askWhichDuty(mine, asked, world)
}

function isReportable(duty: Duty, unit: Unit, { asker }: Asked, { library }: World): boolean {
  const plan = library.planById.get(duty.planId)
  return plan !== undefined && mayReport(asker.officer, unit.id, duty.units, (named) => coversUnit(named, unit, plan, library))
}

/** The duty that a report means: the number on the screen, words of its text, or the only one that the unit has. */
function pointToDuty(
  { duty }: ReportedUpdate,
  mine: readonly Duty[],
  conversation: Conversation,
  { library }: World,
): Duty | undefined {
  if (duty === null)
    return conversation.shownDutyIds.length === 1 ? library.dutyById.get(conversation.shownDutyIds[0] ?? '') : only(mine)
  if (/^\d+$/.test(duty)) {
    const shown = conversation.shownDutyIds.length > 0 ? conversation.shownDutyIds : mine.map(({ id }) => id)
    return library.dutyById.get(shown[Number(duty) - 1] ?? '')
  }
  const ids = new Set(mine.map(({ id }) => id))
  const [best, second] = library.duties
    .search(duty, { top: 2, only: (id) => ids.has(id) })
    .filter(({ coverage }) => coverage >= ENOUGH)
  const isClear = best !== undefined && (second === undefined || best.score > second.score * 1.15)
  return isClear ? library.dutyById.get(best.id) : undefined
}

function only(duties: readonly Duty[]): Duty | undefined {
  return duties.length === 1 ? duties[0] : undefined
}

function complete({ status, percent, note, dueChange }: ReportedUpdate, duty: Duty, unit: Unit): PendingUpdate {
  const reached = status ?? (percent === 100 ? 'done' : 'in_progress')
  return { dutyId: duty.id, unitId: unit.id, status: reached, percent: reached === 'done' ? 100 : percent, note, dueChange }
}

async function readBack(updates: readonly PendingUpdate[], asked: Asked, world: World): Promise<Decision> {
  const log = await world.progress.ofDuties(updates.map(({ dutyId }) => dutyId))
  const lines = updates.map((update): Phrase => {
    const before = currentProgress(log.filter(({ dutyId, unitId }) => dutyId === update.dutyId && unitId === update.unitId))
    return describeChange(update, before, asked, world)
  })
  const choices = offerChoices([{ say: 'choice-record' }, { say: 'choice-cancel' }], world)
  return {
    reply: reply([{ say: 'read-back', with: { items: lines } }], {
      choices,
      dutyIds: updates.map(({ dutyId }) => dutyId),
      asksBack: true,
    }),
    remembers: { pending: { kind: 'progress', updates }, expiresAt: addMinutes(world.clock.now(), CONFIRM_WITHIN_MINUTES) },
  }
}

function describeChange(
  update: PendingUpdate,
  before: ProgressState | undefined,
  { conversation }: Asked,
  { library }: World,
): Phrase {
  const duty = library.dutyById.get(update.dutyId)
  const shown = conversation.shownDutyIds.indexOf(update.dutyId)
  return {
    say: 'read-back-line',
    with: {
      number: shown >= 0 ? shown + 1 : '',
      text: shorten(duty?.text ?? '', 70),
      before: [describeProgress(before)],
      after: [describeProgress({ ...update, at: '', id: '', ref: '' })],
      dueChange: update.dueChange ? formatDay(update.dueChange) : '',
    },
  }
}

function askWhichDuty(mine: readonly Duty[], asked: Asked, world: World): Decision {
  if (mine.length === 0) return say('no-duty', { unit: asked.asker.units[0]?.name ?? '' }, { isAnswered: false })
  const shown = asked.conversation.shownDutyIds.length > 0 ? asked.conversation.shownDutyIds : mine.map(({ id }) => id)
  const items = shown.slice(0, 8).map((id, index) => ({
    say: 'numbered',
    with: { number: index + 1, text: shorten(world.library.dutyById.get(id)?.text ?? '', 70) },
  }))
  return { reply: reply([{ say: 'which-duty', with: { items } }], { asksBack: true }), remembers: { shownDutyIds: shown } }
}
