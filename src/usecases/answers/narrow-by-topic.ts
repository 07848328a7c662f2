import type { Duty } from '../../domain/duty.ts'
import { fold } from '../../text/fold.ts'
import type { World } from '../asked.ts'
import type { UnitDuties } from '../find-unit-duties.ts'
import { keepEnough } from './find-topic-duties.ts'

const TOP = 12
/** Below this share of the best score a duty is not what was meant. */
const NEAR_BEST = 0.7
const FEWEST_WORDS = 2

// Folded words that say what kind of thing is asked for and not which.
const VAGUE =
  /^(?:vai|tro|chuc|nang|nhiem|vu|cong|viec|trach|khac|giong|nhau|so|sanh|ke|hoach|van|ban|rieng|chung|chinh|du|tat|ca|toan|bo|het|thoi|gom|muc|phan|dau|hai|hoac|con|va|voi|the|nao|gi|co|phai|can|duoc|giao|khong|ve|trong|nay|bao|nhieu|may|dung|chua|lam|don|vi|noi|noi|sau|truoc|nam|theo|day|xem|ke|ra|yeu|cau|quy|dinh|nhan|phoi|hop|chu|tri|ai|lay|o|dau|tu|cua|la|nhung|ma|thi|voi|cho|do)$/

/** A topic without the words that only ask: "" when nothing is left to look for. */
export function readSubject(topic: string): string {
  const words = topic.split(' ').filter((word) => !VAGUE.test(fold(word)))
  return words.length >= FEWEST_WORDS ? topic : ''
}

/** The telling words of a topic alone; "" when there are fewer than so many. */
export function readTelling(topic: string, fewest = FEWEST_WORDS): string {
  const words = topic.split(' ').filter((word) => !VAGUE.test(fold(word)))
  return words.length >= fewest ? words.join(' ') : ''
}

/** Of the duties of a unit those that hold the topic; nothing when none does. */
export function narrowByTopic(groups: readonly UnitDuties[], topic: string, { library }: World): UnitDuties[] {
  const candidates = new Set(groups.flatMap(({ own, common }) => [...own, ...common]).map(({ id }) => id))
  const hits = keepEnough(topic, library.duties.search(topic, { top: TOP, only: (id) => candidates.has(id) }))
  const least = Math.max(0, ...hits.map(({ score }) => score)) * NEAR_BEST
  const kept = new Set(hits.filter(({ score }) => score >= least).map(({ id }) => id))
  const holds = ({ id }: Duty): boolean => kept.has(id)
  return groups
    .map(({ plan, own, common }) => ({ plan, own: own.filter(holds), common: common.filter(holds) }))
    .filter(({ own, common }) => own.length + common.length > 0)
}
