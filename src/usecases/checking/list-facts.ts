import { deadlineState } from '../../dates/deadline-state.ts'
import type { Intent } from '../../dialogue/intent.ts'
import { dayInVietnam, type Day } from '../../domain/calendar.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { Duty } from '../../domain/duty.ts'
import type { DutyAct } from '../../domain/duty-life.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { Plan } from '../../domain/plan.ts'
import type { ProgressUpdate } from '../../domain/progress.ts'
import type { Asker, Decision, World } from '../asked.ts'
import { findShownRows } from './find-shown-rows.ts'
import { listExamples } from './list-examples.ts'
import { listLeaves, type Leaves } from './list-leaves.ts'
import type { Facts } from './find-unfounded.ts'
import { readCopyFacts, readDutyFacts, readPassageFacts, readPlanFacts, readRowFacts, readUnitFacts } from './row-facts.ts'

/** What was known when an answer was made, besides the rows. */
export type Heard = {
  readonly text: string
  readonly intents: readonly Intent[]
  readonly conversation: Conversation
  readonly asker: Asker | undefined
}

/** A line of the logs on duties. */
export type Logged = ProgressUpdate | DutyAct | Evidence

/** Everything that a decision's answer was made of: its duties, their papers, the units and papers that it names, what was said and reported, today. */
export function listFacts(decision: Decision, heard: Heard, log: readonly Logged[], world: World): Facts {
  const { reply } = decision
  const leaves = listLeaves(reply)
  const shown = findShownRows(leaves.values, world.library)
  const told = [...reply.dutyIds, ...(reply.sources ?? [])].flatMap((id) => world.library.dutyById.get(id) ?? [])
  const duties = [...new Set([...told, ...shown.duties])]
  const plans = listPlans(duties, decision, leaves, world)
  const units = [...shown.units, ...(heard.asker?.units ?? [])]
  return {
    rows: [
      ...duties.map((duty) => readDutyFacts(duty, world.library.planById.get(duty.planId))),
      ...plans.map(readPlanFacts),
      ...plans.flatMap(({ id }) => (world.library.witnessesOf.get(id) ?? []).map(readCopyFacts)),
      readRowFacts(listSaid(duties.map(({ id }) => world.library.correctionsOf.get(id)))),
      ...units.map(readUnitFacts),
      ...shown.passages.map(readPassageFacts),
      ...units
        .flatMap(({ id }) => world.library.successionsOf(id))
        .map(({ field, since, basis }) => readRowFacts([field, basis], [since])),
      readRowFacts(
        listSaid([heard.text, heard.intents, heard.conversation.pending, decision.changes, log]),
        listDays(duties, world),
      ),
      readRowFacts(listSaid([reply.facts ?? [], decision.remembers?.pending, listShownPages(heard, leaves)])),
    ],
    counts: leaves.counts,
    examples: listExamples(leaves.headings, world.templates),
  }
}

function listPlans(duties: readonly Duty[], { remembers }: Decision, { values }: Leaves, { library }: World): Plan[] {
  const ids = new Set([...duties.map(({ planId }) => planId), ...(remembers?.shownPlanIds ?? [])])
  return library.plans.filter(
    ({ id, slug, plan }) => ids.has(id) || values.has(slug) || (plan.number !== null && values.has(plan.number)),
  )
}

/** Days that hang on the day of asking. */
function listDays(duties: readonly Duty[], { clock, holidays }: World): Day[] {
  const states = duties.map(({ deadline }) => deadlineState(deadline, clock.today(), holidays))
  const days = states.flatMap((state) => ('nextOn' in state ? [state.nextOn, state.periodStart] : []))
  return [clock.today(), ...days.filter((day) => day !== undefined)]
}

/** A page that was checked when it was made may be shown. */
function listShownPages({ conversation }: Heard, { values }: Leaves): readonly string[] {
  return conversation.pages.filter((page) => values.has(page))
}

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** Every word and day inside what was said, remembered, changed or reported. */
function listSaid(value: unknown): string[] {
  if (typeof value === 'string') return [MOMENT.test(value) ? dayInVietnam(value) : value]
  if (typeof value === 'number') return [`${value} %`]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listSaid) : []
}
