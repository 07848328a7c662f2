import type { Change } from '../../domain/change.ts'
import type { DutyAct, DutyActKind, DutyLife } from '../../domain/duty-life.ts'
import { makerOf } from '../../domain/duty-life.ts'
import type { Platform } from '../../domain/message.ts'
import type { Officer } from '../../domain/officer.ts'
import type { Phrase } from '../../domain/reply.ts'
import { renderReply } from '../../wording/render-reply.ts'
import { describeDeadline, shorten } from '../answers/describe-duty.ts'
import { reply, type World } from '../asked.ts'
import { describeAct } from './describe-act.ts'
import type { Desk } from './point-to-rows.ts'

type Told = Extract<Change, { kind: 'queue-message' }>

/** Tells everybody whom acts concern, one message each: who reported or proposed, the unit that is to do it, and whose work is stopped. */
export async function tellPeople(acts: readonly DutyAct[], desk: Desk, actor: Officer, world: World): Promise<Told[]> {
  const all = await world.officers.all()
  return all.flatMap(({ officer, accounts }): Told[] => {
    const account = accounts.find(({ closedAt }) => closedAt === null)
    const concerned = acts.filter((act) => officer.id !== actor.id && officer.isActive && concerns(act, officer, desk, world))
    if (!account || concerned.length === 0) return []
    return [buildMessage(account.chatId, concerned, actor, desk, world)]
  })
}

const OF_UNIT: ReadonlySet<DutyActKind> = new Set<DutyActKind>(['stop', 'resume', 'assign', 'accept_transfer'])

function concerns(act: DutyAct, officer: Officer, { lives }: Desk, { library }: World): boolean {
  // A proposal waits for those who decide; they see it when they look.
  if (act.kind === 'propose_transfer') return false
  const life = lifeOf(act, lives, library.dutyById.get(act.dutyId))
  if (makerOf(life, act.kind) === officer.id || life.report?.officerId === officer.id) return true
  return OF_UNIT.has(act.kind) && [life.heldBy ?? act.unitId, act.toUnitId].includes(officer.unitId)
}

function lifeOf({ unitId, period }: DutyAct, lives: Desk['lives'], duty: Parameters<Desk['lives']['of']>[0] | undefined): DutyLife {
  if (!duty) throw new Error('an act on a duty that is not there')
  return lives.of(duty, unitId, period ?? undefined)
}

function buildMessage(chatId: string, acts: readonly DutyAct[], actor: Officer, { lives }: Desk, world: World): Told {
  const { clock, ids, library, templates } = world
  const at = clock.now()
  const who = [{ say: `persona-${actor.role}`, with: { unit: library.unitById.get(actor.unitId)?.name ?? '' } }]
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
  const heading = {
    say: acts.some(({ revokes }) => revokes !== null) ? 'told-undone' : 'told-heading',
    with: { who, name: actor.name ?? '' },
  }
  const [text = ''] = renderReply(reply([heading, ...lines]), templates, { maxText: 2000, buttons: 0 }).pages
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
      notBefore: at,
      createdAt: at,
      cause: acts[0]?.id ?? null,
      platformMessageId: null,
      error: null,
    },
  }
}
