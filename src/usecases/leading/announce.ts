import type { Change } from '../../domain/change.ts'
import type { Officer, OfficerRole } from '../../domain/officer.ts'
import type { World } from '../asked.ts'
import { queueSending } from './broadcast.ts'
import { listAudience, listMissed } from './list-audience.ts'
import { listRecipients, type Recipient } from './list-recipients.ts'
import { isCapped, listSentToday } from './preview-sending.ts'

/** The operator of this machine, who acts for the office. */
export const OPERATOR: Officer = { id: 'off_operator', name: null, role: 'office', unitId: '', isActive: true }

/** What the operator has to tell, and to whom: null is everybody. */
export type Announcement = {
  readonly text: string
  readonly unitIds: ReadonlySet<string> | null
  readonly roles: ReadonlySet<OfficerRole> | null
}

/** Whom an announcement would reach; the same words to the same people on the same day have the same cause. */
export type PlannedAnnouncement = {
  readonly cause: string
  readonly recipients: readonly Recipient[]
  /** Units that were named and have nobody who is linked. */
  readonly missed: readonly string[]
}

/** Who would be told, and under which cause: said again it is the same sending and goes on where it stopped. */
export async function planAnnouncement({ text, unitIds, roles }: Announcement, world: World): Promise<PlannedAnnouncement> {
  const audience = { unitIds, roles, isNamed: unitIds !== null, unknown: [], end: 0 }
  const recipients = listAudience(await listRecipients({ asker: { officer: OPERATOR, units: [] } }, world), audience)
  const words = [world.clock.today(), text, [...(unitIds ?? ['*'])].toSorted().join(), [...(roles ?? ['*'])].toSorted().join()]
  return {
    cause: `out_${world.ids.hash(words.join('\n')).slice(0, 24)}`,
    recipients,
    missed: listMissed(recipients, audience, world),
  }
}

/** Puts an announcement into the outbox, at once; "capped" when the operator has sent enough today. */
export async function queueAnnouncement(
  text: string,
  { cause, recipients }: PlannedAnnouncement,
  world: World,
): Promise<readonly Change[] | 'capped'> {
  const today = await listSentToday({ asker: { officer: OPERATOR, units: [] } }, world)
  if (await isCapped(today, world)) return 'capped'
  const chatIds = recipients.map(({ account }) => account.chatId)
  const number = (today[0]?.number ?? 0) + 1
  return queueSending({ kind: 'broadcast', text, chatIds }, { cause, number, officerId: OPERATOR.id, holdMinutes: 0 }, world)
}
