import type { Broadcast } from '../../src/domain/broadcast.ts'
import type { CalendarFeed } from '../../src/domain/calendar-feed.ts'
import type { Conversation } from '../../src/domain/conversation.ts'
import type { Concern } from '../../src/domain/concern.ts'
import { partsOf, type Correction } from '../../src/domain/correction.ts'
import { NO_DEADLINE } from '../../src/domain/deadline.ts'
import type { Duty, DutyUnit } from '../../src/domain/duty.ts'
import type { DutyAct } from '../../src/domain/duty-life.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { InboxEvent, OutboxMessage } from '../../src/domain/message.ts'
import type { Account, LinkCode, Officer } from '../../src/domain/officer.ts'
import type { Plan, PlanHeader } from '../../src/domain/plan.ts'
import type { ProgressUpdate } from '../../src/domain/progress.ts'
import { defaultPreference, type ReminderPreference, type Urging } from '../../src/domain/reminder.ts'
import type { Unit } from '../../src/domain/unit.ts'

/** The moment at which built things happen: nine in the morning of 21 November 2026 in Viet Nam. */
export const BUILT_AT = '2026-11-21T02:00:00.000Z'

/** A plan's header. */
export function aPlanHeader(given: Partial<PlanHeader> = {}): PlanHeader {
  return {
    number: '12/KH-UBND',
    type: 'Kế hoạch',
    issuer: 'UBND huyện Thử',
    place: 'Thử',
    issuedOn: '2026-01-15',
    issuedOnRaw: 'ngày 15 tháng 01 năm 2026',
    subject: 'Kế hoạch công tác thông tin đối ngoại năm 2026',
    title: 'KẾ HOẠCH công tác thông tin đối ngoại năm 2026',
    signer: { name: null, title: 'Chủ tịch' },
    recipients: ['UBND tỉnh'],
    citations: [],
    ...given,
  }
}

/** A loaded plan, read well, with nothing in it. */
export function aPlan(given: Partial<Plan> = {}): Plan {
  return {
    id: 'pln_thu',
    slug: 'thu-12',
    plan: aPlanHeader(),
    sections: [],
    duties: [],
    passages: [],
    quality: { score: 0.95, label: 'bản rõ' },
    issues: [],
    source: '',
    restored: '',
    importedAt: BUILT_AT,
    witnessOf: null,
    ...given,
  }
}

/** A unit that stands by itself. */
export function aUnit(given: Partial<Unit> = {}): Unit {
  return {
    id: 'unt_phong-vhtt',
    name: 'Phòng Văn hóa và Thông tin',
    place: 'huyện Thử',
    level: 'district',
    isCollective: false,
    aliases: [],
    parentId: null,
    endedOn: null,
    endedBy: null,
    ...given,
  }
}

/** The part of a unit in a duty. */
export function aDutyUnit(given: Partial<DutyUnit> = {}): DutyUnit {
  return { unitId: 'unt_phong-vhtt', name: 'Phòng Văn hóa và Thông tin', role: 'lead', isCollective: false, ...given }
}

/** A duty of the built plan, led by the built unit, without a deadline. */
export function aDuty(given: Partial<Duty> = {}): Duty {
  const text = given.text ?? 'Chủ trì tuyên truyền về thông tin đối ngoại trên hệ thống thông tin cơ sở.'
  return {
    id: 'dty_thu.1',
    planId: 'pln_thu',
    order: 1,
    path: 'II.1',
    lines: [10, 12],
    text,
    quote: text,
    units: [aDutyUnit()],
    deadline: NO_DEADLINE,
    reporting: null,
    confidence: 0.9,
    ...given,
  }
}

/** The first correction of the built duty: its text, said better. */
export function aCorrection(given: Partial<Correction> = {}): Correction {
  const read = aDuty()
  const after = { ...partsOf(read), text: 'Chủ trì tuyên truyền về thông tin đối ngoại trên đài truyền thanh.' }
  return { dutyId: read.id, number: 1, quote: read.quote, by: 'off_mai', at: BUILT_AT, before: partsOf(read), after, ...given }
}

/** An active officer of the built unit. */
export function anOfficer(given: Partial<Officer> = {}): Officer {
  return { id: 'off_lan', name: 'Nguyễn Thị Lan', role: 'officer', unitId: 'unt_phong-vhtt', isActive: true, ...given }
}

/** The built officer's account on Telegram, reached in its private chat. */
export function anAccount(given: Partial<Account> = {}): Account {
  return { id: 'telegram:42', officerId: 'off_lan', chatId: 'telegram:42', linkedAt: BUILT_AT, closedAt: null, ...given }
}

/** A link code that nobody has used, good for fifteen minutes. */
export function aLinkCode(given: Partial<LinkCode> = {}): LinkCode {
  const code: LinkCode = {
    codeHash: 'hash-of-482913',
    role: 'officer',
    unitId: 'unt_phong-vhtt',
    name: null,
    expiresAt: '2026-11-21T02:15:00.000Z',
    usedAt: null,
  }
  return { ...code, ...given }
}

/** One line of the progress log. */
export function aProgressUpdate(given: Partial<ProgressUpdate> = {}): ProgressUpdate {
  return {
    id: 'prg_1',
    ref: 'A7K2',
    dutyId: 'dty_thu.1',
    unitId: 'unt_phong-vhtt',
    officerId: 'off_lan',
    status: 'in_progress',
    percent: 60,
    note: 'Đã gửi dự thảo',
    dueChange: null,
    at: BUILT_AT,
    revokes: null,
    period: null,
    onBehalf: null,
    ...given,
  }
}

/** The paper that shows the built report to be true. */
export function anEvidence(given: Partial<Evidence> = {}): Evidence {
  return {
    id: 'evi_1',
    ref: 'A7K2',
    item: { kind: 'document', number: '112/BC-VHTT', issuedOn: '2026-11-20' },
    dutyId: 'dty_thu.1',
    unitId: 'unt_phong-vhtt',
    officerId: 'off_lan',
    onBehalf: null,
    reportId: 'prg_1',
    at: BUILT_AT,
    revokes: null,
    ...given,
  }
}

/** The first act on the built duty: what was reported is confirmed. */
export function aDutyAct(given: Partial<DutyAct> = {}): DutyAct {
  return {
    id: 'act_1',
    ref: 'B3M4',
    kind: 'confirm',
    dutyId: 'dty_thu.1',
    unitId: 'unt_phong-vhtt',
    period: null,
    number: 1,
    afterId: null,
    officerId: 'off_mai',
    reason: null,
    until: null,
    toUnitId: null,
    at: BUILT_AT,
    revokes: null,
    ...given,
  }
}

/** What keeps the built duty from being done. */
export function aConcern(given: Partial<Concern> = {}): Concern {
  return {
    id: 'cnc_1',
    kind: 'difficulty',
    dutyId: 'dty_thu.1',
    unitId: 'unt_phong-vhtt',
    officerId: 'off_lan',
    reportId: 'prg_1',
    text: 'chưa có kinh phí',
    to: 'UBND huyện Thử',
    via: null,
    at: BUILT_AT,
    ...given,
  }
}

/** A raw event in the built officer's chat. */
export function anEvent(given: Partial<InboxEvent> = {}): InboxEvent {
  return {
    key: 'telegram:bot:1',
    platform: 'telegram',
    chatId: 'telegram:42',
    body: '{"update_id":1}',
    receivedAt: BUILT_AT,
    ...given,
  }
}

/** A reply that is ready to go out to the built officer. */
export function anOutboxMessage(given: Partial<OutboxMessage> = {}): OutboxMessage {
  return {
    id: 'out_1',
    platform: 'telegram',
    chatId: 'telegram:42',
    text: 'Đã ghi.',
    choices: [],
    urgency: 'reply',
    state: 'ready',
    attempts: 0,
    notBefore: BUILT_AT,
    createdAt: BUILT_AT,
    cause: null,
    platformMessageId: null,
    error: null,
    attachment: null,
    ...given,
  }
}

/** The built officer's conversation before anything was said. */
export function aConversation(given: Partial<Conversation> = {}): Conversation {
  return {
    chatId: 'telegram:42',
    accountId: 'telegram:42',
    shownDutyIds: [],
    shownPlanIds: [],
    shownUnitId: null,
    lastIntent: null,
    pages: [],
    choices: [],
    pending: null,
    expiresAt: null,
    updatedAt: BUILT_AT,
    ...given,
  }
}

/** The built officer wants to be reminded at eight. */
export function aReminderPreference(given: Partial<ReminderPreference> = {}): ReminderPreference {
  return { ...defaultPreference('off_lan'), hour: '08:00', updatedAt: BUILT_AT, ...given }
}

/** The first urging of the built unit on the built duty. */
export function anUrging(given: Partial<Urging> = {}): Urging {
  const { id: dutyId } = aDuty()
  return { dutyId, unitId: aUnit().id, number: 1, officerId: 'off_mai', cause: 'cause-1', at: BUILT_AT, ...given }
}

/** A leader's first broadcast of the day. */
export function aBroadcast(given: Partial<Broadcast> = {}): Broadcast {
  return {
    cause: 'cause-1',
    officerId: 'off_mai',
    kind: 'broadcast',
    day: '2026-11-21',
    number: 1,
    people: 1,
    at: BUILT_AT,
    ...given,
  }
}

/** A link to the deadlines of the built unit that still works. */
export function aCalendarFeed(given: Partial<CalendarFeed> = {}): CalendarFeed {
  return { tokenHash: 'hash-of-token', unitId: 'unt_phong-vhtt', createdAt: BUILT_AT, revokedAt: null, ...given }
}
