// How many questions of a development set are answered fully right: node test/bench/answers.ts DIR [--errors]
// DIR holds questions.json and plans/NNN.gold.json, which tell the lines of each duty by its id.
// Fully right = the right duties and no other ones, the right words, nothing that must not be said, and refused exactly when the
// plans do not say. Times are those of a warm process: the questions are asked several times, and the last round counts.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Expectation = {
  readonly duty_ids: readonly string[]
  readonly duty_ids_optional?: readonly string[]
  readonly optional_duty_ids?: readonly string[]
  readonly must_contain: readonly string[]
  readonly must_contain_any?: readonly (readonly string[])[]
  readonly must_not_contain: readonly string[]
  readonly answerable: boolean
}
type Question = {
  readonly id: string
  readonly q: string
  readonly asker_unit: string | null
  readonly style: string
  readonly intent: string
  readonly expect: Expectation
}
type Answer = {
  readonly text: string
  readonly intent: string
  readonly answerable: boolean
  readonly clarify: boolean
  readonly duties: readonly { readonly plan: string; readonly lines: readonly [number, number] }[]
  readonly ms: number
}
type Gold = {
  readonly doc: { readonly number: string }
  readonly duties: readonly { readonly id: string; readonly lines: readonly [number, number] }[]
}

const [folder = '', flag] = process.argv.slice(2)
const questions = JSON.parse(readFileSync(join(folder, 'questions.json'), 'utf8')) as Question[]
const golds = new Map<string, Gold>()

function findGold(dutyId: string): { plan: string; lines: readonly [number, number] } | undefined {
  const name = dutyId.split('-')[0] ?? ''
  const file = join(folder, 'plans', `${name}.gold.json`)
  if (!golds.has(name) && existsSync(file)) golds.set(name, JSON.parse(readFileSync(file, 'utf8')) as Gold)
  const gold = golds.get(name)
  const duty = gold?.duties.find(({ id }) => id === dutyId)
  return gold && duty ? { plan: gold.doc.number, lines: duty.lines } : undefined
}

function isShown(dutyId: string, { duties }: Answer): boolean {
  const gold = findGold(dutyId)
  return (
    gold !== undefined &&
    duties.some(({ plan, lines }) => plan === gold.plan && lines[0] <= gold.lines[1] && gold.lines[0] <= lines[1])
  )
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ')

/** What is wrong with an answer; empty when it is fully right. */
function findFaults({ expect }: Question, answer: Answer): string[] {
  const text = plain(answer.text)
  const holds = (either: string): boolean => either.split('|').some((words) => text.includes(plain(words)))
  const allowed = [...expect.duty_ids, ...(expect.duty_ids_optional ?? []), ...(expect.optional_duty_ids ?? [])].map(findGold)
  const foreign = answer.duties.filter(
    ({ plan, lines }) => !allowed.some((gold) => gold?.plan === plan && lines[0] <= gold.lines[1] && gold.lines[0] <= lines[1]),
  )
  return [
    ...expect.duty_ids.filter((id) => !isShown(id, answer)).map((id) => `lacks duty ${id}`),
    ...(expect.duty_ids.length > 0 ? foreign.map(({ plan, lines }) => `foreign duty ${plan} ${lines.join('-')}`) : []),
    ...expect.must_contain.filter((words) => !holds(words)).map((words) => `lacks "${words.slice(0, 60)}"`),
    ...(expect.must_contain_any ?? [])
      .filter((group) => !group.some(holds))
      .map((group) => `lacks any of "${group.slice(0, 3).join('|')}…"`),
    ...expect.must_not_contain.filter(holds).map((words) => `holds "${words.slice(0, 60)}"`),
    ...(expect.answerable === answer.answerable ? [] : [`answerable ${answer.answerable}, expected ${expect.answerable}`]),
  ]
}

const ROUNDS = 4
const lines = questions.map(({ q, asker_unit }) => JSON.stringify({ q, unit: asker_unit, today: '2026-11-21' })).join('\n')
const cli = join(import.meta.dirname, '../../src/entry/cli.ts')
const input = Array.from({ length: ROUNDS }, () => lines).join('\n')
const output = execFileSync(process.execPath, [cli, 'ask', '--jsonl'], { input, encoding: 'utf8', maxBuffer: 1 << 28 })
const all = output
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Answer)
const answers = all.slice(0, questions.length)
const warm = all.slice(-questions.length)

/** What a question asks for, in words that a newcomer understands. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:my|unit)_duties$/, 'duties of a unit'],
  [/^(?:deadline|list_due)$/, 'deadlines'],
  [/^(?:who_\w+|coordinat\w*)$/, 'who is responsible'],
  [/^report_\w+$/, 'report routes'],
  [/^(?:doc_info|legal_basis|find_provision|cite_source|search)$/, 'facts and passages'],
]

function kindOf({ intent, expect }: Question): string {
  return expect.answerable ? (KINDS.find(([shape]) => shape.test(intent))?.[1] ?? 'other') : 'not in the plans'
}

type Row = { readonly name: string; readonly right: number; readonly all: number; readonly ms: readonly number[] }
const scored = questions.map((question, index) => {
  const [answer, ms] = [answers[index], warm[index]?.ms]
  if (!answer || ms === undefined) throw new Error(`no answer to ${question.id}`)
  return { question, answer, ms, faults: findFaults(question, answer) }
})
if (flag === '--errors') {
  for (const { question, answer, faults } of scored.filter((each) => each.faults.length > 0)) {
    console.log(
      `${question.id} [${answer.intent}] ${question.q}  (${question.asker_unit ?? '-'})\n    ${faults.join('\n    ')}\n    > ${answer.text.slice(0, 200).replaceAll('\n', ' / ')}`,
    )
  }
}

function sumUp(name: string, group: typeof scored): Row {
  return { name, right: group.filter(({ faults }) => faults.length === 0).length, all: group.length, ms: group.map(({ ms }) => ms) }
}

function pick(ms: readonly number[], share: number): string {
  const sorted = ms.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

function printTable(title: string, rows: readonly Row[]): void {
  console.log(`\n${title.padEnd(22)}${'right'.padStart(9)}${'share'.padStart(10)}${'p50 ms'.padStart(9)}${'p99 ms'.padStart(9)}`)
  for (const { name, right, all: count, ms } of rows) {
    const cells = [
      `${right}/${count}`.padStart(9),
      percent(right, count).padStart(10),
      pick(ms, 0.5).padStart(9),
      pick(ms, 0.99).padStart(9),
    ]
    console.log(`${name.padEnd(22)}${cells.join('')}`)
  }
}

const groups = (keyOf: (question: Question) => string): Row[] =>
  [...Map.groupBy(scored, ({ question }) => keyOf(question))].map(([name, group]) => sumUp(name, group))
printTable(
  'Style of writing',
  groups(({ style }) => style),
)
printTable('What is asked for', groups(kindOf))
printTable('Together', [sumUp('all questions', scored)])

const [unanswerable, answerable] = [false, true].map((is) => scored.filter(({ question }) => question.expect.answerable === is))
const refused = (group: typeof scored): number => group.filter(({ answer }) => !answer.answerable).length
console.log(
  `\nnot in the plans and refused: ${refused(unanswerable!)}/${unanswerable!.length} (${percent(refused(unanswerable!), unanswerable!.length)})`,
)
console.log(
  `in the plans and refused wrongly: ${refused(answerable!)}/${answerable!.length} (${percent(refused(answerable!), answerable!.length)})`,
)
