import type { Intent, IntentName } from '../dialogue/intent.ts'
import type { Reply } from '../domain/reply.ts'
import { asksForOutline } from './answers/asks-for-outline.ts'
import { describePlans } from './answers/describe-plans.ts'
import { listDue } from './answers/list-due.ts'
import { listDuties } from './answers/list-duties.ts'
import { quoteSource } from './answers/quote-source.ts'
import { searchPlans } from './answers/search-plans.ts'
import { tellDeadline } from './answers/tell-deadline.ts'
import { tellReportRoute } from './answers/tell-report-route.ts'
import { tellResponsible } from './answers/tell-responsible.ts'
import { tellRefusal } from './answers/tell-refusal.ts'
import { tellStatus } from './answers/tell-status.ts'
import { tellSuccession } from './answers/tell-succession.ts'
import { offerChoices } from './answers/offer-choices.ts'
import { reply, say, type Asked, type Decision, type World } from './asked.ts'
import { asksForConcerns } from './concerns/asks-for-concerns.ts'
import { listConcerns } from './concerns/list-concerns.ts'
import { decide } from './deciding/decide.ts'
import { attachEvidence } from './evidence/attach-evidence.ts'
import { reportWithEvidence } from './evidence/report-with-evidence.ts'
import { undoReport } from './evidence/undo-report.ts'
import { previewBroadcast } from './leading/broadcast.ts'
import { previewUrging } from './leading/preview-urging.ts'
import { exportReport } from './leading/export-report.ts'
import { listDueBelow } from './leading/list-due-below.ts'
import { summarize } from './leading/summarize.ts'
import { changeReminders } from './reminding/change-reminders.ts'
import { confirmPending } from './reporting/confirm-pending.ts'

type UseCase = (asked: Asked, world: World) => Decision | Promise<Decision>

/** What each intent does. Those whose action is not built yet say what can be done today. */
const USE_CASES: Readonly<Record<IntentName, UseCase>> = {
  my_duties: listDuties,
  unit_duties: listDuties,
  who_responsible: tellResponsible,
  deadline: tellDeadline,
  report_route: tellReportRoute,
  doc_info: describePlans,
  cite_source: quoteSource,
  search: searchPlans,
  list_due: async (asked, world) => (await listDueBelow(asked, world)) ?? listDue(asked, world),
  update_progress: reportWithEvidence,
  mark_done: reportWithEvidence,
  report_blocker: reportWithEvidence,
  request_extension: reportWithEvidence,
  attach_evidence: attachEvidence,
  undo_correct: undoReport,
  status_query: (asked, world) => (asksForConcerns(asked.text) ? listConcerns(asked, world) : tellStatus(asked, world)),
  summary: (asked, world) => (asksForOutline(asked.intent, asked.text) ? describePlans(asked, world) : summarize(asked, world)),
  urge: previewUrging,
  broadcast: previewBroadcast,
  assign: decide,
  approve_return: decide,
  export_report: exportReport,
  reminder_pref: changeReminders,
  identity: tellIdentity,
  unit_succession: tellSuccession,
  followup: (_, world) => askWhatIsMeant(world),
  confirm_deny: confirmPending,
  help: () => say('help'),
  out_of_scope: tellRefusal,
  link_account: () => say('linked-already'),
  next_page: nextPage,
  unclear: (_, world) => askWhatIsMeant(world),
}

/** Carries out every intent of a message in order; what one remembers, the next one knows. */
export async function perform(intents: readonly Intent[], asked: Omit<Asked, 'intent'>, world: World): Promise<Decision> {
  const decisions: Decision[] = []
  let { conversation } = asked
  for (const intent of intents) {
    const decision = await USE_CASES[intent.name]({ ...asked, conversation, intent }, world)
    conversation = { ...conversation, ...decision.remembers }
    decisions.push(decision)
  }
  return {
    reply: joinReplies(decisions.map((decision) => decision.reply)),
    changes: decisions.flatMap(({ changes = [] }) => changes),
    remembers: {
      lastIntent: intents.at(-1)?.name ?? null,
      pointedRow: undefined,
      ...Object.assign({}, ...decisions.map(({ remembers }) => remembers)),
    },
  }
}

function joinReplies(replies: readonly Reply[]): Reply {
  return {
    phrases: replies.flatMap(({ phrases }) => phrases),
    choices: replies.flatMap(({ choices }) => choices),
    dutyIds: [...new Set(replies.flatMap(({ dutyIds }) => dutyIds))],
    sources: [...new Set(replies.flatMap(({ sources = [] }) => sources))],
    facts: replies.flatMap(({ facts = [] }) => facts),
    attachments: replies.flatMap(({ attachments = [] }) => attachments),
    isAnswered: replies.some(({ isAnswered }) => isAnswered),
    asksBack: replies.some(({ asksBack }) => asksBack),
  }
}

function nextPage({ conversation }: Asked): Decision {
  const [page, ...rest] = conversation.pages
  if (page === undefined) return say('no-more-pages')
  return { ...say(rest.length > 0 ? 'page' : 'last-page', { page }), remembers: { pages: rest } }
}

function tellIdentity({ asker: { officer, units } }: Asked): Decision {
  const [unit] = units
  return say(`identity-${officer.role}`, { name: officer.name ?? '', unit: unit?.name ?? '', place: unit?.place ?? '' })
}

/** "Unclear" never guesses: it offers what can be done. */
function askWhatIsMeant(world: World): Decision {
  const offers = [{ say: 'choice-my-duties' }, { say: 'choice-plans' }, { say: 'choice-help' }]
  return { reply: reply([{ say: 'unclear' }], { choices: offerChoices(offers, world), asksBack: true, isAnswered: false }) }
}
