import { mayLead } from '../../domain/permission.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import { renderPhrase } from '../../wording/render-phrase.ts'
import { describeDeadline, describePath, namePlan, shorten } from '../answers/describe-duty.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'
import type { Lives } from '../life/build-lives.ts'
import { isOpen, lastDayOf, listRows, type Row } from '../life/list-rows.ts'
import { readLives } from '../life/read-lives.ts'
import { findAudience, type Audience } from './find-audience.ts'
import { listAudience } from './list-audience.ts'
import { listRecipients, type Recipient } from './list-recipients.ts'
import { hasLeft, previewSending, type Sending } from './preview-sending.ts'
import { readHead } from './read-announcement.ts'
import { listSeenUnits } from './list-meant.ts'

const MOST_SHOWN = 5

type Urged = NonNullable<Sending['urged']>[number]

// "Đôn đốc các đơn vị quá hạn" means whoever is late, also those who reported something.
const LATE = /(?<![a-z])(?:qua han|tre han|cham (?:tien do|muon|han|tre)|no bao cao|qua thoi han)(?![a-z])/

/** "Đôn đốc các đơn vị chưa báo cáo", "đôn đốc Phòng Nội vụ": to each unit its own text, with its duties and how often it was urged. */
export async function previewUrging(asked: Asked, world: World): Promise<Decision> {
  if (!mayLead(asked.asker.officer)) return say('leaders-only')
  if (asked.isGroup) return say('private-only')
  const audience = findAudience(asked, readHead(asked.text), world)
  const isAboutLate = LATE.test(fold(asked.text))
  const lives = await readLives(world)
  const byUnit = Map.groupBy(listAudience(await listRecipients(asked, world), audience), ({ officer }) => officer.unitId)
  const urged: Urged[] = []
  const recipients: Recipient[] = []
  const missed = [...audience.unknown]
  for (const unit of listMeant(asked, audience, byUnit, world)) {
    const people = byUnit.get(unit.id) ?? []
    const rows = listRows(unit, world.library, lives)
    const hasReported = rows.some(({ duty, unitId: charged }) => lives.lastReportAt(duty.id, charged) !== undefined)
    // Without a name, those who never said a word are meant.
    if (!audience.isNamed && !isAboutLate && hasReported) continue
    const concerned = listConcerned(rows, lives, isAboutLate, world)
    if (concerned.length === 0) continue
    if (people.length === 0) {
      missed.push(unit.name)
      continue
    }
    urged.push({
      unitId: unit.id,
      ...(await wordUrging(unit, concerned, world)),
      // A duty of the unit itself that it also took over from another is urged once.
      dutyIds: [...new Set(concerned.map(({ duty }) => duty.id))],
      chatIds: people.map(({ account }) => account.chatId),
    })
    recipients.push(...people)
  }
  const chatIds = urged.flatMap((unit) => unit.chatIds)
  return previewSending(recipients, { kind: 'broadcast', text: urged[0]?.text ?? '', chatIds, urged }, asked, world, missed)
}

/** The units of an audience: those where somebody is reached first, leaders and near deadlines before others; then those where nobody is. */
function listMeant(
  { asker }: Asked,
  { unitIds, roles }: Audience,
  byUnit: ReadonlyMap<string, readonly Recipient[]>,
  { library }: World,
): Unit[] {
  const reached = [...byUnit.keys()].flatMap((id) => library.unitById.get(id) ?? [])
  const others = listSeenUnits(asker.officer, library).filter(({ id }) => !byUnit.has(id) && id !== asker.officer.unitId)
  return [...reached, ...(roles === null ? others.filter(({ id }) => unitIds === null || unitIds.has(id)) : [])]
}

/** What is overdue; where nothing is, what nobody has reported on. */
function listConcerned(rows: readonly Row[], lives: Lives, isAboutLate: boolean, { clock }: World): Row[] {
  const open = rows.filter(({ life }) => isOpen(life))
  const overdue = open.filter(({ duty, life }) => (lastDayOf(duty, life) ?? '9999') < clock.today())
  return overdue.length > 0 || isAboutLate
    ? overdue
    : open.filter(({ duty, unitId }) => lives.lastReportAt(duty.id, unitId) === undefined)
}

async function wordUrging(unit: Unit, rows: readonly Row[], world: World): Promise<Pick<Urged, 'text' | 'number' | 'body'>> {
  const number = (await countUrgings(unit, rows, world)) + 1
  const items = rows.slice(0, MOST_SHOWN).map(({ duty, life }, index) => {
    const plan = world.library.planById.get(duty.planId)
    return {
      say: 'urging-line',
      with: {
        number: index + 1,
        text: shorten(duty.text, 110),
        plan: plan ? [namePlan(plan)] : [],
        path: [describePath(duty)],
        deadline: [describeDeadline(duty, world, life)],
      },
    }
  })
  const more = rows.length > MOST_SHOWN ? rows.length - MOST_SHOWN : ''
  const { templates } = world
  const body = renderPhrase({ say: 'urging-body', with: { items, more } }, templates)
  return { number, body, text: renderPhrase({ say: 'urging-text', with: { number, unit: unit.name, body } }, templates) }
}

/** How often the unit was urged on any of these; what was cancelled before it left reached nobody. */
async function countUrgings(unit: Unit, rows: readonly Row[], { reminders, outbox }: World): Promise<number> {
  const before = (await reminders.urgingsOf(rows.map(({ duty }) => duty.id))).filter(({ unitId }) => unitId === unit.id)
  const causes = [...new Set(before.map(({ cause }) => cause))]
  const left = await Promise.all(causes.map((cause) => hasLeft(cause, { outbox })))
  const counted = new Set(causes.filter((_, index) => left[index]))
  const byDuty = Map.groupBy(
    before.filter(({ cause }) => counted.has(cause)),
    ({ dutyId }) => dutyId,
  )
  return Math.max(0, ...[...byDuty.values()].map((urgings) => urgings.length))
}
