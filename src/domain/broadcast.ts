import type { Day, Moment } from './calendar.ts'

/** Thông báo chung hoặc đôn đốc that was confirmed; its messages are in the outbox under its cause. */
export type Broadcast = {
  readonly cause: string
  readonly officerId: string
  readonly kind: 'broadcast' | 'urging'
  readonly day: Day
  /** 1-based order among those of this officer on this day, which the daily cap counts. */
  readonly number: number
  readonly people: number
  readonly at: Moment
}

/** "Đã nhận": a person's word for it; platforms tell nobody what was read. */
export type Acknowledgement = { readonly cause: string; readonly chatId: string; readonly at: Moment }
