import { addDays, addMinutes, type Day } from '../../domain/calendar.ts'
import { defaultPreference, type ReminderPreference } from '../../domain/reminder.ts'
import { mayLead } from '../../domain/permission.ts'
import { offerChoices } from '../answers/offer-choices.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { changeDigest } from '../leading/change-digest.ts'
import { readDigestWish } from '../leading/read-digest-wish.ts'
import { describePreference } from './describe-preference.ts'
import { findStandIn } from './find-stand-in.ts'
import { readWish, type Wish } from './read-wish.ts'

const CONFIRM_WITHIN_MINUTES = 60
const MOST_LEAD_DAYS = 60

type Wished = { readonly preference: ReminderPreference } | { readonly refusal: Decision }

/** "Đừng nhắc việc 2 nữa", "nhắc lúc 8 giờ", "nghỉ đến 30/11": reads the wish back; nothing changes before Ghi. */
export async function changeReminders(asked: Asked, world: World): Promise<Decision> {
  if (asked.isGroup) return say('private-only')
  const { officer } = asked.asker
  const digestWish = readDigestWish(asked.text, mayLead(officer))
  if (digestWish) return changeDigest(digestWish, asked, world)
  const before = await findPreference(officer.id, world)
  const dutyIds = listPointedDuties(asked, world)
  const wish = readWish(asked.text, dutyIds.length > 0 || asked.intent.slots.ordinals.length > 0)
  if (wish.duties && dutyIds.length === 0) return say('which-duty-to-silence', {}, { asksBack: true })
  if (Object.keys(wish).length === 0) return { reply: reply([...describePreference(before, world), { say: 'preference-how' }]) }
  const wished = await applyWish(wish, before, dutyIds, asked, world)
  return 'refusal' in wished ? wished.refusal : readBack(before, wished.preference, world)
}

/** After the yes. */
export function saveReminders(preference: ReminderPreference, { asker }: Asked, { clock }: World): Decision {
  const at = clock.now()
  return {
    ...say('preference-recorded'),
    changes: [
      { kind: 'save-reminder-preference', preference: { ...preference, officerId: asker.officer.id, updatedAt: at } },
      { kind: 'audit', actor: asker.officer.id, action: 'change-reminders', object: asker.officer.id, at },
    ],
    remembers: { pending: null },
  }
}

async function findPreference(officerId: string, { reminders }: World): Promise<ReminderPreference> {
  return (await reminders.preferences()).find((each) => each.officerId === officerId) ?? defaultPreference(officerId)
}

function listPointedDuties({ intent, conversation }: Asked, { library }: World): string[] {
  return intent.slots.ordinals
    .map((ordinal) => conversation.shownDutyIds[ordinal - 1] ?? '')
    .filter((dutyId) => library.dutyById.has(dutyId))
}

async function applyWish(
  wish: Wish,
  before: ReminderPreference,
  dutyIds: readonly string[],
  asked: Asked,
  world: World,
): Promise<Wished> {
  const refusal = refuse(wish, world)
  if (refusal) return { refusal }
  const preference = {
    ...before,
    ...(wish.isOff !== undefined && { isOff: wish.isOff }),
    ...(wish.hour !== undefined && { hour: wish.hour }),
    ...(wish.leadDays !== undefined && { leadDays: wish.leadDays }),
    ...(wish.isEveryDay !== undefined && { isEveryDay: wish.isEveryDay }),
    snoozed: changeSnoozed(wish, before.snoozed, dutyIds, asked),
    // Who wants to be reminded again is back.
    ...((wish.leave === 'end' || wish.isOff === false) && { leave: null }),
  }
  return wish.leave && wish.leave !== 'end' ? takeLeave(wish, wish.leave.days, preference, asked, world) : { preference }
}

function refuse({ hour, leadDays }: Wish, { followUp }: World): Decision | undefined {
  const { earliestHour, latestHour } = followUp.reminders
  if (hour !== undefined && (hour < earliestHour || hour > latestHour))
    return say('preference-hour-refused', { from: earliestHour, to: latestHour }, { asksBack: true })
  if (leadDays !== undefined && (leadDays < 1 || leadDays > MOST_LEAD_DAYS))
    return say('preference-lead-refused', { most: MOST_LEAD_DAYS }, { asksBack: true })
  return undefined
}

function changeSnoozed(
  { duties }: Wish,
  snoozed: ReminderPreference['snoozed'],
  dutyIds: readonly string[],
  { intent }: Asked,
): ReminderPreference['snoozed'] {
  if (!duties) return snoozed
  const others = Object.entries(snoozed).filter(([dutyId]) => !dutyIds.includes(dutyId))
  const until = intent.slots.window?.to ?? null
  return Object.fromEntries([...others, ...(duties === 'snooze' ? dutyIds.map((dutyId) => [dutyId, until] as const) : [])])
}

async function takeLeave(
  { hasStandIn }: Wish,
  days: number | null,
  preference: ReminderPreference,
  { asker, text, intent }: Asked,
  { clock, officers }: World,
): Promise<Wished> {
  const span = readSpan(days, intent.slots.window, clock.today())
  if (!span) return { refusal: say('leave-until-when', {}, { asksBack: true }) }
  if (!hasStandIn) return { preference: { ...preference, leave: { ...span, standInId: null } } }
  const people = (await officers.all()).map(({ officer }) => officer)
  const standIn = findStandIn(text, asker.officer, people)
  if (!standIn) return { refusal: say('leave-stand-in-unknown', {}, { asksBack: true }) }
  return { preference: { ...preference, leave: { ...span, standInId: standIn.id } } }
}

function readSpan(
  days: number | null,
  window: Asked['intent']['slots']['window'],
  today: Day,
): { readonly from: Day; readonly until: Day } | undefined {
  const from = window?.from && window.from > today ? window.from : today
  const until = window?.to ?? (days === null ? undefined : addDays(from, days - 1))
  return until === undefined || until < from ? undefined : { from, until }
}

async function readBack(before: ReminderPreference, after: ReminderPreference, world: World): Promise<Decision> {
  if (JSON.stringify(before) === JSON.stringify(after)) return say('preference-same')
  const choices = offerChoices([{ say: 'choice-record' }, { say: 'choice-cancel' }], world)
  const people = await world.officers.all()
  const nameOf = (id: string): string => people.find(({ officer }) => officer.id === id)?.officer.name ?? ''
  return {
    reply: reply([{ say: 'preference-read-back', with: { items: describePreference(after, world, nameOf) } }], {
      choices,
      asksBack: true,
      sources: Object.keys(after.snoozed),
    }),
    remembers: {
      pending: { kind: 'reminders', preference: after },
      expiresAt: addMinutes(world.clock.now(), CONFIRM_WITHIN_MINUTES),
    },
  }
}
