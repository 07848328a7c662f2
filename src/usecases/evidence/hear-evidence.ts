import type { Intent } from '../../dialogue/intent.ts'
import { NO_SLOTS } from '../../dialogue/list-slots.ts'
import { isFiller, isOnlyEvidence } from '../../dialogue/find-evidence.ts'
import type { Asked, Decision, World } from '../asked.ts'
import { attachEvidence } from './attach-evidence.ts'
import { findReported } from './find-reported.ts'
import { findTypedEvidence } from './list-brought.ts'
import { listOwnDuties, pointToDuty } from './point-to-duty.ts'
import { recordEvidence } from './record-evidence.ts'

/** Intents that words of a duty are taken for when they answer "của việc nào?". */
const POINTING: ReadonlySet<Intent['name']> = new Set([
  'followup',
  'unclear',
  'search',
  'out_of_scope',
  'attach_evidence',
  'doc_info',
])

/** What was recorded a moment ago, so that a number alone belongs to it. */
const AFTER: ReadonlySet<string> = new Set(['confirm_deny', 'attach_evidence'])

/**
 * What a message says about evidence before anything else is read into it: the answer to "của việc nào?",
 * a photo or file with or without a caption, a number or a link and nothing else. Undefined when it is none of these.
 */
export async function hearEvidence(
  intents: readonly Intent[],
  asked: Omit<Asked, 'intent'>,
  world: World,
): Promise<Decision | undefined> {
  const intent = intents[0] ?? SILENT
  const answered = await answerWhichDuty(intents, { ...asked, intent }, world)
  if (answered) return remember(answered)
  // "Việc 2 xong rồi" under a photo is a report, and takes the photo along.
  if (intents.some(({ slots }) => slots.updates.length > 0)) return undefined
  if (!asked.file && !isHandedIn(intents, asked, world)) return undefined
  return remember(await attachEvidence({ ...asked, intent }, world))
}

/** What comes next may be more of it. */
function remember(decision: Decision): Decision {
  return { ...decision, remembers: { ...decision.remembers, lastIntent: SILENT.name } }
}

const SILENT: Intent = { name: 'attach_evidence', certainty: 1, slots: NO_SLOTS }

function isHandedIn(intents: readonly Intent[], { text, conversation }: Omit<Asked, 'intent'>, world: World): boolean {
  const found = findTypedEvidence(text, world)
  if (intents[0]?.name === 'attach_evidence') return found.length > 0
  if (!isOnlyEvidence(text, found)) return false
  // A number alone may be a question for a paper; with its day, or right after a report, it is not.
  const isDated = found.some(({ item }) => item.kind === 'link' || item.issuedOn !== null)
  return isDated || conversation.pending?.kind === 'progress' || AFTER.has(conversation.lastIntent ?? '')
}

async function answerWhichDuty(intents: readonly Intent[], asked: Asked, world: World): Promise<Decision | undefined> {
  const { pending, expiresAt } = asked.conversation
  if (pending?.kind !== 'evidence' || world.clock.now() > (expiresAt ?? '') || !mayPoint(intents, asked)) return undefined
  const pointed = pointToDuty(readAnswer(intents, asked, pending.candidateIds ?? []), await listOwnDuties(asked, world), world)
  // What was read back already is moved to another duty by its number alone.
  if (!pointed || (pending.dutyId !== null && pointed.by !== 'number')) return undefined
  const report = (await findReported(asked, world)).find(({ duty }) => duty.id === pointed.duty.id)
  return recordEvidence(pending.items, pointed.duty, report?.reportId ?? null, asked, world)
}

/** A question in between may have put another, shorter list on the screen: then the numbers are those of what was asked about. */
function readAnswer(intents: readonly Intent[], { text, conversation }: Asked, candidateIds: readonly string[]) {
  const spoken = readNumber(text) ?? intents
  const number = spoken.flatMap(({ slots }) => slots.ordinals)[0] ?? 0
  const shownDutyIds = number > conversation.shownDutyIds.length ? candidateIds : conversation.shownDutyIds
  return { text, intents: spoken, conversation: { ...conversation, shownDutyIds } }
}

/** A report, a question or another file is no answer to "của việc nào?". */
function mayPoint(intents: readonly Intent[], { text, isGroup, file }: Asked): boolean {
  if (isGroup || file || text.includes('?') || intents.some(({ slots }) => slots.updates.length > 0)) return false
  return readNumber(text) !== undefined || intents.some(({ name }) => POINTING.has(name))
}

/** "2", "số 2", "việc 2 ạ". */
function readNumber(text: string): Intent[] | undefined {
  const [number, ...others] = isFiller(text) ? (text.match(/\d+/g) ?? []) : []
  return number === undefined || others.length > 0
    ? undefined
    : [{ ...SILENT, slots: { ...SILENT.slots, ordinals: [Number(number)] } }]
}
