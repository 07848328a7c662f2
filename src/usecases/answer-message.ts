import type { MessageLexicon } from '../dialogue/build-message-lexicon.ts'
import type { Intent, IntentName, Understanding } from '../dialogue/intent.ts'
import type { PlanRef } from '../dialogue/plan-ref.ts'
import { understand } from '../dialogue/understand.ts'
import type { UnderstandContext } from '../dialogue/understand-context.ts'
import type { Day } from '../domain/calendar.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { InboundMessage } from '../domain/message.ts'
import { findUnits } from '../units/find-units.ts'
import { recognizeChain } from './answers/asks-for-chain.ts'
import type { QuestionWords } from './answers/question-words.ts'
import { recognizeQuestion } from './answers/recognize-question.ts'
import { say, type Asker, type Decision, type World } from './asked.ts'
import { checkAnswer, type Checked } from './check-answer.ts'
import type { Heard } from './checking/list-facts.ts'
import { isLabelled, readCorrection } from './correcting/read-correction.ts'
import { correctReading } from './correcting/correct-reading.ts'
import { hearEvidence } from './evidence/hear-evidence.ts'
import { recognizeDecision } from './deciding/recognize-decision.ts'
import { hearHandOver } from './handing-over/hear-hand-over.ts'
import { openHelp } from './helping/open-help.ts'
import { acknowledge, findAcknowledged } from './leading/acknowledge.ts'
import { settleSending } from './leading/settle-sending.ts'
import { recognizeAnnouncement } from './leading/recognize-announcement.ts'
import { recognizeDigestWish } from './leading/recognize-digest-wish.ts'
import { recognizeUnitsQuestion } from './leading/recognize-units-question.ts'
import { recognizeResultQuestion } from './leading/recognize-result-question.ts'
import { linkAccount } from './linking/link-account.ts'
import type { Library } from './library.ts'
import { narrowByPlace } from './narrow-by-place.ts'
import { perform } from './perform.ts'
import { spellPlaces } from './spell-places.ts'
import { recognizeReminderWish } from './reminding/recognize-wish.ts'

/** What reading messages needs besides the library. */
export type Readers = { readonly lexicon: MessageLexicon; readonly questions: QuestionWords }

/** From a message to a decision: who asks, what is wanted, what is answered. Writes nothing. */
export async function answerMessage(
  message: InboundMessage,
  conversation: Conversation,
  world: World,
  readers: Readers,
): Promise<Checked> {
  const acknowledged = await findAcknowledged({ ...message, chatId: message.chat.id }, world)
  if (acknowledged) return acknowledge(acknowledged, message.chat.id, world)
  const text = wordsOf(message, conversation)
  if (text === undefined) return say(message.kind === 'choice' ? 'choice-expired' : 'cannot-read-attachment')
  const officer = await world.officers.byAccount(message.from)
  const units = officer ? [world.library.unitById.get(officer.unitId)].filter((unit) => unit !== undefined) : []
  const asker = officer?.isActive ? { officer, units } : undefined
  return answerWords(text, message, conversation, asker, world, readers)
}

/** The same for words that are known already; what it answers was checked against what it was made of. */
export async function answerWords(
  typed: string,
  message: Pick<InboundMessage, 'chat' | 'from' | 'file'>,
  conversation: Conversation,
  asker: Asker | undefined,
  world: World,
  readers: Readers,
): Promise<Checked & { readonly intent: IntentName }> {
  const { library, clock } = world
  const hearing = { today: clock.today(), library, readers, conversation, asker }
  const hear = (words: string): Understanding => understandWords(words, hearing)
  const text = hearPlaces(typed, hear, library)
  const help = openHelp(world, asker)
  const intents = await help.settle(text, hear(text), buildContext(hearing))
  const heard = { text, intents, conversation, asker }
  const { intent, ...decision } = await decide({ ...heard, message, hear }, world)
  const helped = await checkAnswer(await help.shorten(decision), heard, world)
  // Whatever a model had its hand in and is doubtful makes way for the template's own words.
  return { intent, ...(helped.withheld ? await checkAnswer(decision, heard, world) : helped) }
}

/** The initials of places are written out in questions; what is reported stays as it was typed. */
function hearPlaces(typed: string, hear: (words: string) => Understanding, { plans }: Library): string {
  const spelled = spellPlaces(typed, plans)
  return spelled === typed || hear(typed).intents.some(({ slots }) => slots.updates.length > 0) ? typed : spelled
}

type Wish = Heard & {
  readonly message: Pick<InboundMessage, 'chat' | 'from' | 'file'>
  readonly hear: (words: string) => Understanding
}

/** Without an asker only linking and help are open. */
async function decide(
  { text, message, conversation, asker, intents, hear }: Wish,
  world: World,
): Promise<Decision & { readonly intent: IntentName }> {
  const intent = intents[0]?.name ?? 'unclear'
  const link = intents.find(({ name }) => name === 'link_account')
  if (link && !asker) return { intent, ...(await linkAccount(link.slots.linkCode, message, world)) }
  if (!asker) return { intent, ...say(intent === 'help' ? 'help-unlinked' : 'unlinked') }
  const asked = { text, asker, conversation, file: message.file, isGroup: message.chat.kind === 'group' }
  const [first] = intents
  const sending = first && (await settleSending({ ...asked, intent: first }, world))
  if (sending) return { intent: 'confirm_deny', ...sending }
  const handed = await hearHandOver(intents, asked, world)
  if (handed) return { intent: 'export_report', ...handed }
  const shown = await hearEvidence(intents, asked, world)
  if (shown) return { intent: 'attach_evidence', ...shown }
  const correction = findCorrection(text, intents, hear)
  if (correction)
    return { intent: 'undo_correct', ...correctReading(correction.wish, { ...asked, intent: correction.pointing }, world) }
  return { intent, ...(await perform(intents, asked, world)) }
}

/** "Sửa việc 2: hạn …" corrects what was read; "sửa việc 2: được 70 %" is a report and stays one. */
function findCorrection(
  text: string,
  intents: readonly Intent[],
  hear: (words: string) => Understanding,
): { readonly wish: string; readonly pointing: Intent } | undefined {
  const request = readCorrection(text)
  const isReport = intents.some(({ slots }) => slots.updates.length > 0)
  const [pointing] = request && (isLabelled(request.wish) || !isReport) ? hear(request.target).intents : []
  return (
    request && pointing && { wish: request.wish, pointing: { ...pointing, slots: { ...pointing.slots, units: [], topic: '' } } }
  )
}

type Hearing = {
  readonly today: Day
  readonly library: Library
  readonly readers: Readers
  readonly conversation?: Conversation | undefined
  readonly asker?: Asker | undefined
}

/** What a message wants, read against the loaded plans and units. */
export function understandWords(text: string, hearing: Hearing): Understanding {
  const understanding = understand(text, buildContext(hearing))
  const { plans } = hearing.library
  const intents = understanding.intents.map((intent) => recognizeChain(narrowByPlace(intent, plans, text), text))
  const wished = recognizeDigestWish(recognizeReminderWish(intents, text), text, hearing.asker)
  const asked = recognizeUnitsQuestion(wished, text, hearing.asker)
  const heard = recognizeResultQuestion(recognizeAnnouncement(asked, text, hearing.asker), text)
  const role = hearing.asker?.officer.role
  const decided = role ? recognizeDecision(heard, text, role, hearing.today) : heard
  return { ...understanding, intents: decided.map((intent) => recognizeQuestion(intent, text, hearing.readers.questions)) }
}

const refs = new WeakMap<Library, readonly PlanRef[]>()

/** The plans as messages name them; the same ones as long as the library stands. */
function listRefs(library: Library): readonly PlanRef[] {
  const known = refs.get(library) ?? library.plans.map(({ id, plan }) => ({ ...plan, id }))
  refs.set(library, known)
  return known
}

function buildContext({ today, library, readers, conversation, asker }: Hearing): UnderstandContext {
  const own = asker?.units[0]
  const near = own ? { place: own.place, unitId: own.id } : undefined
  return {
    today,
    ...(conversation ? { conversation } : {}),
    ...(asker && own ? { asker: { unitId: own.id, role: asker.officer.role } } : {}),
    findUnits: (words) => findUnits(words, library.registry, near),
    plans: listRefs(library),
    lexicon: readers.lexicon,
  }
}

/** What was typed, or what the pressed choice stands for; undefined when there are no words to read. */
function wordsOf(message: InboundMessage, { choices }: Conversation): string | undefined {
  if (message.kind === 'text' || message.file) return message.text
  if (message.kind !== 'choice') return undefined
  return choices.find(({ id }) => id === message.text)?.means
}
