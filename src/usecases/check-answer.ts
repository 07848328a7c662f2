import type { ProgressUpdate } from '../domain/progress.ts'
import { renderPhrase } from '../wording/render-phrase.ts'
import { renderWhole } from '../wording/render-reply.ts'
import { say, type Decision, type World } from './asked.ts'
import { findUnfounded, type Unfounded } from './checking/find-unfounded.ts'
import { listFacts, type Heard } from './checking/list-facts.ts'

/** A decision whose answer may be sent; withheld tells what the answer it stands for said without origin. */
export type Checked = Decision & { readonly withheld?: readonly Unfounded[] }

/**
 * Checked before it is sent: every quote, day, document number, amount and unit of the rendered answer comes from what it was made of.
 * An answer that says anything else is not sent, and what goes with it does not happen: nobody would have been told the truth of it.
 */
export async function checkAnswer(decision: Decision, heard: Heard, world: World): Promise<Checked> {
  const unfounded = findUnfounded(
    wordWhole(decision, world),
    listFacts(decision, heard, await readLog(decision, world), world),
    world.library.registry,
  )
  return unfounded.length === 0 ? decision : { ...say('withheld', {}, { isAnswered: false }), withheld: unfounded }
}

/** All pages, and the labels of what can be chosen. */
function wordWhole({ reply }: Decision, { templates }: World): string {
  return [renderWhole(reply, templates), ...reply.choices.map(({ label }) => renderPhrase(label, templates))].join('\n')
}

/** What was reported on the duties of an answer, where it tells any progress. */
function readLog({ reply }: Decision, { progress }: World): Promise<readonly ProgressUpdate[]> | readonly ProgressUpdate[] {
  return reply.dutyIds.length > 0 && JSON.stringify(reply.phrases).includes('"progress-') ? progress.ofDuties(reply.dutyIds) : []
}
