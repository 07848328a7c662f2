import { addDays, timeInVietnam, type Moment } from '../../domain/calendar.ts'
import type { Change } from '../../domain/change.ts'
import { momentOf } from '../../domain/digest-schedule.ts'
import type { Duty } from '../../domain/duty.ts'
import type { DutyAct, DutyActKind, DutyLife } from '../../domain/duty-life.ts'
import { makerOf } from '../../domain/duty-life.ts'
import type { Platform } from '../../domain/message.ts'
import type { Officer } from '../../domain/officer.ts'
import type { Phrase } from '../../domain/reply.ts'
import { renderWhole } from '../../wording/render-reply.ts'
import { describeDeadline, shorten } from '../answers/describe-duty.ts'
import { reply, type World } from '../asked.ts'
import { describeAct } from './describe-act.ts'
import type { Desk } from './point-to-rows.ts'

/** Messages about acts, to how many people they go, and when. */
export type Told = { readonly changes: readonly Change[]; readonly people: number; readonly at: Moment }

// What every platform takes in one message.
const MOST_LETTERS = 1900

/**
 * Tells everybody whom acts concern: who reported or proposed, the unit that is to do it, and whose work is stopped. Decided at night it is
 * told in the morning: nobody waits for it who sleeps.
 */
export async function tellPeople(acts: readonly DutyAct[], desk: Desk, actor: Officer, world: World): Promise<Told> {
  const at = findWakingTime(world)
  const told = (await world.officers.all()).flatMap(({ officer, accounts }) => {
    const account = accounts.find(({ closedAt }) => closedAt === null)
    const concerned = acts.filter((act) => officer.id !== actor.id && officer.isActive && concerns(act, officer, desk, world))
    if (!account || concerned.length === 0) return []
    const messages = wordActs(concerned, actor, desk, world).map(({ text, cause }) =>
      buildMessage(account.chatId, text, cause, at, world),
    )
    return [messages]
  })
  return { changes: told.flat(), people: told.length, at }
}

/** Now, or the hour at which the office begins to remind. */
function findWakingTime({ clock, followUp }: World): Moment {
  const { from, latestHour } = followUp.reminders
  const [now, today] = [clock.now(), clock.today()]
  const time = timeInVietnam(now)
  if (time < from) return momentOf(today, from)
  return time < latestHour ? now : momentOf(addDays(today, 1), from)
}

const OF_UNIT: ReadonlySet<DutyActKind> = new Set<DutyActKind>(['stop', 'resume', 'assign', 'accept_transfer'])

function concerns(act: DutyAct, officer: Officer, { lives }: Desk, { library }: World): boolean {
  // A proposal waits for those who decide; they see it when they look.
  if (act.kind === 'propose_transfer') return false
  const duty = library.dutyById.get(act.dutyId)
  // A newer reading of the paper may have dropped it.
  if (!duty) return false
  const life = lifeOf(act, lives, duty)
  if (makerOf(life, act.kind) === officer.id || life.report?.officerId === officer.id) return true
  return OF_UNIT.has(act.kind) && [life.heldBy ?? act.unitId, act.toUnitId].includes(officer.unitId)
}

function lifeOf({ unitId, period }: DutyAct, lives: Desk['lives'], duty: Duty): DutyLife {
  return lives.of(duty, unitId, period ?? undefined)
}

type Worded = { readonly text: string; readonly cause: string | null }

/** In as many messages as it takes: nobody turns the pages of what was not asked for. */
function wordActs(acts: readonly DutyAct[], actor: Officer, desk: Desk, world: World): Worded[] {
  const text = renderWhole(reply(describeTold(acts, actor, desk, world)), world.templates)
  if (text.length <= MOST_LETTERS || acts.length === 1) return [{ text, cause: acts[0]?.id ?? null }]
  const half = Math.ceil(acts.length / 2)
  return [acts.slice(0, half), acts.slice(half)].flatMap((part) => wordActs(part, actor, desk, world))
}

function describeTold(acts: readonly DutyAct[], actor: Officer, { lives }: Desk, world: World): Phrase[] {
  const { library } = world
  const who = [{ say: `persona-${actor.role}`, with: { unit: library.unitById.get(actor.unitId)?.name ?? '' } }]
  const isUndone = acts.some(({ revokes }) => revokes !== null)
  const lines = acts.flatMap((act): Phrase[] => {
    const duty = library.dutyById.get(act.dutyId)
    if (!duty) return []
    const life = lifeOf(act, lives, duty)
    const after = act.kind === 'grant_extension' && act.revokes === null ? { ...life, grantedUntil: act.until } : life
    return [
      describeAct(act, library),
      {
        say: 'told-duty',
        with: { text: shorten(duty.text, 150), deadline: [describeDeadline(duty, world, after)], ref: life.report?.ref ?? '' },
      },
      ...(act.kind === 'return' && act.revokes === null ? [{ say: 'told-returned' }] : []),
    ]
  })
  return [{ say: isUndone ? 'told-undone' : 'told-heading', with: { who, name: actor.name ?? '' } }, ...lines]
}

function buildMessage(chatId: string, text: string, cause: string | null, notBefore: Moment, { clock, ids }: World): Change {
  return {
    kind: 'queue-message',
    message: {
      id: ids.next('out'),
      platform: chatId.slice(0, chatId.indexOf(':')) as Platform,
      chatId,
      text,
      choices: [],
      urgency: 'reply',
      state: 'ready',
      attempts: 0,
      notBefore,
      createdAt: clock.now(),
      cause,
      platformMessageId: null,
      error: null,
    },
  }
}
