import type { Intent } from '../../dialogue/intent.ts'
import { maySeeProgress } from '../../domain/permission.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import { describeDeadline, formatDay, shorten } from '../answers/describe-duty.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import { describeLife } from '../life/describe-life.ts'
import { findPeople } from '../reporting/find-behalf.ts'
import { collectHandOver, type HandOver } from './collect-hand-over.ts'

const POLITE = '(?:(?:cho|em|toi|anh|chi|minh|xin|nho|giup|bot|oi|lam|lap|xuat|in|soan|tao|viet|can|muon|de)[ ,]+)*'
const PAPER = '(?:(?:bien ban|ho so|goi|danh sach|ban|noi dung)\\s+)?'
const WORK = '(?:\\s+(?:lai|toan bo|tat ca|het|cac|cong viec|cong tac|nhiem vu|viec|cv|nv|ho so|so sach|dang lam|con lai))*'
/** "Bàn giao công việc của phòng em cho chị Hoa": whose work, and who takes it; "bàn giao mặt bằng" is a duty's own words. */
const HAND_OVER = new RegExp(
  `^${POLITE}${PAPER}ban giao${WORK}(?:\\s+cua\\s+(?<whose>.+?))?(?:\\s+(?:cho|sang|lai cho)\\s+(?<taker>.+?))?(?:\\s+(?:nhe|nha|a|voi|gium|ho|giup|di))*[ .]*$`,
  'd',
)
const OWN = /^(?:toi|em|minh|(?:don vi|phong|co quan|ban|so|to|bo phan|trung tam)(?: (?:toi|em|minh|chung toi|ta))?)$/
const MOST_SHOWN = 5

/** The work of a unit as one pack: the open duties in the chat, all of it as files. Undefined when nothing is to be handed over. */
export async function hearHandOver(
  intents: readonly Intent[],
  asked: Omit<Asked, 'intent'>,
  world: World,
): Promise<Decision | undefined> {
  const text = asked.text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const found = HAND_OVER.exec(fold(text))
  if (!found || asked.file) return undefined
  if (asked.isGroup) return say('private-only')
  const unit = await findUnit(found.groups?.['whose'], intents, asked, world)
  if (!unit) return say('hand-over-which', {}, { asksBack: true })
  if (!maySeeProgress(asked.asker.officer, unit.id, world.library.unitById)) return say('not-your-unit', { unit: unit.name })
  const [from = 0, to = 0] = found.indices?.groups?.['taker'] ?? []
  return showHandOver(unit, text.slice(from, to), asked, world)
}

/** One's own unit, the one that is named, or that of the person who leaves. */
async function findUnit(
  whose: string | undefined,
  intents: readonly Intent[],
  { asker }: Omit<Asked, 'intent'>,
  world: World,
): Promise<Unit | undefined> {
  const own = asker.units[0]
  if (whose === undefined || OWN.test(whose)) return own
  const { unitById } = world.library
  const named = intents.flatMap(({ slots }) => slots.units).find(({ words, isOwn }) => !isOwn && whose.includes(fold(words).trim()))
  if (named) return unitById.get(named.matches[0]?.unitId ?? '')
  const units = [...new Set((await findPeople(whose, world)).map(({ unitId }) => unitId))]
  return units.length === 1 ? unitById.get(units[0] ?? '') : undefined
}

async function showHandOver(
  unit: Unit,
  taker: string,
  { asker, conversation }: Omit<Asked, 'intent'>,
  world: World,
): Promise<Decision> {
  const { clock, reports } = world
  const pack = await collectHandOver(unit, clock.now(), world)
  const subject = { officerId: asker.officer.id, handOverOf: unit.id }
  const attachments = (['docx', 'xlsx'] as const).flatMap((kind) =>
    reports ? [{ attachment: reports.attach({ ...subject, kind }), say: `hand-over-${kind}` }] : [],
  )
  const ids = pack.open.map(({ duty }) => duty.id)
  return {
    reply: reply(describePack(pack, taker, world), { dutyIds: ids, attachments }),
    changes: [{ kind: 'audit', actor: asker.officer.id, action: 'hand-over', object: unit.id, at: clock.now() }],
    remembers: { shownDutyIds: ids, shownUnitId: unit.id, pending: conversation.pending },
  }
}

function describePack(pack: HandOver, taker: string, world: World): Phrase[] {
  const { open, counts, history, promises, evidence } = pack
  const day = formatDay(pack.asOf)
  const lines = open.slice(0, MOST_SHOWN).map(({ duty, life }, index) => ({
    say: 'hand-over-line',
    with: {
      number: index + 1,
      text: shorten(duty.text, SHORT),
      deadline: [describeDeadline(duty, world, life)],
      progress: [describeLife(life, world.library)],
    },
  }))
  const more = open.length - lines.length
  return [
    { say: 'hand-over-heading', with: { unit: pack.unit.name, taker, day, open: open.length, overdue: counts.overdue || '' } },
    ...lines,
    ...(more > 0 ? [{ say: 'hand-over-more', with: { more } }] : []),
    { say: 'hand-over-counts', with: { reports: history.length, promises: promises.length, shown: evidence.length } },
  ]
}

const SHORT = 90
