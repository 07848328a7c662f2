import type { Duty } from '../../domain/duty.ts'
import type { Plan, Role } from '../../domain/plan.ts'
import { applyEdits } from '../../usecases/correcting/apply-edits.ts'
import type { Edit } from '../../usecases/correcting/read-correction.ts'
import { buildCorrection } from '../../usecases/correcting/record-correction.ts'
import type { Library } from '../../usecases/library.ts'
import type { Office } from '../open-office.ts'
import { findNamedPlan } from './find-named-plan.ts'
import { openDatabaseOffice } from './open-command-office.ts'
import { parseWords, print, Refusal, Usage, type Command } from './outcome.ts'

const ROLES: readonly Role[] = ['lead', 'coordinate', 'assigned', 'report_to']

/** `correct`: puts a reading right by hand; the old one is kept and the quote never changes. */
export const correct: Command = {
  usage: 'PLAN PATH [--line N] [--deadline WORDS|none] [--unit NAME:ROLE]… [--without NAME]… [--text WORDS] [--db FILE]',
  does: 'corrects the deadline, units or words of a duty; without a change shows the duty and its earlier readings',
  run: async (words) => {
    const { values, positionals } = parseWords(words, {
      line: { type: 'string' },
      deadline: { type: 'string' },
      unit: { type: 'string', multiple: true },
      without: { type: 'string', multiple: true },
      text: { type: 'string' },
    })
    const [planName, path] = positionals
    if (!planName || !path) throw new Usage('correct needs a plan and the path of a duty')
    const edits = [...readUnitEdits(values.unit ?? [], values.without ?? []), ...readOtherEdits(values)]
    const office = openDatabaseOffice(values)
    try {
      const { library } = await office.openWorld()
      const plan = findNamedPlan(planName, library)
      const duty = findDuty(path, values.line, plan, library)
      if (edits.length > 0) await store(duty, edits, plan, library, office)
      print(await describe(duty.id, office))
    } finally {
      office.storage.close()
    }
  },
}

/** The first unit of a role takes the place of all that had it; the next ones join it. */
function readUnitEdits(units: readonly string[], without: readonly string[]): Edit[] {
  const seen = new Set<Role>()
  const edits = units.map((unit): Edit => {
    const at = unit.lastIndexOf(':')
    const role = ROLES.find((known) => known === unit.slice(at + 1))
    if (at < 1 || !role) throw new Usage(`--unit is NAME:ROLE, where ROLE is ${ROLES.join(', ')}`)
    const how = seen.has(role) ? 'add' : 'set'
    seen.add(role)
    return { part: 'units', how, role, names: unit.slice(0, at) }
  })
  return [...edits, ...without.map((names): Edit => ({ part: 'units', how: 'remove', role: null, names }))]
}

function readOtherEdits({
  deadline,
  text,
}: {
  readonly deadline?: string | undefined
  readonly text?: string | undefined
}): Edit[] {
  return [
    ...(deadline === undefined ? [] : [{ part: 'deadline', words: deadline === 'none' ? null : deadline } as const]),
    ...(text === undefined ? [] : [{ part: 'text', words: text } as const]),
  ]
}

function findDuty(path: string, line: string | undefined, plan: Plan, { dutiesOfPlan }: Library): Duty {
  const all = dutiesOfPlan.get(plan.id) ?? []
  const ofPath = all.filter((duty) => duty.path.toLowerCase() === path.toLowerCase())
  const found = line === undefined ? ofPath : ofPath.filter(({ lines: [from, to] }) => from <= Number(line) && Number(line) <= to)
  const [duty, ...others] = found
  if (!duty) {
    const paths = [...new Set(all.map((each) => each.path))].join(', ')
    throw new Refusal(`${plan.slug} has no duty at ${path}${line === undefined ? '' : `, line ${line}`}; its duties: ${paths}`)
  }
  if (others.length === 0) return duty
  const list = found.map(({ lines, text }) => `  --line ${lines[0]}: ${text.slice(0, 80)}`).join('\n')
  throw new Refusal(`${plan.slug} has several duties at ${path}; say which:\n${list}`)
}

async function store(duty: Duty, edits: readonly Edit[], plan: Plan, library: Library, office: Office): Promise<void> {
  const edited = applyEdits(duty, edits, plan, library)
  if ('unread' in edited) throw new Refusal(`"${edited.words}" cannot be read as ${edited.unread}; nothing was stored`)
  const changes = buildCorrection(duty, edited, 'operator', office.clock.now(), library)
  if (!(await office.storage.ledger.commit(changes)))
    throw new Refusal('somebody else corrected this duty meanwhile; nothing was stored')
}

async function describe(dutyId: string, office: Office): Promise<object> {
  const { library } = await office.openWorld()
  const duty = library.dutyById.get(dutyId)
  if (!duty) throw new Error(`no duty ${dutyId}`)
  const { path, lines, text, quote, units, deadline } = duty
  const named = units.map(({ name, role }) => ({ name, role }))
  const plan = library.planById.get(duty.planId)?.plan.number ?? null
  const corrections = (library.correctionsOf.get(dutyId) ?? []).map(({ by, at, before, after }) => ({ by, at, before, after }))
  return { plan, path, lines, text, quote, units: named, deadline, corrections }
}
