// How many questions of a development set are answered fully right: node test/bench/answers.ts DIR [--errors]
// DIR holds questions.json and plans/NNN.gold.json, which tell the lines of each duty by its id.
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

const lines = questions.map(({ q, asker_unit }) => JSON.stringify({ q, unit: asker_unit, today: '2026-11-21' })).join('\n')
const cli = join(import.meta.dirname, '../../src/entry/cli.ts')
const output = execFileSync(process.execPath, [cli, 'ask', '--jsonl'], { input: lines, encoding: 'utf8', maxBuffer: 1 << 28 })
const answers = output
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Answer)

const byStyle = new Map<string, { right: number; all: number }>()
for (const [index, question] of questions.entries()) {
  const answer = answers[index]
  if (!answer) throw new Error(`no answer to ${question.id}`)
  const faults = findFaults(question, answer)
  const counts = byStyle.get(question.style) ?? { right: 0, all: 0 }
  byStyle.set(question.style, { right: counts.right + (faults.length === 0 ? 1 : 0), all: counts.all + 1 })
  if (flag === '--errors' && faults.length > 0) {
    console.log(
      `${question.id} [${answer.intent}] ${question.q}  (${question.asker_unit ?? '-'})\n    ${faults.join('\n    ')}\n    > ${answer.text.slice(0, 200).replaceAll('\n', ' / ')}`,
    )
  }
}
const total = [...byStyle.values()].reduce((sum, { right, all }) => ({ right: sum.right + right, all: sum.all + all }), {
  right: 0,
  all: 0,
})
for (const [style, { right, all }] of [...byStyle, ['all', total] as const]) {
  console.log(`${style.padEnd(12)} ${right}/${all}  ${((100 * right) / all).toFixed(1)} %`)
}
const times = answers.map(({ ms }) => ms).toSorted((a, b) => a - b)
console.log(`ms per answer: median ${times[Math.floor(times.length / 2)]}, most ${times.at(-1)}`)
