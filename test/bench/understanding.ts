import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fold } from '../../src/text/fold.ts'
import { describeUnderstanding } from '../../src/dialogue/describe-understanding.ts'
import type { ReportedUpdate } from '../../src/dialogue/intent.ts'
import { understand } from '../../src/dialogue/understand.ts'
import { aContext } from '../unit/dialogue/dialogue-fixture.ts'

// node test/bench/understanding.ts DIR [--errors]: how many messages are understood. DIR holds utterances.json ({ t, reg, intent }) and
// progress.json ({ text, sent_at, register, parsed, is_update, needs_clarification }). --errors also prints what was misread.

type Utterance = { readonly t: string; readonly reg: string; readonly intent: string; readonly role?: string }
type Parsed = {
  readonly duty_ref: string | null
  readonly status: string | null
  readonly percent: number | null
  readonly due_change: string | null
  readonly duty_alt?: string
  readonly status_alt?: readonly (string | null)[]
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

/** Says how a message is written and not what it wants. */
const NO_INTENT = 'noisy_voice_ocr'

class Tally {
  readonly #rows = new Map<string, { right: number; all: number }>()

  count(keys: readonly string[], isRight: boolean): void {
    for (const key of keys) {
      const row = this.#rows.get(key) ?? { right: 0, all: 0 }
      this.#rows.set(key, { right: row.right + Number(isRight), all: row.all + 1 })
    }
  }

  print(title: string): void {
    console.log(`\n${title.padEnd(24)} right   of   share`)
    for (const [key, { right, all }] of [...this.#rows].sort())
      console.log(
        `${key.padEnd(24)} ${String(right).padStart(5)} ${String(all).padStart(4)} ${((100 * right) / all).toFixed(1).padStart(6)} %`,
      )
  }
}

const [directory, ...flags] = process.argv.slice(2)
if (!directory) throw new Error('usage: node test/bench/understanding.ts DIR [--errors]')
const read = <T>(name: string): T => JSON.parse(readFileSync(join(directory, name), 'utf8')) as T
const printError = (error: string) => flags.includes('--errors') && console.log(`  ${error}`)

const utterances = read<Utterance[]>('utterances.json').filter(({ intent }) => intent !== NO_INTENT)
const [registers, intents] = [new Tally(), new Tally()]
for (const { t, reg, intent, role } of utterances) {
  const asker = { unitId: null, role: role === 'leader' ? ('leader' as const) : ('officer' as const) }
  const got = describeUnderstanding(understand(t, aContext({ asker }))).intent
  registers.count(['= all', reg], got === intent)
  intents.count([intent], got === intent)
  if (got !== intent) printError(`${intent} read as ${got}: ${t}`)
}
registers.print('INTENT, by register')
intents.print('INTENT, by intent')

const reports = new Tally()
const harm = { written: 0, doubled: 0, missed: 0 }
for (const message of read<Message[]>('progress.json')) {
  const line = describeUnderstanding(understand(message.text, aContext({ today: message.sent_at })))
  const isRight =
    line.isUpdate === message.is_update &&
    line.clarify === message.needs_clarification &&
    line.updates.length === message.parsed.length &&
    message.parsed.every((parsed, at) => isSame(parsed, line.updates[at]!))
  harm.written += Number(!message.is_update && line.isUpdate && !line.clarify)
  harm.doubled += Number(message.is_update && !line.clarify && message.needs_clarification && line.isUpdate)
  harm.missed += Number(message.is_update && !line.isUpdate)
  reports.count(['= all', message.register], isRight)
  if (!isRight) printError(`${message.text}: ${JSON.stringify(line)}`)
}
reports.print('REPORT, every fact right')
console.log(`no report, yet it would be read back as one: ${harm.written}`)
console.log(`doubtful, yet not asked back:                ${harm.doubled}`)
console.log(`a report that was not taken as one:          ${harm.missed}`)

const spent: number[] = []
for (const { t } of [...utterances, ...utterances]) {
  const start = performance.now()
  understand(t, aContext())
  spent.push(performance.now() - start)
}
const warm = spent.slice(utterances.length).sort((one, other) => one - other)
const at = (share: number) => warm[Math.floor(share * (warm.length - 1))]!.toFixed(2)
console.log(`\nmilliseconds a message, warm: median ${at(0.5)}, p99 ${at(0.99)}`)

function isSame(parsed: Parsed, { duty, status, percent, dueChange }: ReportedUpdate): boolean {
  return (
    [parsed.duty_ref, parsed.duty_alt].some((named) => named !== undefined && isSameDuty(named, duty)) &&
    (status === parsed.status || (parsed.status_alt ?? []).includes(status)) &&
    (percent === parsed.percent || percent === (parsed.percent_alt ?? null)) &&
    (dueChange === parsed.due_change || (parsed.due_optional === true && dueChange === null))
  )
}

/** A number is that number; words name the same duty when they share at least half of their words. */
function isSameDuty(named: string | null, got: string | null): boolean {
  if (named === null || got === null || /^\d+$/.test(named) || /^\d+$/.test(got)) return named === got
  const [one, other] = [named, got].map(
    (words) =>
      new Set(
        fold(words)
          .toLowerCase()
          .match(/[a-z0-9]+/g),
      ),
  )
  return 2 * one!.intersection(other!).size >= one!.union(other!).size
}
