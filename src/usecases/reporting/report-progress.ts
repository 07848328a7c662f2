import { addMinutes } from '../../domain/calendar.ts'
import type { IntentName, ReportedUpdate } from '../../dialogue/intent.ts'
import type { Conversation, PendingUpdate } from '../../domain/conversation.ts'
import type { Duty } from '../../domain/duty.ts'
import type { DutyLife } from '../../domain/duty-life.ts'
import type { Phrase } from '../../domain/reply.ts'
import { describeProgress, formatDay, shorten } from '../answers/describe-duty.ts'
import { offerChoices } from '../answers/offer-choices.ts'
import { ENOUGH } from '../answers/find-topic-duties.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { describeRound } from '../deciding/describe-act.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import type { HeardRow, Lives } from '../life/build-lives.ts'
import { describeLife } from '../life/describe-life.ts'
import { readLives } from '../life/read-lives.ts'
import { readTaken } from '../life/read-shown-lives.ts'
import { findReportedRow, isSlipOnly, isTimeOnly } from './find-reported-row.ts'
import { trimAsked } from './trim-asked.ts'

const CONFIRM_WITHIN_MINUTES = 60

/** "Việc 2 xong rồi, việc 1 được 60 %": reads the report back; nothing is written before Ghi. */
export async function reportProgress(asked: Asked, world: World): Promise<Decision> {
  if (asked.isGroup) return say('private-only')
  const [unit] = asked.asker.units
  if (!unit) return say('which-unit', {}, { asksBack: true })
  const charged = findUnitDuties([unit], world.library.plans, world.library).flatMap(({ own, common }) => [...own, ...common])
  const mine = [...charged, ...(await readTaken(unit.id, asked, world)).map(({ duty }) => duty)]
  const pointed = asked.intent.slots.updates.map((update) => pointToDuty(update, mine, asked.conversation, world))
  const lives = await readLives(
    world,
    pointed.flatMap((duty) => duty?.id ?? []),
  )
  const updates: PendingUpdate[] = []
  for (const [index, update] of asked.intent.slots.updates.entries()) {
    const duty = pointed[index]
    if (!duty) return askWhichDuty(mine, asked, world)
    const row = findReportedRow(duty, unit, lives, asked, world)
    if ('say' in row) return { reply: reply([row], { dutyIds: [duty.id] }) }
    updates.push(complete(update, row))
  }
  return updates.length > 0 ? readBack(updates, lives, asked, world) : askWhichDuty(mine, asked, world)
}

// What was told of one duty a moment ago, or recorded on it: "xong rồi", "à nhầm, 70 %" go on about it.
const POINTING: ReadonlySet<string> = new Set<IntentName>([
  'deadline',
  'who_responsible',
  'report_route',
  'cite_source',
  'confirm_deny',
])

/** The duty that a report means: the one that was just spoken of, the number on the screen, words of its text, or the only one that the unit has. */
function pointToDuty(
  { duty }: ReportedUpdate,
  mine: readonly Duty[],
  conversation: Conversation,
  { library }: World,
): Duty | undefined {
  if (duty === null || isTimeOnly(duty) || isSlipOnly(duty)) return findSpokenOf(conversation, library) ?? only(mine)
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

/** The one of which something was told or recorded a moment ago, or the only one on the screen. */
function findSpokenOf({ pointedRow, lastIntent, shownDutyIds }: Conversation, { dutyById }: World['library']): Duty | undefined {
  if (pointedRow && POINTING.has(lastIntent ?? '')) return dutyById.get(pointedRow.dutyId)
  const [shown, ...others] = shownDutyIds
  return others.length === 0 ? dutyById.get(shown ?? '') : undefined
}

function only(duties: readonly Duty[]): Duty | undefined {
  return duties.length === 1 ? duties[0] : undefined
}

function complete({ status, percent, note, dueChange }: ReportedUpdate, { duty, unitId, round }: HeardRow): PendingUpdate {
  const reached = status ?? (percent === 100 ? 'done' : 'in_progress')
  const amount = reached === 'done' ? 100 : percent
  const told = note !== null && dueChange !== null ? trimAsked(note) : note
  return { dutyId: duty.id, unitId, status: reached, percent: amount, note: told, dueChange, period: round }
}

function readBack(updates: readonly PendingUpdate[], lives: Lives, asked: Asked, world: World): Decision {
  const lines = updates.map((update): Phrase => {
    const duty = world.library.dutyById.get(update.dutyId)
    const before = duty && lives.of(duty, update.unitId, update.period ?? undefined)
    return describeChange(update, before, asked, world)
  })
  const choices = offerChoices([{ say: 'choice-record' }, { say: 'choice-cancel' }], world)
  return {
    reply: reply([{ say: 'read-back', with: { items: lines } }], {
      choices,
      dutyIds: updates.map(({ dutyId }) => dutyId),
      facts: updates.flatMap(({ period }) => period?.replace(/^W/, '') ?? []),
      asksBack: true,
    }),
    remembers: { pending: { kind: 'progress', updates }, expiresAt: addMinutes(world.clock.now(), CONFIRM_WITHIN_MINUTES) },
  }
}

function describeChange(update: PendingUpdate, before: DutyLife | undefined, { conversation }: Asked, { library }: World): Phrase {
  const duty = library.dutyById.get(update.dutyId)
  const shown = conversation.shownDutyIds.indexOf(update.dutyId)
  return {
    say: 'read-back-line',
    with: {
      number: shown >= 0 ? shown + 1 : '',
      text: shorten(duty?.text ?? '', 70),
      round: update.period ? [describeRound(update.period)] : '',
      before: [describeLife(before, library)],
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
