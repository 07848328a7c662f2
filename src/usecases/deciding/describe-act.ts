import type { PendingAct } from '../../domain/conversation.ts'
import type { DutyActKind } from '../../domain/duty-life.ts'
import type { Phrase } from '../../domain/reply.ts'
import { formatDay, shorten } from '../answers/describe-duty.ts'
import type { Library } from '../library.ts'

const LINES: Readonly<Record<DutyActKind, string>> = {
  confirm: 'act-confirm',
  return: 'act-return',
  grant_extension: 'act-grant-extension',
  refuse_extension: 'act-refuse-extension',
  propose_transfer: 'act-propose-transfer',
  accept_transfer: 'act-accept-transfer',
  refuse_transfer: 'act-refuse-transfer',
  assign: 'act-assign',
  stop: 'act-stop',
  resume: 'act-resume',
}

/** One line that says what is done to which duty of which unit. */
export function describeAct(act: Omit<PendingAct, 'number' | 'afterId'>, { dutyById, unitById }: Library): Phrase {
  const duty = dutyById.get(act.dutyId)
  const nameOf = (id: string): string => unitById.get(id)?.name ?? ''
  return {
    say: LINES[act.kind],
    with: {
      text: shorten(duty?.text ?? '', 100),
      unit: nameOf(act.unitId),
      to: nameOf(act.toUnitId ?? ''),
      until: act.until === null ? '' : formatDay(act.until),
      original: duty?.deadline.asWritten ?? '',
      reason: act.reason ?? '',
      round: act.period === null ? '' : [describeRound(act.period)],
    },
  }
}

/** A round as people call it. */
export function describeRound(round: string): Phrase {
  const [year = '', part = ''] = round.startsWith('W') ? [round] : round.split('-')
  if (round.startsWith('W')) return { say: 'round-week', with: { day: formatDay(round.slice(1)) } }
  if (part === '') return { say: 'round-year', with: { year } }
  const say = part.startsWith('Q') ? 'round-quarter' : part.startsWith('H') ? 'round-half' : 'round-month'
  return { say, with: { part: String(Number(part.replace(/^[QH]/, ''))), year } }
}
