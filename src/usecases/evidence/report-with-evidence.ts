import { isOnlyEvidence } from '../../dialogue/find-evidence.ts'
import type { Pending, PendingEvidence } from '../../domain/conversation.ts'
import type { EvidenceItem } from '../../domain/evidence.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { Asked, Decision, World } from '../asked.ts'
import { findBehalf } from '../reporting/find-behalf.ts'
import { reportProgress } from '../reporting/report-progress.ts'
import { describeItems, joinPhrases } from './describe-evidence.ts'
import { findTypedEvidence, listBrought } from './list-brought.ts'

type Report = Extract<Pending, { kind: 'progress' }>

/** A report with what comes along: the evidence that it names or that was sent with it, and for whom it is made. */
export async function reportWithEvidence(asked: Asked, world: World): Promise<Decision> {
  const behalf = await findBehalf(asked, world)
  if (behalf && 'refused' in behalf) return behalf.refused
  const spoken = behalf ? speakFor(behalf.unit, asked) : asked
  const decision = await reportProgress(leaveOutEvidence(spoken, world), world)
  const pending = decision.remembers?.pending
  if (pending?.kind !== 'progress') return decision
  const evidence = assignEvidence(listBrought(asked, world), pending, asked)
  const onBehalf = behalf && { onBehalf: behalf.who }
  if (evidence.length === 0 && !onBehalf) return decision
  return {
    ...decision,
    reply: { ...decision.reply, phrases: decision.reply.phrases.map((phrase) => addLines(phrase, evidence, behalf)) },
    remembers: { ...decision.remembers, pending: { ...pending, ...onBehalf, ...(evidence.length > 0 ? { evidence } : {}) } },
  }
}

/** Numbers on the screen are those of the unit that is spoken for, where its list was the last one shown. */
function speakFor(unit: Asked['asker']['units'][number], asked: Asked): Asked {
  const { conversation, asker } = asked
  const isShown = conversation.shownUnitId === unit.id || asker.units[0]?.id === unit.id
  return {
    ...asked,
    asker: { ...asker, units: [unit] },
    conversation: isShown ? conversation : { ...conversation, shownDutyIds: [] },
  }
}

/** A note that is nothing but evidence is told by the evidence. */
function leaveOutEvidence(asked: Asked, world: World): Asked {
  const updates = asked.intent.slots.updates.map((update) =>
    isOnlyEvidence(update.note ?? '', findTypedEvidence(update.note ?? '', world)) ? { ...update, note: null } : update,
  )
  return { ...asked, intent: { ...asked.intent, slots: { ...asked.intent.slots, updates } } }
}

/** A paper goes with the update whose words name it, everything else with all of them. */
function assignEvidence(items: readonly EvidenceItem[], { updates }: Report, { intent }: Asked): PendingEvidence[] {
  const notes = intent.slots.updates.map(({ note }) => squeeze(note ?? ''))
  const all = updates.map(({ dutyId }) => dutyId)
  return items.map((item) => {
    const words = item.kind === 'document' ? squeeze(item.number) : item.kind === 'link' ? squeeze(item.url) : undefined
    const naming = all.filter((_, index) => words !== undefined && notes[index]?.includes(words))
    return { item, dutyIds: naming.length > 0 ? naming : all }
  })
}

function squeeze(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, '')
}

function addLines(
  phrase: Phrase,
  evidence: readonly PendingEvidence[],
  behalf: { who: string; unit: { name: string } } | undefined,
): Phrase {
  const items = phrase.with?.['items']
  if (phrase.say !== 'read-back' || typeof items !== 'object') return phrase
  const described = joinPhrases(describeItems(evidence.map(({ item }) => item)))
  const lines: Phrase[] = [
    ...items,
    ...(described ? [{ say: 'read-back-evidence', with: { evidence: [described] } }] : []),
    ...(behalf ? [{ say: 'read-back-on-behalf', with: { who: behalf.who, unit: behalf.unit.name } }] : []),
  ]
  return { ...phrase, with: { ...phrase.with, items: lines } }
}
