import type { Acknowledgement, Broadcast } from '../../src/domain/broadcast.ts'
import type { CalendarFeed } from '../../src/domain/calendar-feed.ts'
import type { Moment } from '../../src/domain/calendar.ts'
import type { Change } from '../../src/domain/change.ts'
import type { Concern } from '../../src/domain/concern.ts'
import type { Conversation } from '../../src/domain/conversation.ts'
import { applyCorrections, type Correction } from '../../src/domain/correction.ts'
import type { Duty } from '../../src/domain/duty.ts'
import type { DutyAct } from '../../src/domain/duty-life.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { InboxEvent, OutboxMessage, Urgency } from '../../src/domain/message.ts'
import type { Account, LinkCode, Officer } from '../../src/domain/officer.ts'
import type { Plan } from '../../src/domain/plan.ts'
import type { ProgressUpdate } from '../../src/domain/progress.ts'
import type { ReminderPreference, Urging } from '../../src/domain/reminder.ts'
import type { Unit } from '../../src/domain/unit.ts'
import type { Storage } from '../../src/ports/storage.ts'
import { aConversation } from './builders.ts'

type StoredEvent = InboxEvent & { failures: number; handledAt: Moment | null; buriedAt: Moment | null }

type State = {
  version: number
  plans: Map<string, Plan>
  duties: Map<string, readonly Duty[]>
  units: Map<string, Unit>
  corrections: Correction[]
  progress: ProgressUpdate[]
  evidence: Evidence[]
  acts: DutyAct[]
  concerns: Concern[]
  officers: Map<string, Officer>
  accounts: Map<string, Account>
  linkCodes: Map<string, LinkCode>
  wrongCodes: { chatId: string; at: Moment }[]
  events: Map<string, StoredEvent>
  messages: Map<string, OutboxMessage>
  conversations: Map<string, Conversation>
  jobs: Set<string>
  preferences: Map<string, ReminderPreference>
  told: { officerId: string; step: string; runKey: string }[]
  urgings: Urging[]
  broadcasts: Broadcast[]
  acknowledgements: Acknowledgement[]
  feeds: Map<string, CalendarFeed>
  secrets: Map<string, string>
  audit: Omit<Extract<Change, { kind: 'audit' }>, 'kind'>[]
}

type Apply = { readonly [Kind in Change['kind']]: (state: State, change: Extract<Change, { kind: Kind }>) => void }

// Values are replaced and never changed in place, so their containers are all that need copying.
function copyState(state: State): State {
  return {
    version: state.version,
    plans: new Map(state.plans),
    duties: new Map(state.duties),
    units: new Map(state.units),
    corrections: [...state.corrections],
    progress: [...state.progress],
    evidence: [...state.evidence],
    acts: [...state.acts],
    concerns: [...state.concerns],
    officers: new Map(state.officers),
    accounts: new Map(state.accounts),
    linkCodes: new Map(state.linkCodes),
    wrongCodes: [...state.wrongCodes],
    events: new Map(state.events),
    messages: new Map(state.messages),
    conversations: new Map(state.conversations),
    jobs: new Set(state.jobs),
    preferences: new Map(state.preferences),
    told: [...state.told],
    urgings: [...state.urgings],
    broadcasts: [...state.broadcasts],
    acknowledgements: [...state.acknowledgements],
    feeds: new Map(state.feeds),
    secrets: new Map(state.secrets),
    audit: [...state.audit],
  }
}

class Conflict extends Error {}

function insist(holds: boolean): void {
  if (!holds) throw new Conflict()
}

function assertNew(isNew: boolean, id: string): void {
  if (!isNew) throw new Error(`already there: ${id}`)
}

const APPLY: Apply = {
  'import-plan': (state, { plan, units, duties }) => {
    state.plans.set(plan.id, plan)
    for (const unit of units) state.units.set(unit.id, unit)
    state.duties.set(plan.id, duties)
    state.version++
  },
  'mark-witness': (state, { planId, witnessOf }) => {
    const plan = state.plans.get(planId)
    if (plan) state.plans.set(planId, { ...plan, witnessOf })
    state.version++
  },
  'correct-duty': (state, { correction }) => {
    insist([...state.duties.values()].flat().some(({ id }) => id === correction.dutyId))
    insist(state.corrections.filter(({ dutyId }) => dutyId === correction.dutyId).length === correction.number - 1)
    state.corrections.push(correction)
    state.version++
  },
  'save-unit': (state, { unit }) => {
    state.units.set(unit.id, unit)
    state.version++
  },
  'record-progress': (state, { update }) => {
    const revoked = new Set(state.acts.map(({ revokes }) => revokes))
    insist(
      update.revokes === null ||
        !state.acts.some((act) => act.afterId === update.revokes && act.revokes === null && !revoked.has(act.id)),
    )
    assertNew(!state.progress.some((line) => line.id === update.id), update.id)
    state.progress.push(update)
  },
  'record-evidence': (state, { evidence }) => {
    assertNew(!state.evidence.some(({ id }) => id === evidence.id), evidence.id)
    state.evidence.push(evidence)
  },
  'record-act': (state, { act }) => {
    const isOfRow = (line: ProgressUpdate | DutyAct): boolean => line.dutyId === act.dutyId && line.unitId === act.unitId
    insist(state.acts.filter(isOfRow).length === act.number - 1)
    insist((state.progress.findLast(isOfRow)?.id ?? null) === act.afterId)
    assertNew(!state.acts.some(({ id }) => id === act.id), act.id)
    state.acts.push(act)
  },
  'record-concern': (state, { concern }) => {
    assertNew(!state.concerns.some(({ id }) => id === concern.id), concern.id)
    state.concerns.push(concern)
  },
  'save-conversation': (state, { conversation }) => {
    state.conversations.set(JSON.stringify([conversation.chatId, conversation.accountId]), conversation)
  },
  'create-link-code': (state, { linkCode }) => {
    insist(state.linkCodes.get(linkCode.codeHash)?.usedAt !== null)
    state.linkCodes.set(linkCode.codeHash, linkCode)
  },
  'use-link-code': (state, { codeHash, at }) => {
    const code = state.linkCodes.get(codeHash)
    insist(code?.usedAt === null)
    state.linkCodes.set(codeHash, { ...code!, usedAt: at })
  },
  'count-wrong-code': (state, { chatId, at }) => {
    state.wrongCodes.push({ chatId, at })
  },
  'save-officer': (state, { officer }) => {
    state.officers.set(officer.id, officer)
  },
  'link-account': (state, { account }) => {
    if (!state.officers.has(account.officerId)) throw new Error(`no such officer: ${account.officerId}`)
    state.accounts.set(account.id, account)
  },
  'close-account': (state, { accountId, at }) => {
    const account = state.accounts.get(accountId)
    if (account) state.accounts.set(accountId, { ...account, closedAt: at })
  },
  'queue-message': (state, { message }) => {
    assertNew(!state.messages.has(message.id), message.id)
    state.messages.set(message.id, message)
  },
  'move-message': (state, { id, from, to, attempts, notBefore, platformMessageId, error }) => {
    const message = state.messages.get(id)
    insist(message?.state === from)
    state.messages.set(id, { ...message!, state: to, attempts, notBefore, platformMessageId, error })
    const { cause } = message!
    const isCancelled = [...state.messages.values()].some((other) => other.error === 'cancelled' && other.cause === cause)
    if (from === 'sending' && to === 'ready' && cause !== null && isCancelled)
      state.messages.set(id, { ...state.messages.get(id)!, state: 'failed', error: 'cancelled' })
  },
  'cancel-messages': (state, { cause, at }) => {
    for (const message of state.messages.values())
      if (message.cause === cause && message.state === 'ready')
        state.messages.set(message.id, { ...message, state: 'failed', notBefore: at, error: 'cancelled' })
  },
  'mark-handled': (state, { eventKey, at }) => {
    const event = state.events.get(eventKey)
    insist(event?.handledAt === null)
    state.events.set(eventKey, { ...event!, handledAt: at })
  },
  'count-failure': (state, { eventKey }) => {
    const event = state.events.get(eventKey)
    if (event) state.events.set(eventKey, { ...event, failures: event.failures + 1 })
  },
  'bury-event': (state, { eventKey, at }) => {
    const event = state.events.get(eventKey)
    insist(event?.handledAt === null && event.buriedAt === null)
    state.events.set(eventKey, { ...event!, buriedAt: at })
  },
  'mark-job': (state, { runKey }) => {
    insist(!state.jobs.has(runKey))
    state.jobs.add(runKey)
  },
  'forget-run': (state, { runKey }) => {
    state.jobs.delete(runKey)
    state.told = state.told.filter((told) => told.runKey !== runKey)
  },
  'mark-reminded': (state, { officerId, steps, runKey }) => {
    insist(!state.told.some((told) => told.officerId === officerId && steps.includes(told.step)))
    for (const step of new Set(steps)) state.told.push({ officerId, step, runKey })
  },
  'remember-shown': (state, { chatId, accountId, dutyIds, rows = [], pages, at }) => {
    const key = JSON.stringify([chatId, accountId])
    const before = state.conversations.get(key) ?? aConversation({ chatId, accountId })
    state.conversations.set(key, { ...before, shownDutyIds: dutyIds, shownRows: rows, shownUnitId: null, pages, updatedAt: at })
  },
  'save-reminder-preference': (state, { preference }) => {
    state.preferences.set(preference.officerId, preference)
  },
  'record-urging': (state, { urging }) => {
    const { dutyId, unitId, number } = urging
    insist(state.urgings.filter((each) => each.dutyId === dutyId && each.unitId === unitId).length === number - 1)
    state.urgings.push(urging)
  },
  'record-broadcast': (state, { broadcast }) => {
    const { officerId, day, number, cause } = broadcast
    insist(!state.broadcasts.some((each) => each.officerId === officerId && each.day === day && each.number >= number))
    assertNew(!state.broadcasts.some((each) => each.cause === cause), cause)
    state.broadcasts.push(broadcast)
  },
  acknowledge: (state, { acknowledgement }) => {
    const { cause, chatId } = acknowledgement
    const isKnown = state.acknowledgements.some((each) => each.cause === cause && each.chatId === chatId)
    if (!isKnown) state.acknowledgements.push(acknowledgement)
  },
  'open-calendar-feed': (state, { feed }) => {
    assertNew(!state.feeds.has(feed.tokenHash), feed.tokenHash)
    state.feeds.set(feed.tokenHash, feed)
  },
  'revoke-calendar-feeds': (state, { unitId, at }) => {
    for (const [hash, feed] of state.feeds) {
      if (feed.unitId === unitId && feed.revokedAt === null) state.feeds.set(hash, { ...feed, revokedAt: at })
    }
  },
  'keep-secret': (state, { name, value }) => {
    if (!state.secrets.has(name)) state.secrets.set(name, value)
  },
  audit: (state, { actor, action, object, at }) => {
    state.audit.push({ actor, action, object, at })
  },
}

function applyChange<Kind extends Change['kind']>(state: State, change: Extract<Change, { kind: Kind }>): void {
  APPLY[change.kind](state, change)
}

const RANK: Readonly<Record<Urgency, number>> = { reply: 0, reminder: 1, broadcast: 2 }

function byText<Row>(text: (row: Row) => string): (left: Row, right: Row) => number {
  return (left, right) => (text(left) < text(right) ? -1 : text(left) > text(right) ? 1 : 0)
}

/** Storage as plain maps, too simple to be wrong: the model that the real ones are held against, and quick for tests. */
export function createMemoryStorage(): Storage {
  let state: State = {
    version: 0,
    plans: new Map(),
    duties: new Map(),
    units: new Map(),
    corrections: [],
    progress: [],
    evidence: [],
    acts: [],
    concerns: [],
    officers: new Map(),
    accounts: new Map(),
    linkCodes: new Map(),
    wrongCodes: [],
    events: new Map(),
    messages: new Map(),
    conversations: new Map(),
    jobs: new Set(),
    preferences: new Map(),
    told: [],
    urgings: [],
    broadcasts: [],
    acknowledgements: [],
    feeds: new Map(),
    secrets: new Map(),
    audit: [],
  }
  const read = (): State => state
  return {
    ledger: {
      commit: async (changes) => {
        const next = copyState(state)
        try {
          for (const change of changes) applyChange(next, structuredClone(change))
        } catch (error) {
          if (error instanceof Conflict) return false
          throw error
        }
        state = next
        return true
      },
    },
    inbox: createInbox(read),
    outbox: createOutbox(read),
    catalogs: createCatalogs(read),
    progress: createProgressLog(read),
    evidence: createEvidenceLog(read),
    acts: createDutyActs(read),
    concerns: { all: async () => read().concerns },
    officers: createOfficers(read),
    reminders: createReminders(read),
    broadcasts: createBroadcasts(read),
    calendarFeeds: {
      byToken: async (tokenHash) => read().feeds.get(tokenHash),
      ofUnit: async (unitId) =>
        [...read().feeds.values()]
          .filter((feed) => feed.unitId === unitId)
          .sort(byText(({ createdAt, tokenHash }) => `${createdAt} ${tokenHash}`)),
    },
    secrets: { of: async (name) => read().secrets.get(name) },
    conversations: { of: async (chatId, accountId) => state.conversations.get(JSON.stringify([chatId, accountId])) },
  }
}

function asReceived({ key, platform, chatId, body, receivedAt }: StoredEvent): InboxEvent {
  return { key, platform, chatId, body, receivedAt }
}

function withFailures(event: StoredEvent): InboxEvent & { failures: number } {
  return Object.assign(asReceived(event), { failures: event.failures })
}

function createInbox(read: () => State): Storage['inbox'] {
  return {
    accept: async (event) => {
      const { events } = read()
      if (events.has(event.key)) return 'repeated'
      events.set(event.key, { ...event, failures: 0, handledAt: null, buriedAt: null })
      return 'new'
    },
    waiting: async (limit) => {
      const open = [...read().events.values()].filter((event) => event.handledAt === null && event.buriedAt === null)
      const oldest = open.filter((event) => open.find(({ chatId }) => chatId === event.chatId) === event)
      return oldest.slice(0, limit).map((event) => withFailures(event))
    },
    buried: async (limit) =>
      [...read().events.values()]
        .filter((event) => event.buriedAt !== null && event.handledAt === null)
        .sort(byText((event) => event.buriedAt!))
        .toReversed()
        .slice(0, limit)
        .map(asReceived),
  }
}

function createOutbox(read: () => State): Storage['outbox'] {
  return {
    due: async (now, limit, platform) => {
      const messages = [...read().messages.values()]
      const holdsBack = (message: OutboxMessage): boolean =>
        message.state === 'sending' || (message.state === 'ready' && message.attempts > 0 && message.notBefore > now)
      const blocked = new Set(messages.filter(holdsBack).map((message) => message.chatId))
      const ready = messages
        .filter((message) => message.state === 'ready' && message.notBefore <= now && !blocked.has(message.chatId))
        .filter((message) => platform === undefined || message.platform === platform)
        .sort((left, right) => RANK[left.urgency] - RANK[right.urgency])
      return ready.filter((message) => ready.find(({ chatId }) => chatId === message.chatId) === message).slice(0, limit)
    },
    interrupted: async () => [...read().messages.values()].filter((message) => message.state === 'sending'),
    ofChat: async (chatId, afterId) => {
      const all = [...read().messages.values()].filter((message) => message.chatId === chatId)
      return all.slice(all.findIndex(({ id }) => id === afterId) + 1).slice(-200)
    },
    ofCause: async (cause) => [...read().messages.values()].filter((message) => message.cause === cause),
    countSentSince: async (platform, since) =>
      [...read().messages.values()].filter(
        (message) => message.platform === platform && message.state === 'sent' && message.notBefore >= since,
      ).length,
  }
}

function createCatalogs(read: () => State): Storage['catalogs'] {
  return {
    version: async () => String(read().version),
    load: async () => ({
      version: String(read().version),
      plans: [...read().plans.values()].sort(byText((plan) => `${plan.importedAt} ${plan.id}`)),
      duties: applyCorrections(
        [...read().duties]
          .sort(byText(([planId]) => planId))
          .flatMap(([, duties]) => duties.toSorted((left, right) => left.order - right.order)),
        read().corrections,
      ),
      units: [...read().units.values()].sort(byText((unit) => unit.id)),
      corrections: read().corrections,
    }),
  }
}

function createProgressLog(read: () => State): Storage['progress'] {
  return {
    ofDuties: async (dutyIds) => read().progress.filter((line) => dutyIds.includes(line.dutyId)),
    all: async () => read().progress,
    ofReference: async (officerId, ref) => read().progress.filter((line) => line.officerId === officerId && line.ref === ref),
    latestBy: async (officerId) => {
      const revoked = new Set(read().progress.map((line) => line.revokes))
      return read().progress.findLast((line) => line.officerId === officerId && line.revokes === null && !revoked.has(line.id))
    },
  }
}

function createEvidenceLog(read: () => State): Storage['evidence'] {
  return {
    ofDuties: async (dutyIds) => read().evidence.filter(({ dutyId }) => dutyIds.includes(dutyId)),
    all: async () => read().evidence,
    latestBy: async (officerId) => {
      const revoked = new Set(read().evidence.map(({ revokes }) => revokes))
      return read().evidence.findLast((line) => line.officerId === officerId && line.revokes === null && !revoked.has(line.id))
    },
  }
}

function createDutyActs(read: () => State): Storage['acts'] {
  return {
    ofDuties: async (dutyIds) => read().acts.filter((act) => dutyIds.includes(act.dutyId)),
    givenTo: async (unitId) => read().acts.filter((act) => act.toUnitId === unitId),
    all: async () => read().acts,
    latestBy: async (officerId) => {
      const revoked = new Set(read().acts.map((act) => act.revokes))
      return read().acts.findLast((act) => act.officerId === officerId && act.revokes === null && !revoked.has(act.id))
    },
  }
}

function createOfficers(read: () => State): Storage['officers'] {
  return {
    byAccount: async (accountId) => read().officers.get(read().accounts.get(accountId)?.officerId ?? ''),
    all: async () =>
      [...read().officers.values()].sort(byText((officer) => officer.id)).map((officer) => ({
        officer,
        accounts: [...read().accounts.values()]
          .filter((account) => account.officerId === officer.id)
          .sort(byText((account) => account.id)),
      })),
    linkCode: async (codeHash) => read().linkCodes.get(codeHash),
    countWrongCodes: async (chatId, since) =>
      read().wrongCodes.filter((wrong) => wrong.chatId === chatId && wrong.at >= since).length,
  }
}

function createReminders(read: () => State): Storage['reminders'] {
  return {
    preferences: async () => [...read().preferences.values()].sort(byText(({ officerId }) => officerId)),
    toldOf: async (officerId, steps) =>
      read()
        .told.filter((told) => told.officerId === officerId && steps.includes(told.step))
        .map(({ step }) => step)
        .sort(),
    runsOf: async (prefix) => [...read().jobs].filter((runKey) => runKey.startsWith(prefix)).sort(),
    urgingsOf: async (dutyIds) => read().urgings.filter(({ dutyId }) => dutyIds.includes(dutyId)),
  }
}

function createBroadcasts(read: () => State): Storage['broadcasts'] {
  return {
    by: async (officerId, limit) =>
      read()
        .broadcasts.filter((each) => each.officerId === officerId)
        .toReversed()
        .slice(0, limit),
    ofCause: async (cause) => read().broadcasts.find((each) => each.cause === cause),
    acknowledgements: async (cause) =>
      read()
        .acknowledgements.filter((each) => each.cause === cause)
        .sort(byText(({ at, chatId }) => `${at} ${chatId}`)),
    latestTo: async (chatId) => {
      const causes = new Set([...read().messages.values()].filter((message) => message.chatId === chatId).map(({ cause }) => cause))
      return read().broadcasts.findLast(({ cause }) => causes.has(cause))
    },
  }
}
