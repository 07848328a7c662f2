import { lastDayInTime } from '../../domain/deadline.ts'
import type { Duty } from '../../domain/duty.ts'
import { mayLead } from '../../domain/permission.ts'
import { currentProgress, type ProgressUpdate } from '../../domain/progress.ts'
import type { Unit } from '../../domain/unit.ts'
import { renderPhrase } from '../../wording/render-phrase.ts'
import { describeDeadline, describePath, namePlan, shorten } from '../answers/describe-duty.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'
import { listRecipients, type Recipient } from './list-recipients.ts'
import { previewSending } from './preview-sending.ts'

const MOST_SHOWN = 5

type Urged = {
  readonly unitId: string
  readonly text: string
  readonly dutyIds: readonly string[]
  readonly chatIds: readonly string[]
}

/** "Đôn đốc các đơn vị chưa báo cáo", "đôn đốc Phòng Nội vụ": to each unit its own text, with its duties and how often it was urged. */
export async function previewUrging(asked: Asked, world: World): Promise<Decision> {
  if (!mayLead(asked.asker.officer)) return say('leaders-only')
  if (asked.isGroup) return say('private-only')
  const named = listNamedUnits(asked, world)
  const log = await world.progress.all()
  const byUnit = Map.groupBy(await listRecipients(asked, world), ({ officer }) => officer.unitId)
  const urged: Urged[] = []
  const recipients: Recipient[] = []
  for (const [unitId, people] of byUnit) {
    const unit = world.library.unitById.get(unitId)
    if (!unit || (named.length > 0 && !named.includes(unitId))) continue
    const own = log.filter((line) => line.unitId === unitId)
    // Without a name, those who never said a word are meant.
    if (named.length === 0 && hasReported(own)) continue
    const duties = listConcerned(unit, own, world)
    if (duties.length === 0) continue
    urged.push({
      unitId,
      text: await wordUrging(unit, duties, world),
      dutyIds: duties.map(({ id }) => id),
      chatIds: people.map(({ account }) => account.chatId),
    })
    recipients.push(...people)
  }
  const chatIds = urged.flatMap((unit) => unit.chatIds)
  return previewSending(recipients, { kind: 'broadcast', text: urged[0]?.text ?? '', chatIds, urged }, asked, world)
}

function hasReported(log: readonly ProgressUpdate[]): boolean {
  return [...Map.groupBy(log, ({ dutyId }) => dutyId).values()].some((lines) => currentProgress(lines) !== undefined)
}

/** Units named one by one; "các đơn vị" means everybody whom the leader may reach. */
export function listNamedUnits({ intent }: Asked, { library }: World): string[] {
  return intent.slots.units
    .flatMap(({ matches }) => library.unitById.get(matches[0]?.unitId ?? '') ?? [])
    .filter(({ isCollective }) => !isCollective)
    .map(({ id }) => id)
}

/** What is overdue; where nothing is, what nobody has reported on. */
function listConcerned(unit: Unit, log: readonly ProgressUpdate[], { library, clock }: World): Duty[] {
  const byDuty = Map.groupBy(log, ({ dutyId }) => dutyId)
  const open = findUnitDuties([unit], library.plans, library)
    .flatMap(({ own, common }) => [...own, ...common])
    .map((duty) => ({ duty, state: currentProgress(byDuty.get(duty.id) ?? []) }))
    .filter(({ state }) => state?.status !== 'done')
  const overdue = open.filter(({ duty }) => (lastDayInTime(duty.deadline) ?? '9999') < clock.today())
  const chosen = overdue.length > 0 ? overdue : open.filter(({ state }) => state === undefined)
  return chosen.map(({ duty }) => duty)
}

async function wordUrging(unit: Unit, duties: readonly Duty[], world: World): Promise<string> {
  const before = await world.reminders.urgingsOf(duties.map(({ id }) => id))
  const numbers = before.filter(({ unitId }) => unitId === unit.id).map(({ number }) => number)
  const items = duties.slice(0, MOST_SHOWN).map((duty, index) => {
    const plan = world.library.planById.get(duty.planId)
    return {
      say: 'urging-line',
      with: {
        number: index + 1,
        text: shorten(duty.text, 110),
        plan: plan ? [namePlan(plan)] : [],
        path: [describePath(duty)],
        deadline: [describeDeadline(duty, world)],
      },
    }
  })
  const more = duties.length > MOST_SHOWN ? duties.length - MOST_SHOWN : ''
  const values = { number: Math.max(0, ...numbers) + 1, unit: unit.name, items, more }
  return renderPhrase({ say: 'urging-text', with: values }, world.templates)
}
