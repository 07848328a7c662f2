import { buildUpdates } from './build-updates.ts'
import { findClauses, type Clause } from './find-clauses.ts'
import type { Day } from '../domain/calendar.ts'
import type { ReportedUpdate } from './intent.ts'
import { isFormer } from './read-amount.ts'
import { listRespective } from './list-respective.ts'
import { matchSilence, type Silence } from './match-silence.ts'
import { isEveryday, mendHeldLater } from './match-occasion.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import type { MessageWord } from './normalized-message.ts'
import { hasCue, readClaim, type Claim } from './read-claim.ts'
import { readDutyWords } from './read-duty-words.ts'
import type { ReadMessage } from './read-message.ts'
import { readDenied, readNumbered } from './read-numbered.ts'
import { readDay, readTime } from './read-time.ts'
import { isListed, isNameless, isPaperOnly, type Statement, type Topic } from './statement.ts'
import { fold } from '../text/fold.ts'
import type { UnderstandContext } from './understand-context.ts'

/** What a message reports, and which of its clauses are no report. */
export type Report = {
  readonly updates: readonly ReportedUpdate[]
  readonly clarify: boolean
  /** Duties are counted and not named: "4/6 việc xong". */
  readonly isCount: boolean
  readonly statements: readonly Statement[]
  /** Clauses that ask or tell something else. */
  readonly others: readonly Clause[]
}

type Draft = {
  statements: Statement[]
  others: Clause[]
  /** Said before anything is claimed: names the duty of the claim to come. */
  opening: MessageWord[]
  awaited: Topic | undefined
  /** "Trừ việc 6", said before anything is claimed of the rest. */
  excepted: Topic | undefined
  hasHearsay: boolean
  /** Supposed or wished: what follows in the sentence belongs to it. */
  carried: Silence | undefined
  /** "À nhầm": the next claim takes the place of the last. */
  isMending: boolean
  /** An order was given: what follows belongs to it. */
  isOrdered: boolean
}

/** The reports in a message. Questions, instructions, hypotheses, quotations and small talk are none. */
export function readReport(read: ReadMessage, context: UnderstandContext): Report {
  const draft: Draft = {
    statements: [],
    others: [],
    opening: [],
    awaited: undefined,
    excepted: undefined,
    hasHearsay: false,
    carried: undefined,
    isMending: false,
    isOrdered: false,
  }
  for (const clause of findClauses(read.sketch)) addEach(draft, clause, read, context)
  const { updates, isDoubtful, isCount } = buildUpdates(draft.statements, read.message.original, context)
  return { updates, clarify: isDoubtful || draft.hasHearsay, isCount, statements: draft.statements, others: draft.others }
}

/** A clause as it stands, or duty by duty where each has a claim of its own. */
function addEach(draft: Draft, clause: Clause, read: ReadMessage, context: UnderstandContext): void {
  const numbers = readNumbered(clause, read)?.numbers ?? []
  const parts = listRespective(clause, numbers.length)
  if (!parts) return addClause(draft, clause, read, context)
  for (const [at, part] of parts.entries()) {
    addClause(draft, part, read, context)
    const last = draft.statements.at(-1)
    if (last) replaceLast(draft, { ...last, topic: { numbers: [numbers[at]!], isAll: false, words: undefined } })
  }
}

/** What a clause claims in the sender's own words. */
function readOwnClaim(clause: Clause, read: ReadMessage, { lexicon }: UnderstandContext): Claim | undefined {
  const claim = readClaim(clause, lexicon)
  return claim && !isQuoted(clause, claim, read) ? claim : undefined
}

function addClause(draft: Draft, clause: Clause, read: ReadMessage, context: UnderstandContext): void {
  const claim = readOwnClaim(clause, read, context)
  const silence = findSilence(draft, clause, claim, context)
  draft.isOrdered ||= silence === 'wanted' && draft.statements.length === 0
  draft.carried = silence && CARRIED.test(silence) && !/^[.!?\n]/.test(clause.endedBy) ? silence : undefined
  if (silence) addSilent(draft, clause, claim, silence, read)
  else addTold(draft, clause, claim, read, context)
}

const CARRIED = /^(?:supposed|wished)$/

function addSilent(draft: Draft, clause: Clause, claim: Claim | undefined, silence: Silence, read: ReadMessage): void {
  draft.hasHearsay ||= silence === 'heard' && claim !== undefined
  draft.others.push(clause)
  if (isOpening(draft, silence)) draft.awaited = readNumbered(clause, read)
}

function addTold(draft: Draft, clause: Clause, claim: Claim | undefined, read: ReadMessage, context: UnderstandContext): void {
  const topic = readNumbered(clause, read)
  const mended = topic ? undefined : mendHeldLater(draft.statements.at(-1), clause, read, context)
  if (claim && isEveryday(clause, claim, context)) draft.others.push(clause)
  else if (mended) replaceLast(draft, mended)
  else if (claim) addClaim(draft, clause, claim, topic, context, read)
  else addRemark(draft, clause, topic, context, read)
}

/** Why a clause reports nothing: what goes before it carries on, or its own words. */
function findSilence(draft: Draft, clause: Clause, claim: Claim | undefined, { lexicon }: UnderstandContext): Silence | undefined {
  if (draft.carried) return draft.carried
  if (claim && isFurtherFormer(draft, clause, claim)) return 'past'
  return draft.isOrdered && !clause.plain.includes('@duty') ? 'wanted' : matchSilence(clause, claim, lexicon)
}

/** "Nv 2 đạt 90%, tuần trước mới 75%": how far it was says nothing new. */
function isFurtherFormer({ statements }: Draft, { words, plain }: Clause, claim: Claim): boolean {
  const isTold = statements.at(-1)?.claim.by === 'amount' && !plain.includes('@duty')
  return isTold && claim.by === 'amount' && isFormer(words, claim.from)
}

/** "Hôm qua ghi nv 5 là 90%, nay 70%", "sao máy ghi chưa làm việc 6? Em nộp rồi mà": what follows is about the same. */
function isOpening({ statements }: Draft, silence: Silence): boolean {
  return silence === 'past' || (silence === 'asked' && statements.length === 0)
}

function addClaim(
  draft: Draft,
  clause: Clause,
  claim: Claim,
  numbered: Topic | undefined,
  context: UnderstandContext,
  read: ReadMessage,
): void {
  const { lexicon } = context
  const isRepair = draft.isMending || hasCue('repair', clause, lexicon)
  // "Nv 1 xong, à nhầm, nv 2 xong": the first was never meant.
  if (draft.isMending && numbered) draft.statements.pop()
  if (numbered) nameLast(draft, clause, claim, numbered, lexicon)
  draft.statements.push({
    topic: numbered ?? draft.awaited ?? readTopic(draft, clause, claim, lexicon),
    words: clause.words,
    endedBy: clause.endedBy,
    isRepair,
    isException: hasCue('exceptions', clause, lexicon),
    remarks: [],
    ...readTime(clause, claim, read, context),
  })
  if (isRepair || SLIPPED.test(read.plain)) withdrawDenied(draft, clause, claim, read)
  if (numbered?.isAll && draft.excepted) draft.statements.push(exceptOf(draft.statements.at(-1)!, draft.excepted, clause))
  draft.opening = []
  draft.awaited = undefined
  draft.isMending = false
}

/** A claim before the number that has no name of its own was about it: "đã xong, nv 2". */
function nameLast(draft: Draft, clause: Clause, claim: Claim, topic: Topic, lexicon: MessageLexicon): void {
  const last = draft.statements.at(-1)
  if (!last || last.claim.by === 'amount' || last.topic.numbers.length > 0) return
  const isNamed = isNameless(last.topic) || hasCue('confirming', clause, lexicon) || isPaperOnly(last, claim)
  if (isNamed) replaceLast(draft, { ...last, topic })
}

/** "Xong hết, trừ việc 6": the sixth is still going on. */
function exceptOf(last: Statement, topic: Topic, { words, endedBy }: Clause): Statement {
  const claim: Claim = { ...last.claim, status: 'in_progress', percent: null, by: 'exception' }
  return { ...last, topic, claim, words, endedBy, isException: true, isRepair: false, remarks: [] }
}

/** "Nv 4 xong chứ không phải nv 3": what was reported of the other by a slip is taken back. */
function withdrawDenied(draft: Draft, clause: Clause, claim: Claim, read: ReadMessage): void {
  const denied = readDenied(clause, read)
  if (denied.length > 0) draft.statements.push({ ...draft.statements.at(-1)!, ...withdrawn(denied, claim) })
}

const QUOTED = /["“][^"”]{12,}["”]/g

/** What stands between quotation marks was said by somebody else. */
function isQuoted({ words }: Clause, { from }: Claim, { message: { original } }: ReadMessage): boolean {
  const start = words[from]?.start ?? 0
  return [...original.matchAll(QUOTED)].some(({ 0: quoted, index }) => index < start && start < index + quoted.length)
}

const SLIPPED = / (?:nham|lon|ghi sai|bao sai) /

function withdrawn(numbers: readonly number[], claim: Claim): Pick<Statement, 'topic' | 'claim' | 'remarks'> {
  const topic = { numbers, isAll: false, words: undefined }
  return { topic, claim: { ...claim, kind: 'withdrawal', status: null, percent: null, by: 'withdrawn' }, remarks: [] }
}

/** "Gia hạn nv 1 đến 10/12, nv 2 đến 20/12": the same is asked for another duty. */
function isFurtherDay({ claim, topic }: Statement, { plain }: Clause): boolean {
  return claim.kind === 'extension' && topic.numbers.length > 0 && / @duty (?:den|toi|sang) /.test(plain)
}

/** The words that name the duty of a claim without a number, or what the claim before it was about. */
function readTopic({ statements, opening }: Draft, clause: Clause, claim: Claim, lexicon: MessageLexicon): Topic {
  const last = statements.at(-1)
  const row = readRow(clause)
  if (row !== undefined) return { numbers: [row], isAll: false, words: undefined }
  const shifted = { ...claim, from: claim.from + opening.length, to: claim.to + opening.length }
  const words = readDutyWords([...opening, ...clause.words], shifted, lexicon)
  if (!last) return { numbers: [], isAll: false, words }
  const isNamedFirst = words !== undefined && words[0]!.start < (clause.words[claim.from]?.start ?? 0)
  return isNamedFirst && last.topic.numbers.length === 0 && !last.topic.isAll ? { numbers: [], isAll: false, words } : last.topic
}

/** "Mục 3 đã xong", "stt 4: 50%": a row of the list on the screen. */
function readRow({ plain }: Clause): number | undefined {
  const number = / (?:muc|stt|so thu tu|dau muc) (\d{1,2})(?= (?:[a-z:%]|$))/.exec(plain)
  return number?.index === 0 ? Number(number[1]) : undefined
}

/** A clause that claims nothing: it names a duty for what follows, mends the last claim's, or remarks on it. */
function addRemark(draft: Draft, clause: Clause, topic: Topic | undefined, context: UnderstandContext, read: ReadMessage): void {
  const last = draft.statements.at(-1)
  const isRepair = hasCue('repair', clause, context.lexicon)
  if (!topic && !isRepair) draft.others.push(clause)
  const day = last?.claim.kind === 'extension' ? readDay(clause, read, context) : undefined
  if (topic) addNamed(draft, clause, topic, { isRepair, day }, context)
  else if (last) addToLast(draft, mendByRemark(last, clause, day, context), clause, isRepair, read)
  else draft.opening.push(...clause.words)
}

type Remark = { readonly isRepair: boolean; readonly day: Day | undefined }

/** A duty is named and nothing claimed of it: it is excepted, asks for the same, is what the last claim was about, or awaits its own. */
function addNamed(draft: Draft, clause: Clause, topic: Topic, { isRepair, day }: Remark, { lexicon }: UnderstandContext): void {
  const last = draft.statements.at(-1)
  const isException = hasCue('exceptions', clause, lexicon)
  if (!last && isException) draft.excepted = topic
  if (!last) draft.awaited = topic
  else if (isFurtherDay(last, clause)) draft.statements.push({ ...last, topic, words: clause.words, day })
  else if (isException) draft.statements.push(exceptOf(last, topic, clause))
  else if (isRepair || draft.isMending || isNameless(last.topic)) replaceLast(draft, { ...last, topic })
  else draft.awaited = topic
}

function addToLast(draft: Draft, last: Statement, clause: Clause, isRepair: boolean, { message }: ReadMessage): void {
  draft.isMending ||= isRepair
  const said = message.original.slice(clause.words[0]!.start)
  const isMore = isListed(last) && !isRepair && !PARTICULARS.test(fold(said))
  replaceLast(draft, isMore ? extendTopic(last, clause) : { ...last, remarks: [...last.remarks, clause.words] })
}

/** "Xong 2 lớp, còn lớp cuối" leaves a part to do; "gia hạn nv 6 -> 10/12" names the day behind. */
function mendByRemark(last: Statement, clause: Clause, day: Day | undefined, { lexicon, today }: UnderstandContext): Statement {
  const { claim } = last
  if (claim.kind === 'extension' && !last.day && day !== undefined && day > today) return { ...last, day }
  if (claim.status !== 'done' || !hasCue('rest', clause, lexicon)) return last
  return { ...last, claim: { ...claim, status: 'in_progress', percent: null, by: 'nearly' } }
}

/** "…, số 88/KH-STC ngày 16/11", "…, tại hội trường": where, when and by which paper names no further duty. */
const PARTICULARS =
  /^(?:(?:so |vb so |van ban so |cv so |cong van so )?\d|(?:vao )?(?:ngay|luc|hom|sang|chieu|toi) (?=\d|thu |qua|nay|mai)|tai |theo |kem )/i

function extendTopic(last: Statement, clause: Clause): Statement {
  const particles = clause.words.findLastIndex(({ plain }) => !/^(?:roi|luon|het|a)$/.test(plain)) + 1
  const words = clause.words.slice(0, particles)
  return { ...last, words: [...last.words, ...words], topic: { ...last.topic, words: [...(last.topic.words ?? []), ...words] } }
}

function replaceLast(draft: Draft, statement: Statement): void {
  draft.statements = [...draft.statements.slice(0, -1), statement]
}
