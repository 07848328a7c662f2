import type { IntentName } from './intent.ts'
import type { Report } from './read-report.ts'
import type { Statement } from './statement.ts'

/** What a report is called: a claim of its own kind for each, of which the gravest names the whole. */
export function matchReportIntent({ statements, updates }: Report): IntentName {
  const kinds = new Set(statements.map(nameStatement))
  if (kinds.has('undo_correct') && updates.every(({ status }) => status === null)) return 'undo_correct'
  if (kinds.has('request_extension')) return 'request_extension'
  if (updates.some(({ status }) => status === 'blocked') || kinds.has('report_blocker')) return 'report_blocker'
  return updates.every(({ status }) => status === 'done') && kinds.has('mark_done') ? 'mark_done' : 'update_progress'
}

const FINISHED = /(?:^| )(?:xong|hoan thanh|hoan tat|ket thuc|nop|100)(?: |$)/

const SENT = /(?:bao cao|ket qua)(?: da| cung| em| anh)* (?:gui|nop)|(?:gui|nop) (?:bao cao|ket qua)/

function nameStatement({ claim, words }: Statement): IntentName {
  if (claim.kind === 'withdrawal') return 'undo_correct'
  if (claim.kind === 'dispute') return 'report_blocker'
  if (claim.kind === 'extension') return 'request_extension'
  if (claim.status === 'done' && SENT.test(words.map(({ plain }) => plain).join(' '))) return 'mark_done'
  const said = words
    .slice(claim.from, claim.to)
    .map(({ plain }) => plain)
    .join(' ')
  return claim.status === 'done' && FINISHED.test(said) ? 'mark_done' : 'update_progress'
}
