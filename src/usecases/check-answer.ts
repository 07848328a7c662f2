import type { Phrase } from '../domain/reply.ts'
import { renderPhrase } from '../wording/render-phrase.ts'
import { renderWhole } from '../wording/render-reply.ts'
import { say, type Decision, type World } from './asked.ts'
import { findUnfounded, SEAM, type Unfounded } from './checking/find-unfounded.ts'
import { listFacts, type Heard, type Logged } from './checking/list-facts.ts'

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
  const captions = (reply.attachments ?? []).map(({ say, with: values }): Phrase => ({ say, with: { ...values, link: '' } }))
  const phrases = [...reply.phrases, ...captions].map(markSeams)
  const labels = reply.choices.map(({ label }) => renderPhrase(markSeams(label), templates))
  return [renderWhole({ ...reply, phrases }, templates), ...labels].join('\n')
}

function markSeams(phrase: Phrase): Phrase {
  const marked = Object.entries(phrase.with ?? {}).map(([name, value]) => {
    if (typeof value === 'object') return [name, value.map(markSeams)]
    return [name, value === '' ? '' : `${SEAM}${value}${SEAM}`]
  })
  return { say: phrase.say, with: Object.fromEntries(marked) }
}

/** What was reported and decided on the duties of an answer, where it tells how they stand. */
async function readLog({ reply }: Decision, { progress, acts, evidence }: World): Promise<readonly Logged[]> {
  if (reply.dutyIds.length === 0 || !/"(?:progress|life|deadline-granted)/.test(JSON.stringify(reply.phrases))) return []
  const [reported, done, shown] = [progress.ofDuties(reply.dutyIds), acts.ofDuties(reply.dutyIds), evidence.ofDuties(reply.dutyIds)]
  return [...(await reported), ...(await done), ...(await shown)]
}
