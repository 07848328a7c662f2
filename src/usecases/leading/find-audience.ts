import type { UnitMention } from '../../dialogue/intent.ts'
import type { OfficerRole } from '../../domain/officer.ts'
import type { Unit } from '../../domain/unit.ts'
import { fold } from '../../text/fold.ts'
import type { Asked, World } from '../asked.ts'
import type { Library } from '../library.ts'
import { listSeenUnits } from './list-meant.ts'

/** Whom a message is for: people of these units and roles; null = all whom the sender may reach. */
export type Audience = {
  readonly unitIds: ReadonlySet<string> | null
  /** Named one by one, and not only by a collective. */
  readonly isNamed: boolean
  readonly roles: ReadonlySet<OfficerRole> | null
  /** Names that fit no unit whom the sender may write to. */
  readonly unknown: readonly string[]
  /** Where the words that name it end in the message. */
  readonly end: number
}

const ROLES: readonly (readonly [OfficerRole, RegExp])[] = [
  ['leader', /(?<![a-z])(?:lanh dao|thu truong|chu tich|bi thu|truong (?:phong|ban)|giam doc|nguoi dung dau)(?![a-z])/],
  ['office', /(?<![a-z])(?:van thu)(?![a-z])/],
  ['officer', /(?<![a-z])(?:chuyen vien|can bo dau moi|dau moi)(?![a-z])/],
]
const EVERYBODY = /^(?:(?:tat ca|toan bo|toan the|moi|cac|nhung|het) ?)+(?:co quan|don vi|can bo|nguoi|dong chi|anh em|$)/

/** Reads whom the head of a message names: "lãnh đạo các xã", "phòng A, phòng B và xã C", "các văn thư". */
export function findAudience({ asker, intent }: Asked, head: string, { library }: World): Audience {
  const folded = fold(head)
  const mentions = intent.slots.units.filter(({ end }) => end <= head.length)
  const roles = ROLES.flatMap(([role, words]) => {
    const match = words.exec(folded)
    return match ? [{ role, end: match.index + match[0].length }] : []
  })
  const seen = listSeenUnits(asker.officer, library)
  const found = mentions.map((mention) => ({ mention, ...expandMention(mention, seen, asker.units[0], library) }))
  const isForAll = found.every(({ isEverybody }) => isEverybody)
  return {
    unitIds: isForAll ? null : new Set(found.flatMap(({ unitIds }) => unitIds)),
    isNamed: found.some(({ isOne }) => isOne),
    roles: roles.length > 0 ? new Set(roles.map(({ role }) => role)) : null,
    unknown: found.filter(({ unitIds, isEverybody }) => unitIds.length === 0 && !isEverybody).map(({ mention }) => mention.words),
    end: Math.max(0, ...mentions.map(({ end }) => end), ...roles.map(({ end }) => end), findEverybody(folded)),
  }
}

const ALL =
  /^(?:\S+ ){0,5}?(?:tat ca|toan bo|toan the|moi|ca|cac|het)(?: (?:tat ca|cac|moi|co quan|don vi|can bo|cong chuc|vien chuc|nguoi|anh em|anh chi em|dong chi|phong ban|ban nganh))+(?![a-z])/

/** Where "nhắn toàn thể cán bộ" ends at the beginning of a message; 0 where it does not begin so. */
function findEverybody(folded: string): number {
  return ALL.exec(folded)?.[0].length ?? 0
}

const GENERAL = /^(?:(?:tất cả|toàn bộ|toàn thể|tat ca|toan bo|toan the)\s+)+(?=\S)/iu

type Expanded = { readonly unitIds: readonly string[]; readonly isEverybody: boolean; readonly isOne: boolean }

/** One unit, the units that a collective stands for, or everybody. */
function expandMention(
  { words, matches, derived }: UnitMention,
  seen: readonly Unit[],
  own: Unit | undefined,
  library: Library,
): Expanded {
  const bare = dropRoles(words)
  if (EVERYBODY.test(fold(bare))) return { unitIds: [], isEverybody: true, isOne: false }
  const units = matches.flatMap(({ unitId }) => library.unitById.get(unitId) ?? [])
  const one = units.find((unit) => seen.includes(unit))
  if (one) return { unitIds: [one.id], isEverybody: false, isOne: true }
  const collective = units.find(({ isCollective }) => isCollective) ?? (derived?.isCollective ? derived : undefined)
  if (!collective || !own) return { unitIds: [], isEverybody: false, isOne: true }
  // As the sender says it, where the sender stands; what is typed without accents says less than the name that it stands for.
  const name = fold(bare) === bare.toLowerCase() && collective !== derived ? collective.name : bare
  const said = { ...collective, id: `${own.id} ${name}`, name, place: own.place, level: own.level, isCollective: true }
  const covered = seen.filter((unit) => library.covers(said, unit, { id: own.id, plan: { issuer: own.name } }))
  return { unitIds: covered.map(({ id }) => id), isEverybody: false, isOne: false }
}

/** "Lãnh đạo các xã", "tất cả các xã": the communes. */
function dropRoles(words: string): string {
  const folded = fold(words)
  const from = Math.max(
    0,
    ...ROLES.map(([, role]) => role.exec(folded)).map((match) => (match ? match.index + match[0].length : 0)),
  )
  return words.slice(from).trim().replace(GENERAL, '')
}
