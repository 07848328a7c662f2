import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeUnderstanding } from '../../src/dialogue/describe-understanding.ts'
import type { ReportedUpdate } from '../../src/dialogue/intent.ts'
import { understand } from '../../src/dialogue/understand.ts'
import { aContext } from '../unit/dialogue/dialogue-fixture.ts'

// node test/bench/understanding.ts DEVSET_DIR: how many messages are understood, per intent and register, and how many reports are read
// fully right. DEVSET_DIR holds utterances.json ({ t, reg, intent }) and progress.json ({ text, sent_at, register, parsed, … }).

type Utterance = { readonly t: string; readonly reg: string; readonly intent: string; readonly role?: string }
type Parsed = {
  readonly duty_ref: string | null
  readonly status: string | null
  readonly percent: number | null
  readonly due_change: string | null
  readonly status_alt?: readonly string[]
  readonly percent_alt?: number
  readonly due_optional?: boolean
}
type Message = {
  readonly text: string
  readonly sent_at: string
  readonly register: string
  readonly parsed: readonly Parsed[]
  readonly is_update: boolean
  readonly needs_clarification: boolean
}

class Tally {
  readonly #rows = new Map<string, { right: number; all: number }>()

  count(keys: readonly string[], isRight: boolean): void {
    for (const key of keys) {
      const row = this.#rows.get(key) ?? { right: 0, all: 0 }
      this.#rows.set(key, { right: row.right + Number(isRight), all: row.all + 1 })
    }
  }

  print(): void {
    for (const [key, { right, all }] of [...this.#rows].sort())
      console.log(`${key.padEnd(32)} ${String(right).padStart(4)}/${String(all).padEnd(4)} ${((100 * right) / all).toFixed(1)} %`)
  }
}

const [directory] = process.argv.slice(2)
if (!directory) throw new Error('usage: node test/bench/understanding.ts DEVSET_DIR')
const read = <T>(name: string): T => JSON.parse(readFileSync(join(directory, name), 'utf8')) as T

const intents = new Tally()
for (const { t, reg, intent, role } of read<Utterance[]>('utterances.json')) {
  const asker = { unitId: null, role: role === 'leader' ? ('leader' as const) : ('officer' as const) }
  const got = describeUnderstanding(understand(t, aContext({ asker }))).intent
  intents.count(['all intents', `register ${reg}`, `intent ${intent}`], got === intent)
  if (got !== intent) console.log(`  ${intent} read as ${got}: ${t}`)
}
intents.print()

const reports = new Tally()
let falseWrites = 0
for (const message of read<Message[]>('progress.json')) {
  const line = describeUnderstanding(understand(message.text, aContext({ today: message.sent_at })))
  const isRight =
    line.isUpdate === message.is_update &&
    line.clarify === message.needs_clarification &&
    line.updates.length === message.parsed.length &&
    message.parsed.every((parsed, at) => isSame(parsed, line.updates[at]!))
  if (!message.is_update && line.isUpdate && !line.clarify) falseWrites++
  reports.count(['all reports', `register ${message.register}`], isRight)
  if (!isRight) console.log(`  ${message.text}: ${JSON.stringify(line)}`)
}
reports.print()
console.log(`messages that are no report and would be written: ${falseWrites}`)

const spent: number[] = []
for (const { t } of read<Utterance[]>('utterances.json')) {
  const start = performance.now()
  understand(t, aContext())
  spent.push(performance.now() - start)
}
spent.sort((one, other) => one - other)
const at = (share: number) => spent[Math.floor(share * (spent.length - 1))]!.toFixed(2)
console.log(`milliseconds a message: median ${at(0.5)}, p99 ${at(0.99)}`)

function isSame(parsed: Parsed, { duty, status, percent, dueChange }: ReportedUpdate): boolean {
  return (
    duty === parsed.duty_ref &&
    (status === parsed.status || (parsed.status_alt ?? []).includes(status ?? '')) &&
    (percent === parsed.percent || percent === (parsed.percent_alt ?? null)) &&
    (dueChange === parsed.due_change || (parsed.due_optional === true && dueChange === null))
  )
}
