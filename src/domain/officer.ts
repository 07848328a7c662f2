import type { Moment } from './calendar.ts'

/** officer = cán bộ, leader = lãnh đạo, office = văn phòng. */
export type OfficerRole = 'officer' | 'leader' | 'office'

/** Cán bộ: a person of a unit; accounts on the platforms are linked to the person. */
export type Officer = {
  readonly id: string
  readonly name: string | null
  readonly role: OfficerRole
  readonly unitId: string
  readonly isActive: boolean
}

/** Mã liên kết: works once, 15 minutes; only its SHA-256 is stored. */
export type LinkCode = {
  readonly codeHash: string
  readonly role: OfficerRole
  readonly unitId: string
  readonly name: string | null
  readonly expiresAt: Moment
  readonly usedAt: Moment | null
}

/** An account on a platform, "telegram:42", linked to an officer. */
export type Account = {
  readonly id: string
  readonly officerId: string
  /** Where the person can be reached in private. */
  readonly chatId: string
  readonly linkedAt: Moment
  /** Set when the platform said that the person blocked the bot. */
  readonly closedAt: Moment | null
}
