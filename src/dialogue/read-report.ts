import { findDay } from '../dates/find-day.ts'
import { buildUpdates } from './build-updates.ts'
import { findClauses, type Clause } from './find-clauses.ts'
import type { Day } from '../domain/calendar.ts'
import type { ReportedUpdate } from './intent.ts'
import { matchSilence, type Silence } from './match-silence.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import type { MessageWord } from './normalized-message.ts'
import { hasCue, readClaim, type Claim } from './read-claim.ts'
import { readDutyWords } from './read-duty-words.ts'
import type { FoundRef } from './find-duty-refs.ts'
import type { ReadMessage } from './read-message.ts'
import { isListed, isNameless, isPaperOnly, type Statement, type Topic } from './statement.ts'
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
  isSupposed: boolean
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
    isSupposed: false,
    isMending: false,
    isOrdered: false,
  }
  for (const clause of findClauses(read.sketch)) addClause(draft, clause, read, context)
  const { updates, isDoubtful, isCount } = buildUpdates(draft.statements, read.message.original, context)
  return { updates, clarify: isDoubtful || draft.hasHearsay, isCount, statements: draft.statements, others: draft.others }
}

/** What a clause claims in the sender's own words. */
function readOwnClaim(clause: Clause, read: ReadMessage, { lexicon }: UnderstandContext): Claim | undefined {
  const claim = readClaim(clause, lexicon)
  return claim && !isQuoted(clause, claim, read) ? claim : undefined
}

function addClause(draft: Draft, clause: Clause, read: ReadMessage, context: UnderstandContext): void {
  const claim = readOwnClaim(clause, read, context)
  const isOrdered = draft.isOrdered && !clause.plain.includes('@duty')
  const silence = draft.isSupposed ? 'supposed' : isOrdered ? 'wanted' : matchSilence(clause, claim, context.lexicon)
  draft.isOrdered ||= silence === 'wanted' && draft.statements.length === 0
  draft.isSupposed = silence === 'supposed' && !/^[.!?\n]/.test(clause.endedBy)
  if (silence) {
    draft.hasHearsay ||= silence === 'heard' && claim !== undefined
    draft.others.push(clause)
    if (isOpening(draft, silence)) draft.awaited = readNumbers(clause, read)
    return
  }
  const topic = readNumbers(clause, read)
  if (claim) addClaim(draft, clause, claim, topic, context, read)
  else addRemark(draft, clause, topic, context, read)
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

/** The day that a clause names, and what its claim comes to: what is only expected is still going on, and no doubt. */
function readTime(
  clause: Clause,
  claim: Claim,
  read: ReadMessage,
  context: UnderstandContext,
): Pick<Statement, 'claim' | 'day' | 'isUnsure'> {
  const day = readDay(clause, read, context)
  if (isStillAhead(clause, claim, day, context))
    return { claim: { ...claim, status: 'in_progress', percent: null }, day, isUnsure: false }
  return { claim, day, isUnsure: hasCue('unsure', clause, context.lexicon) && !hasCue('expected', clause, context.lexicon) }
}

/** The day that a clause names, as typed or in full words. */
function readDay({ words }: Clause, read: ReadMessage, { today }: UnderstandContext): Day | undefined {
  const said = words
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(' / ', '/')
  const typed = formatSpan(words, read)
  return (findDay(typed, today) ?? (said === typed.toLowerCase() ? undefined : findDay(said, today)))?.day
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

/** "Dự kiến 30/11 xong", "cuối tháng xong": work is going on and the end lies ahead. */
function isStillAhead(
  { words, plain }: Clause,
  claim: Claim,
  day: Day | undefined,
  { lexicon, today }: UnderstandContext,
): boolean {
  if (claim.status !== 'done' || / da [^ ]| roi $| hom (?:thu|qua|kia) /.test(plain)) return false
  return (day !== undefined && day > today) || hasCue('expected', { words, plain, endedBy: '' }, lexicon)
}

/** A clause that claims nothing: it names a duty for what follows, mends the last claim's, or remarks on it. */
function addRemark(draft: Draft, clause: Clause, topic: Topic | undefined, context: UnderstandContext, read: ReadMessage): void {
  const last = draft.statements.at(-1)
  const isRepair = hasCue('repair', clause, context.lexicon)
  if (!topic && !isRepair) draft.others.push(clause)
  const day = last?.claim.kind === 'extension' ? readDay(clause, read, context) : undefined
  if (topic) addNamed(draft, clause, topic, { isRepair, day }, context)
  else if (last) addToLast(draft, mendByRemark(last, clause, day, context), clause, isRepair)
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

function addToLast(draft: Draft, last: Statement, clause: Clause, isRepair: boolean): void {
  draft.isMending ||= isRepair
  const isMore = isListed(last) && !isRepair
  replaceLast(draft, isMore ? extendTopic(last, clause) : { ...last, remarks: [...last.remarks, clause.words] })
}

/** "Xong 2 lớp, còn lớp cuối" leaves a part to do; "gia hạn nv 6 -> 10/12" names the day behind. */
function mendByRemark(last: Statement, clause: Clause, day: Day | undefined, { lexicon, today }: UnderstandContext): Statement {
  const { claim } = last
  if (claim.kind === 'extension' && !last.day && day !== undefined && day > today) return { ...last, day }
  if (claim.status !== 'done' || !hasCue('rest', clause, lexicon)) return last
  return { ...last, claim: { ...claim, status: 'in_progress', percent: null, by: 'nearly' } }
}

function extendTopic(last: Statement, clause: Clause): Statement {
  const particles = clause.words.findLastIndex(({ plain }) => !/^(?:roi|luon|het|a)$/.test(plain)) + 1
  const words = clause.words.slice(0, particles)
  return { ...last, words: [...last.words, ...words], topic: { ...last.topic, words: [...(last.topic.words ?? []), ...words] } }
}

function replaceLast(draft: Draft, statement: Statement): void {
  draft.statements = [...draft.statements.slice(0, -1), statement]
}

/** Duties that a clause names by number; those behind "không phải" are not meant. */
function readNumbers({ words }: Clause, read: ReadMessage): Topic | undefined {
  const named = listNamed(words, read)
  const meant = named.length > 1 ? named.filter(({ isDenied }) => !isDenied) : named
  if (meant.length === 0) return undefined
  const isAll = meant.some(({ ref }) => ref.isAll)
  return { numbers: meant.flatMap(({ ref }) => ref.numbers), isAll, words: isAll ? meant.map(({ word }) => word) : undefined }
}

/** Duties behind "không phải" beside those that are meant. */
function readDenied({ words }: Clause, read: ReadMessage): number[] {
  const named = listNamed(words, read)
  return named.length > 1 ? named.flatMap(({ ref, isDenied }) => (isDenied ? ref.numbers : [])) : []
}

type NamedDuty = { readonly ref: FoundRef; readonly word: MessageWord; readonly isDenied: boolean }

function listNamed(words: readonly MessageWord[], { refs, message }: ReadMessage): NamedDuty[] {
  return words.flatMap((word, at) => {
    const ref = word.plain === '@duty' ? refs.find(({ from }) => message.words[from]?.start === word.start) : undefined
    const before = `${words[at - 3]?.plain} ${words[at - 2]?.plain} ${words[at - 1]?.plain}`
    return ref ? [{ ref, word, isDenied: /khong phai(?: la)?$/.test(before) }] : []
  })
}

function formatSpan(words: readonly MessageWord[], { message }: ReadMessage): string {
  return message.original.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0)
}
