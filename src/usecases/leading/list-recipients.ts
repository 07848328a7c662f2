import { lastDayInTime } from '../../domain/deadline.ts'
import type { Account, Officer } from '../../domain/officer.ts'
import { maySeeProgress } from '../../domain/permission.ts'
import { renderPhrase } from '../../wording/render-phrase.ts'
import type { Asked, World } from '../asked.ts'
import { findUnitDuties } from '../find-unit-duties.ts'

/** Somebody to write to, by the first account that is open. */
export type Recipient = { readonly officer: Officer; readonly account: Account }

const LAST = '9999'

/** Everybody whom a leader may write to: leaders first, then the people of the units whose next deadline is nearest. */
export async function listRecipients({ asker }: Pick<Asked, 'asker'>, world: World): Promise<Recipient[]> {
  const { officers, library } = world
  const reachable = (await officers.all()).flatMap(({ officer, accounts }) => {
    const account = accounts.find(({ closedAt }) => closedAt === null)
    const isReached =
      officer.isActive && officer.id !== asker.officer.id && maySeeProgress(asker.officer, officer.unitId, library.unitById)
    return account && isReached ? [{ officer, account }] : []
  })
  const nearest = new Map<string, string>()
  const rank = ({ officer }: Recipient): string => {
    const known = nearest.get(officer.unitId) ?? findNearestDeadline(officer.unitId, world)
    nearest.set(officer.unitId, known)
    return `${officer.role === 'officer' ? 1 : 0} ${known} ${officer.unitId}`
  }
  return reachable
    .map((recipient) => ({ recipient, order: rank(recipient) }))
    .toSorted((left, right) => (left.order < right.order ? -1 : left.order > right.order ? 1 : 0))
    .map(({ recipient }) => recipient)
}

function findNearestDeadline(unitId: string, { library, clock }: World): string {
  const unit = library.unitById.get(unitId)
  if (!unit) return LAST
  const today = clock.today()
  const days = findUnitDuties([unit], library.plans, library)
    .flatMap(({ own, common }) => [...own, ...common])
    .flatMap(({ deadline }) => lastDayInTime(deadline) ?? [])
  return days.filter((day) => day >= today).toSorted()[0] ?? LAST
}

/** "7 Zalo, 2 Telegram": on which platforms so many chats are. */
export function countPlatforms(chatIds: readonly string[], { templates }: Pick<World, 'templates'>): string {
  const byPlatform = Map.groupBy(chatIds, (chatId) => chatId.slice(0, chatId.indexOf(':')))
  return [...byPlatform]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(([platform, chats]) => renderPhrase({ say: `platform-${platform}`, with: { count: chats.length } }, templates))
    .join(', ')
}
