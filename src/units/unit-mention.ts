import type { Unit } from '../domain/unit.ts'

/** A registered unit that words may mean; 1 = surely. */
export type UnitMatch = { readonly unitId: string; readonly score: number }

/** Words that mean a unit, and the registered units they may mean, best first. */
export type UnitMention = {
  readonly words: string
  readonly start: number
  readonly end: number
  readonly matches: readonly UnitMatch[]
  /** The unit that the words describe when none that is registered fits. */
  readonly derived?: Unit
  /** "phòng em", "đơn vị tôi": the asker's own unit. */
  readonly isOwn?: boolean
}

/** A mention before its words are cut out; end is the token after it. */
export type Found = Pick<UnitMention, 'matches' | 'derived' | 'isOwn'> & { readonly end: number }
