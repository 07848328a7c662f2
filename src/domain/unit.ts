import type { Day } from './calendar.ts'

/** Cấp: where a unit stands; "party" units carry the level of their committee. */
export type Level = 'central' | 'province' | 'district' | 'commune' | 'unknown'

/** Đơn vị: an office that can be charged. The same name in two places is two units; a unit is never deleted. */
export type Unit = {
  /** unt_ and a slug of name and place: stable across imports. */
  readonly id: string
  readonly name: string
  /** "huyện Bình Sơn", "tỉnh Bình Phước"; null when no paper says. */
  readonly place: string | null
  readonly level: Level
  /** A collective stands for many units and is kept as written: "Các sở, ban, ngành". */
  readonly isCollective: boolean
  readonly aliases: readonly string[]
  readonly parentId: string | null
  readonly endedOn: Day | null
  /** The legal basis of the end, "Luật Tổ chức chính quyền địa phương 72/2025/QH15". */
  readonly endedBy: string | null
}

/** Kế thừa: who took over which field of work from whom; n:m, with its legal basis. */
export type Succession = {
  readonly fromId: string
  readonly toId: string
  readonly field: string | null
  readonly since: Day
  readonly basis: string
}
