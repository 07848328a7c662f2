import { findRound } from '../../dates/find-round.ts'
import type { Day } from '../../domain/calendar.ts'
import type { Duty } from '../../domain/duty.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import { shorten } from '../answers/describe-duty.ts'
import type { Asked, World } from '../asked.ts'
import { findRowOf } from '../deciding/point-to-rows.ts'
import type { HeardRow, Lives } from '../life/build-lives.ts'

/** The row that a report of a unit is for, of what comes back in the round that the words name; or why it takes none. */
export function findReportedRow(duty: Duty, unit: Unit, lives: Lives, { intent }: Asked, world: World): HeardRow | Phrase {
  const values = { text: shorten(duty.text, 80), unit: unit.name }
  const row = findRowOf(duty.id, unit, { lives }, world)
  if (!row) return { say: 'not-your-duty', with: values }
  const { heldBy } = row.life
  const holder = heldBy === null ? undefined : world.library.unitById.get(heldBy)
  if (holder && holder.id !== unit.id) return { say: 'duty-handed-on', with: { ...values, holder: holder.name } }
  if (row.life.stage === 'stopped') return { say: 'duty-stopped', with: values }
  const round = findNamedRound(duty, intent.slots.window, world.clock.today())
  return round === undefined ? row : { ...row, round, life: lives.of(duty, row.unitId, round) }
}

/** "Quý III": the round that a window of time is, when it has begun. */
function findNamedRound({ deadline }: Duty, window: Asked['intent']['slots']['window'], today: Day): string | undefined {
  if (!window?.from || window.from > today) return undefined
  const round = findRound(deadline, window.from)
  return round && round.from === window.from && round.until === window.to ? round.name : undefined
}

const TIME =
  /^(?:(?:cua|trong|ky|bao cao|bc) )*(?:quy|thang|tuan|nam|ky)(?: (?:[ivx]+|\d{1,4}|nay|truoc|vua roi|roi|mot|hai|ba|bon|nam))*$/

/** Whether the words that should name a duty name nothing but a time. */
export function isTimeOnly(words: string): boolean {
  return TIME.test(
    fold(words)
      .replaceAll(/[\s/]+/g, ' ')
      .trim(),
  )
}

const SLIP = /^(?:(?:a|nham|quen|sai|lon|lai|sua|dung|moi|phai|ra|la)(?: |$))+$/

/** Whether they only say that something was wrong before: "à nhầm, 70 %". */
export function isSlipOnly(words: string): boolean {
  return SLIP.test(fold(words).replaceAll(/\s+/g, ' ').trim())
}
