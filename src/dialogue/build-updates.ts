import type { ProgressStatus } from '../domain/progress.ts'
import type { ReportedUpdate } from './intent.ts'
import type { MessageWord } from './normalized-message.ts'
import { isNameless, type Statement, type Topic } from './statement.ts'
import type { UnderstandContext } from './understand-context.ts'

/** Numbers above it are hardly numbers in a list of duties: "nv 57" may mean Kết luận 57. */
const HIGHEST_NUMBER = 40

/** One update for each duty that statements speak of, and whether something must be asked back before they count. */
export function buildUpdates(
  statements: readonly Statement[],
  original: string,
  { conversation }: UnderstandContext,
): { updates: ReportedUpdate[]; isDoubtful: boolean; isCount: boolean } {
  const shown = conversation?.shownDutyIds.length ?? 0
  let isDoubtful = false
  const isCount = statements.some(isCountOfDuties)
  // "4/6 việc xong, còn lại đang làm": neither part tells which.
  const told = withoutExceptions(statements.map(readCounted), shown).filter(
    (statement) => !isCountOfDuties(statement) && !(isCount && isNameless(statement.topic)),
  )
  isDoubtful ||= told.length < statements.length && !isCount
  // "Nv 3 vẫn như tuần trước" tells nothing to write down.
  isDoubtful ||= told.some(isVague) && told.every(isVague)
  const telling = told.filter((statement) => !isVague(statement))
  const updates = groupByTopic(telling.length > 0 ? telling : told).flatMap((group) => {
    const { topic } = group[0]!
    const duties = listDuties(topic, shown, original)
    const update = mergeStatements(group, original)
    isDoubtful ||= isGroupDoubtful(group, duties, shown, update)
    return duties.map((duty) => ({ duty, ...update }))
  })
  return { updates, isDoubtful: isDoubtful || isCount, isCount }
}

/** "Nv 1-4 xong, trừ nv 2": what is excepted is taken out of those that were named; of all when nobody knows how many, only it is told. */
function withoutExceptions(statements: readonly Statement[], shown: number): readonly Statement[] {
  const hasRest = statements.some(({ topic }) => topic.isRest)
  const excepted = new Set(statements.flatMap(({ isException, topic }) => (isException || hasRest ? topic.numbers : [])))
  if (excepted.size === 0 && !hasRest) return statements
  return statements.flatMap((statement) => {
    const { topic } = statement
    const isException = statement.isException || (hasRest && !topic.isRest)
    const named = topic.isAll ? Array.from({ length: shown }, (_, at) => at + 1) : topic.numbers
    const numbers = named.filter((number) => !excepted.has(number))
    const isOfSeveral = !isException && (topic.isAll || topic.numbers.length > 1 || isNameless(topic))
    if (!isOfSeveral) return [statement]
    return numbers.length > 0 ? [{ ...statement, topic: { numbers, isAll: false, words: undefined } }] : []
  })
}

function isVague({ claim }: Statement): boolean {
  return claim.by === 'vague'
}

/** "5/7 nhiệm vụ đã xong" does not say which. */
function isCountOfDuties({ claim, words, topic }: Statement): boolean {
  return (
    claim.by === 'amount' &&
    claim.percent === null &&
    topic.numbers.length === 0 &&
    /^(?:nhiem|viec|dau|noi)$/.test(words[claim.to]?.plain ?? '')
  )
}

/** "Xong 3/6 việc: việc 1, 2 và 4": those that make up the count are done. */
function readCounted(statement: Statement): Statement {
  const { claim, words, topic } = statement
  const count = claim.by === 'amount' && claim.percent !== 100 ? /^\d+/.exec(words[claim.from]?.plain ?? '')?.[0] : undefined
  const isOfDuties = /^(?:nhiem|viec|dau|@duty)$/.test(words[claim.to]?.plain ?? '')
  const isNamedBehind =
    words.findIndex(({ plain }) => plain === '@duty') >= claim.to || words.every(({ plain }) => plain !== '@duty')
  if (!isOfDuties || !isNamedBehind || topic.numbers.length !== Number(count)) return statement
  return { ...statement, claim: { ...claim, status: 'done', percent: 100, by: 'done' } }
}

function groupByTopic(statements: readonly Statement[]): Statement[][] {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const { numbers, isAll, words } = statement.topic
    const key = `${numbers.join()}|${isAll}|${words?.[0]?.start ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), statement])
  }
  return [...groups.values()]
}

function listDuties({ numbers, isAll, words }: Topic, shown: number, original: string): (string | null)[] {
  if (isAll && shown > 0 && (numbers.length === 0 || numbers[0] === shown))
    return Array.from({ length: shown }, (_, at) => String(at + 1))
  if (!isAll && numbers.length > 0) return [...new Set(numbers)].map(String)
  if (words) return [formatOriginal(words, original)]
  return [shown === 1 ? '1' : null]
}

function isGroupDoubtful(
  group: readonly Statement[],
  duties: readonly (string | null)[],
  shown: number,
  update: Omit<ReportedUpdate, 'duty'>,
): boolean {
  const { topic } = group[0]!
  if (duties.includes(null) || (topic.isAll && duties.length < 2) || isPaper(topic) || isWholePaper(group)) return true
  // What is stopped for a reason is stuck, and no dispute.
  const isStuck = update.status === 'blocked'
  if (group.some(({ isUnsure, claim }) => isUnsure || (claim.kind === 'dispute' && !isStuck))) return true
  if (group.some(({ claim }) => claim.kind === 'extension') && update.dueChange === null) return true
  return !topic.isAll && topic.numbers.some((number) => number > (shown || HIGHEST_NUMBER))
}

const LONGEST_NUMBER = 4

/** "Nv 197 xong": the number of a paper, and of none of its duties; "nv 254" may be one, too. */
function isPaper({ words }: Topic): boolean {
  const [only] = words?.length === 1 ? words : []
  return only !== undefined && /^(?:@plan|\d+)$/.test(only.plain) && only.end - only.start <= LONGEST_NUMBER
}

/** "Nghị quyết 47 xong rồi": a paper charges with several duties, but "kế hoạch 45 đã ban hành" is one. */
function isWholePaper(group: readonly Statement[]): boolean {
  const { topic, claim, words } = group[0]!
  const isOnly = topic.words?.length === 1 && topic.words[0]!.plain === '@plan'
  return isOnly && claim.by === 'done' && !words.some(({ plain }) => ISSUED.test(plain))
}

const ISSUED = /^(?:ban|gui|nop|ky|phat|trinh|dang|soan|xay|hop)$/

/** What several statements on one duty come to. */
function mergeStatements(group: readonly Statement[], original: string): Omit<ReportedUpdate, 'duty'> {
  const valid = listValid(group)
  // Who hands a duty on tells nothing of how far it is, unless it is stuck.
  const isHandedOn = valid.some(({ claim }) => claim.kind === 'dispute') && !valid.some(({ claim }) => claim.status === 'blocked')
  const statuses = isHandedOn ? [] : valid.flatMap(({ claim }) => claim.status ?? [])
  const status = mergeStatuses(statuses)
  const percent = valid.flatMap(({ claim }) => claim.percent ?? []).at(-1) ?? null
  const extension = group.find(({ claim }) => claim.kind === 'extension')
  return {
    status,
    percent: status === 'done' ? 100 : percent === 100 ? null : percent,
    note: readNote(group, status, original),
    dueChange:
      extension?.day ??
      group.find(({ claim, day }) => extension && claim.kind === 'status' && claim.status === null && day)?.day ??
      null,
  }
}

/** What still holds of several statements: those behind the last repair; and what was done on the way says no more once it is done. */
function listValid(group: readonly Statement[]): readonly Statement[] {
  const said = group.slice(
    Math.max(
      0,
      group.findLastIndex(({ isRepair }) => isRepair),
    ),
  )
  const last = said.at(-1)!.claim
  return last.by === 'done' && last.status === 'done' ? said.filter(({ claim }) => claim.by !== 'partly') : said
}

function mergeStatuses(statuses: readonly ProgressStatus[]): ProgressStatus | null {
  if (statuses.length === 0) return null
  if (statuses.includes('blocked')) return 'blocked'
  const kinds = new Set(statuses)
  return kinds.size === 1 ? statuses[0]! : 'in_progress'
}

/** The words that tell more than the status: a reason, a day, a paper, a remark. */
function readNote(group: readonly Statement[], status: ProgressStatus | null, original: string): string | null {
  const notes = group.flatMap(({ claim, words, day, remarks }) => {
    const told = remarks.map((remark) => formatOriginal(remark, original))
    if (status === 'blocked' && claim.status === 'blocked') return [formatOriginal(words.slice(claim.from), original), ...told]
    if (claim.kind !== 'status' || day || claim.by === 'nearly') return [formatOriginal(words, original), ...told]
    return told
  })
  return notes.length > 0 ? notes.join('; ') : null
}

function formatOriginal(words: readonly MessageWord[], original: string): string {
  return original.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0)
}
