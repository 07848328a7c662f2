import { addMinutes } from '../../domain/calendar.ts'
import type { PendingAct } from '../../domain/conversation.ts'
import { canAct, type DutyLife } from '../../domain/duty-life.ts'
import { mayLead } from '../../domain/permission.ts'
import type { Phrase } from '../../domain/reply.ts'
import { fold } from '../../text/fold.ts'
import { findUnits } from '../../units/find-units.ts'
import { offerChoices } from '../answers/offer-choices.ts'
import { isAmbiguous, reply, say, type Asked, type Decision, type World } from '../asked.ts'
import type { HeardRow } from '../life/build-lives.ts'
import { readLives } from '../life/read-lives.ts'
import { asksForWaiting } from './asks-for-waiting.ts'
import { describeAct } from './describe-act.ts'
import { readPeople } from './find-right.ts'
import { numberActs } from './number-acts.ts'
import { planAct, settleVerb, type ActWish } from './plan-act.ts'
import { pointToRows, type Desk } from './point-to-rows.ts'
import { readProposal } from './read-proposal.ts'
import { readWishes, type Wish } from './read-wishes.ts'
import { showWaiting, shownAs } from './show-waiting.ts'

const CONFIRM_WITHIN_MINUTES = 60

/** "Xác nhận việc 2 của Phòng Nội vụ", "trả lại 3, thiếu số liệu", "đề nghị chuyển Phòng X": reads the decision back; nothing is written before Ghi. */
export async function decide(asked: Asked, world: World): Promise<Decision> {
  if (asked.isGroup) return say('private-only')
  const desk = { lives: await readLives(world), people: await readPeople(world) }
  const proposal = readProposal(asked.text, asked.asker.officer.role === 'officer')
  if (proposal) return readBack([{ ...proposal, verb: 'propose_transfer', until: null }], desk, asked, world)
  if (!mayLead(asked.asker.officer)) return say('leaders-only')
  if (asksForWaiting(asked.text)) return showWaiting(desk, asked, world)
  const wishes = readWishes(asked.text, world.clock.today())
  return wishes.length > 0 ? readBack(wishes, desk, asked, world) : showWaiting(desk, asked, world)
}

type AnyWish = Omit<Wish, 'verb'> & Pick<ActWish, 'verb'>

async function readBack(wishes: readonly AnyWish[], desk: Desk, asked: Asked, world: World): Promise<Decision> {
  const acts: PendingAct[] = []
  for (const wish of wishes) {
    const planned = await planWish(wish, desk, asked, world)
    if ('reply' in planned) return planned
    acts.push(...planned.acts.filter((act) => !acts.some((other) => isSameAct(act, other))))
  }
  const twice = acts.find((act, index) => acts.slice(0, index).some((other) => isSameRow(act, other)))
  if (twice) return say('act-twice', { text: world.library.dutyById.get(twice.dutyId)?.text ?? '' }, { asksBack: true })
  const items = acts.map((act) => describeAct(act, world.library))
  const choices = offerChoices([{ say: 'choice-record' }, { say: 'choice-cancel' }], world)
  return {
    reply: reply([{ say: 'read-back-acts', with: { items } }], {
      choices,
      dutyIds: acts.map(({ dutyId }) => dutyId),
      facts: listFactsOf(acts, desk, world),
      asksBack: true,
    }),
    remembers: {
      pending: { kind: 'acts', acts: numberActs(acts, desk.lives) },
      expiresAt: addMinutes(world.clock.now(), CONFIRM_WITHIN_MINUTES),
    },
  }
}

function isSameRow(act: PendingAct, other: PendingAct): boolean {
  return act.dutyId === other.dutyId && act.unitId === other.unitId && act.period === other.period
}

function isSameAct(act: PendingAct, other: PendingAct): boolean {
  return isSameRow(act, other) && act.kind === other.kind
}

/** What the read-back of acts is made of besides the duties. */
function listFactsOf(acts: readonly PendingAct[], { lives }: Desk, { library }: World): string[] {
  return acts.flatMap(({ dutyId, unitId, toUnitId, until, reason, period }) => {
    const duty = library.dutyById.get(dutyId)
    const life = duty && lives.of(duty, unitId, period ?? undefined)
    const units = [unitId, toUnitId ?? '', life?.heldBy ?? ''].map((id) => library.unitById.get(id)?.name)
    return [...units, until, reason, life?.report?.note, period?.replace(/^W/, '')].filter((fact) => typeof fact === 'string')
  })
}

const AWAITED: Readonly<Partial<Record<ActWish['verb'], DutyLife['stage']>>> = {
  grant_extension: 'extension_asked',
  refuse_extension: 'extension_asked',
  accept_transfer: 'transfer_proposed',
  refuse_transfer: 'transfer_proposed',
}

async function planWish(
  wish: AnyWish,
  desk: Desk,
  asked: Asked,
  world: World,
): Promise<{ readonly acts: readonly PendingAct[] } | Decision> {
  const to = findReceiver(wish, asked, world)
  if (to && 'reply' in to) return to
  const fits = (life: DutyLife): boolean => canAct(life, settleVerb(wish.verb, life))
  // The unit that a transfer goes to is not the one whose duty it is.
  const pointing = to ? { ...wish, words: wish.words.slice(0, to.start) } : wish
  // "Đồng ý gia hạn" means who asked for more time before it means anybody.
  const awaited = AWAITED[wish.verb]
  const asking = awaited ? await pointToRows(pointing, ({ stage }) => stage === awaited, desk, asked, world) : []
  const rows = asking.length > 0 ? asking : await pointToRows(pointing, fits, desk, asked, world)
  if (rows.length === 0) return askWhich(wish, desk, asked, world)
  const planned = rows.map((row) => planAct({ ...wish, toUnit: to?.unit }, row, desk, asked, world))
  const refusals = planned.flatMap((each) => ('say' in each ? [each] : []))
  if (refusals.length > 0) return refuse(refusals, rows)
  return { acts: planned.flatMap((each) => ('say' in each ? [] : [each])) }
}

function refuse(refusals: readonly Phrase[], rows: readonly HeardRow[]): Decision {
  const [first] = rows
  // "Trả lại việc này" may be said again with its reason.
  const remembers = rows.length === 1 && first ? { pointedRow: shownAs(first) } : {}
  return { reply: reply(refusals, { dutyIds: rows.map(({ duty }) => duty.id), asksBack: true }), remembers }
}

/** "Giao việc 1 của Phòng Nội vụ cho chị Lan": the unit whose duty it is does not get it. */
function isOwner(words: string, start: number): boolean {
  return /(?<![a-z])(?:cua|ben|o|tai)\s*$/.test(fold(words.slice(0, start)))
}

/** The unit that a transfer names, and where in the words. */
function findReceiver(
  { verb, words }: AnyWish,
  { asker }: Asked,
  world: World,
): { readonly unit: ActWish['toUnit']; readonly start: number } | Decision | undefined {
  if (verb !== 'transfer' && verb !== 'accept_transfer' && verb !== 'propose_transfer') return undefined
  const { registry, unitById } = world.library
  const own = asker.units[0]
  const mentions = findUnits(words, registry, own ? { place: own.place, unitId: own.id } : undefined)
  const mention = mentions.findLast(
    ({ isOwn, matches, start }) => !isOwn && matches[0]?.unitId !== own?.id && !isOwner(words, start),
  )
  if (!mention) return undefined
  const units = mention.matches.flatMap(({ unitId }) => unitById.get(unitId) ?? []).slice(0, 5)
  if (!isAmbiguous(mention)) return { unit: units[0], start: mention.start }
  const labels = units.map(({ name, place }) => (place ? `${name} (${place})` : name))
  const items = labels.map((text, index) => ({ say: 'numbered', with: { number: index + 1, text } }))
  return { reply: reply([{ say: 'act-to-which', with: { words: mention.words, items } }], { asksBack: true }) }
}

async function askWhich(wish: AnyWish, desk: Desk, asked: Asked, world: World): Promise<Decision> {
  if (wish.refs.length > 0) return say('act-reference-unknown', { ref: wish.refs.join(', ') }, { asksBack: true })
  return wish.verb === 'propose_transfer' ? say('transfer-which', {}, { asksBack: true }) : showWaiting(desk, asked, world, true)
}
