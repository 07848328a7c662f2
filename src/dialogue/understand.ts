import { buildFollowup } from './build-followup.ts'
import { findWholeIntent } from './find-whole-intent.ts'
import type { Clause } from './find-clauses.ts'
import { formatPlain } from './match-cues.ts'
import { NO_SLOTS, listSlots } from './list-slots.ts'
import type { Intent, IntentName, Slots, Understanding } from './intent.ts'
import { matchReportIntent } from './match-report-intent.ts'
import { hasCue } from './read-claim.ts'
import { readMessage, type ReadMessage } from './read-message.ts'
import { readReport, type Report } from './read-report.ts'
import { rankIntents, type RankedIntent } from './rank-intents.ts'
import { listScores } from './recognizers.ts'
import type { UnderstandContext } from './understand-context.ts'

export type { UnderstandContext } from './understand-context.ts'

/** Scores from which an intent is worth naming, surely meant, and beyond doubt. */
const LEAST = 2.5
const SURE = 6
const MODEST = 1.5
const BEYOND_DOUBT = 9
/** A chance from which the model alone names an intent. */
const LIKELY = 0.15
/** A chance from which nothing else is likelier. */
const EVEN = 0.5

/** What an officer wants, read from the words of a message and from what the chat showed last. */
export function understand(text: string, context: UnderstandContext): Understanding {
  const read = readMessage(text, context)
  const chosen = findChosenWords(read, context)
  if (chosen !== undefined) return understand(chosen, { ...context, conversation: withoutChoices(context) })
  const whole = findWholeIntent(read, context)
  if (whole) return { intents: [whole], clarify: false }
  const report = readReport(read, context)
  const ranked = rankIntents(read, context.lexicon)
  const judgement = report.updates.length > 0 || report.isCount ? judgeReport(report, ranked) : 'none'
  return judgement === 'none'
    ? withoutReport(report, ranked, read, context)
    : withReport({ ...report, clarify: report.clarify || judgement === 'doubtful' }, read, context)
}

const REPORTS =
  /^(?:mark_done|update_progress|report_blocker|request_extension|undo_correct|attach_evidence|followup|confirm_deny)$/
const HARDLY = 0.15
const PLAINLY = 0.65
const DOUBTFUL = 0.35

/** What the model makes of words of work: in what is plainly something else they are no report, and in what may be told only they are asked back. */
function judgeReport({ statements, others }: Report, ranked: readonly RankedIntent[]): 'report' | 'doubtful' | 'none' {
  const reporting = sumChances(ranked.filter(({ name }) => REPORTS.test(name)))
  const told = 1 - sumChances(ranked)
  // What is said of a duty by its number is a report, unless it plainly asks for something.
  if (statements.some(({ topic }) => topic.numbers.length > 0))
    return others.length === 0 && ranked.some(({ name, chance, cues }) => !REPORTS.test(name) && chance >= PLAINLY && cues >= SURE)
      ? 'none'
      : 'report'
  const other = Math.max(told, ...ranked.map(({ name, chance, cues }) => (REPORTS.test(name) || cues < 0 ? 0 : chance)))
  if (reporting < HARDLY && other >= PLAINLY) return 'none'
  if (reporting < DOUBTFUL && isOtherWish(ranked[0])) return 'none'
  return reporting < DOUBTFUL && told >= DOUBTFUL ? 'doubtful' : 'report'
}

/** Cues and model agree on something that is no report. */
function isOtherWish(best: RankedIntent | undefined): boolean {
  return best !== undefined && !REPORTS.test(best.name) && best.cues >= SURE && best.chance > EVEN
}

function sumChances(ranked: readonly RankedIntent[]): number {
  return ranked.reduce((sum, { chance }) => sum + chance, 0)
}

/** What a number or the label of the menu on the screen stands for. */
function findChosenWords({ message }: ReadMessage, { conversation }: UnderstandContext): string | undefined {
  const typed = message.original.trim().toLowerCase()
  const digits = /^(?:so |chon (?:so )?)?(\d{1,2})$/.exec(message.words.map(({ plain }) => plain).join(' '))?.[1]
  const choices = conversation?.choices ?? []
  return (choices.find(({ label }) => label.toLowerCase() === typed) ?? (digits ? choices[Number(digits) - 1] : undefined))?.means
}

function withoutChoices({ conversation }: UnderstandContext): UnderstandContext['conversation'] {
  return conversation && { ...conversation, choices: [] }
}

function withReport(report: Report, read: ReadMessage, context: UnderstandContext): Understanding {
  const slots = listSlots(read, context)
  const reported: Intent = {
    name: matchReportIntent(report),
    slots: { ...slots, updates: report.updates },
    certainty: report.clarify ? 0.5 : 0.9,
  }
  const asked = listAsked(
    report.others.filter((clause) => !REST.test(clause.plain) && isQuestion(clause, context)),
    read,
    context,
  )
  const undoing = listScores(read.sketch, context.lexicon).find(({ name }) => name === 'undo_correct')
  const isCorrection = undoing !== undefined && undoing.score >= SURE
  return {
    intents: [reported, ...asked],
    clarify: report.clarify,
    ...(isCorrection && { isCorrection }),
    ...(report.isCount && { isCount: true }),
  }
}

/** "… còn phần tổng hợp số liệu" is the rest of the work. */
const REST = /^ con (?:phan|lai|thieu|moi|khau) /

/** Beside a report only a question or an order is a wish of its own; a remark belongs to the report. */
function isQuestion(clause: Clause, { lexicon }: UnderstandContext): boolean {
  const [best] = listScores(clause.words, lexicon)
  return clause.endedBy === '?' || hasCue('question', clause, lexicon) || (best !== undefined && ORDERS.test(best.name))
}

/** What is never asked beside something else. */
const REPORTING = /^(?:mark_done|update_progress|report_blocker|request_extension|undo_correct|attach_evidence|followup)$/

function withoutReport(report: Report, all: readonly RankedIntent[], read: ReadMessage, context: UnderstandContext): Understanding {
  const ranked = all.filter(isNameable)
  const slots = listSlots(read, context)
  const best = findBest(ranked, read, slots)
  const main: Intent = best ? { ...best, slots } : { name: 'unclear', slots, certainty: 0 }
  const isAnswer = Boolean(context.conversation?.lastIntent) && isLoneUnit(read)
  const intent =
    isAnswer || main.name === 'followup' ? buildFollowup(isAnswer ? { ...main, name: 'unit_duties' } : main, ranked, context) : main
  const asked = dropReasons(listAsked(report.others, read, context))
  const isSeveral =
    asked.length > 1 && asked.some(({ name }) => name === intent.name) && !asked.some(({ name }) => RULING.test(name))
  return { intents: isSeveral ? asked : [intent], clarify: report.clarify }
}

/** A unit and nothing else: the answer to "which unit?". */
function isLoneUnit({ sketch }: ReadMessage): boolean {
  return (
    sketch.every(({ plain }) => /^(?:@unit|@self|cua|ben|o|[.!?])$/.test(plain)) &&
    sketch.some(({ plain }) => plain.startsWith('@'))
  )
}

/** "Sao Công an huyện vẫn im lặng, hối họ ngay": what is complained of beside an order is its reason. */
function dropReasons(asked: readonly Intent[]): Intent[] {
  const reasons = REASONS.find(([order]) => asked.some(({ name }) => name === order))?.[1]
  return asked.filter(({ name }) => !reasons?.test(name))
}

const REASONS: readonly (readonly [IntentName, RegExp])[] = [
  ['urge', /^(?:status_query|list_due|who_responsible)$/],
  ['approve_return', /^(?:deadline|status_query|update_progress|request_extension|confirm_deny)$/],
]

/** What gives the rest of a message its sense, and is never one wish among several. */
const RULING = /^(?:unit_succession|out_of_scope|help|identity|assign)$/

/** What a message reports is read by the grammar of reports; where that found nothing, only a model that is sure names work. */
function isNameable({ name, chance }: RankedIntent): boolean {
  return chance >= EVEN || !/^(?:mark_done|update_progress)$/.test(name)
}

function findBest(
  [best]: readonly RankedIntent[],
  read: ReadMessage,
  slots: Slots,
): Pick<Intent, 'name' | 'certainty'> | undefined {
  if (best && (best.cues >= MODEST || best.chance >= LIKELY)) return { name: best.name, certainty: certaintyOfRanked(best) }
  const lone = matchLoneIntent(read, slots)
  return lone && { name: lone, certainty: certaintyOf(LEAST) }
}

/** Cues beyond doubt or a model that is sure are enough; otherwise both count. */
function certaintyOfRanked({ cues, chance }: RankedIntent): number {
  return Math.min(1, Math.max(certaintyOf(cues) * (chance < LIKELY ? 0.5 : 1), chance))
}

/** Words without any cue: a unit asks for its duties, a paper for itself, words to look for are looked for. */
function matchLoneIntent({ plans, units, refs }: ReadMessage, { topic }: Slots): IntentName | undefined {
  if (units.length > 0) return 'unit_duties'
  if (plans.length > 0) return topic === '' ? 'doc_info' : 'search'
  return refs.length > 0 && topic === '' ? 'followup' : undefined
}

/** What the clauses of a message surely ask, each intent once, with the slots of its own clauses. */
function listAsked(clauses: readonly Clause[], read: ReadMessage, context: UnderstandContext): Intent[] {
  const intents: Intent[] = []
  for (const clause of joinAskers(clauses, context).flatMap((clause) => listParts(clause, context))) {
    const [best] = listScores(clause.words, context.lexicon)
    if (!best || best.score < SURE || REPORTING.test(best.name) || intents.some(({ name }) => name === best.name)) continue
    intents.push({ name: best.name, slots: slotsOf(clause, read, context), certainty: certaintyOf(best.score) })
  }
  return intents
}

/** "Ai theo dõi, tổng hợp dư luận?": who and a bare verb share the object of the clause behind. */
function joinAskers(clauses: readonly Clause[], { lexicon }: UnderstandContext): Clause[] {
  const joined: Clause[] = []
  for (const clause of clauses) {
    const last = joined.at(-1)
    const isOther = / (?:cho|giup|ho) /.test(clause.plain) || hasCue('question', clause, lexicon)
    if (last?.endedBy !== ',' || !BARE_ASKER.test(last.plain) || isOther) {
      joined.push(clause)
      continue
    }
    const words = [...last.words, ...clause.words]
    joined.splice(-1, 1, { ...clause, words, plain: formatPlain(words) })
  }
  return joined
}

const BARE_ASKER = /^ (?:ai|(?:co quan|don vi|phong|so|ban|ben) nao)(?: [a-z]+){1,3} $/

const QUESTIONS =
  /^(?:doc_info|deadline|who_responsible|report_route|my_duties|unit_duties|status_query|list_due|export_report|urge|summary)$/
const ORDERS = /^(?:export_report|urge|broadcast|summary|assign|list_due|reminder_pref|approve_return)$/

/** "Xuất bảng rồi đôn đốc": a clause in two where both of them surely ask something of their own. */
function listParts(clause: Clause, { lexicon }: UnderstandContext): Clause[] {
  const cut = clause.words.findIndex(({ plain }, at) => at > 0 && /^(?:roi|va|dong|sau)$/.test(plain))
  if (cut < 0) return [clause]
  const isAnd = clause.words[cut]!.plain === 'va'
  const parts = [clause.words.slice(0, cut), clause.words.slice(cut + 1)].map((words) => ({
    ...clause,
    words,
    plain: formatPlain(words),
  }))
  const names = new Set(
    parts
      .map(({ words }) => listScores(words, lexicon)[0])
      .flatMap((best, at) => (best && best.score >= SURE && isJoinable(best.name, isAnd, at) ? best.name : [])),
  )
  return names.size === parts.length ? parts : [clause]
}

/** "Ai ký và hạn bao giờ" asks twice; "xem việc rồi xuất bảng" may begin with a question. */
function isJoinable(name: IntentName, isAnd: boolean, at: number): boolean {
  if (isAnd) return QUESTIONS.test(name)
  return ORDERS.test(name) || (at === 0 && QUESTIONS.test(name))
}

/** The slots of one clause; where it names no plan or unit, those of the message hold. */
function slotsOf({ words }: Clause, read: ReadMessage, context: UnderstandContext): Slots {
  const [from, to] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0]
  const isInside = (span: { readonly from: number; readonly to: number }) =>
    (read.message.words[span.from]?.start ?? -1) >= from && (read.message.words[span.to - 1]?.end ?? to + 1) <= to
  const own = { plans: read.plans.filter(isInside), units: read.units.filter(isInside) }
  const part: ReadMessage = {
    ...read,
    plans: own.plans.length > 0 ? own.plans : read.plans,
    units: own.units.length > 0 ? own.units : read.units,
    refs: read.refs.filter(isInside),
    sections: read.sections.filter(isInside),
    sketch: words,
    plain: formatPlain(words),
  }
  return { ...NO_SLOTS, ...listSlots(part, context) }
}

function certaintyOf(score: number): number {
  return Math.min(1, score / BEYOND_DOUBT)
}
