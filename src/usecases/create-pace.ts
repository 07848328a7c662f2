import type { OutboxMessage, Platform } from '../domain/message.ts'
import type { SendingRate } from '../ports/channel.ts'

/** Keeps sending below what the platforms bear. It lives as long as the process and sees every send of it. */
export type Pace = {
  /** True when the message may go now; it then counts as being in the air until it has landed. */
  readonly admit: (message: Flight, rate: SendingRate | undefined, nowMs: number) => boolean
  readonly land: (message: Flight, nowMs: number) => void
  /** The platform wants silence until then: for this chat, and for all once it has said so to two chats at a time. */
  readonly hush: (message: Flight, untilMs: number) => void
  readonly isInTheAir: (messageId: string) => boolean
}

type Flight = Pick<OutboxMessage, 'id' | 'platform' | 'chatId'>

type Lane = { flights: Map<string, string>; startedAt: number[]; landedAt: Map<string, number>; hushed: Map<string, number> }

const SECOND_MS = 1000

/** A pace that knows of no sends yet. */
export function createPace(): Pace {
  const lanes = new Map<Platform, Lane>()
  function laneOf(platform: Platform): Lane {
    const lane = lanes.get(platform) ?? { flights: new Map(), startedAt: [], landedAt: new Map(), hushed: new Map() }
    lanes.set(platform, lane)
    return lane
  }
  return {
    admit: (message, rate, nowMs) => {
      const lane = laneOf(message.platform)
      forgetPast(lane, rate, nowMs)
      if (!mayStart(lane, message, rate, nowMs)) return false
      lane.flights.set(message.id, message.chatId)
      lane.startedAt.push(nowMs)
      return true
    },
    land: ({ id, platform, chatId }, nowMs) => {
      laneOf(platform).flights.delete(id)
      // The pause counts from here: two starts a second apart could still arrive closer together.
      laneOf(platform).landedAt.set(chatId, nowMs)
    },
    hush: ({ platform, chatId }, untilMs) => laneOf(platform).hushed.set(chatId, untilMs),
    isInTheAir: (messageId) => [...lanes.values()].some((lane) => lane.flights.has(messageId)),
  }
}

function mayStart(lane: Lane, { chatId }: Flight, rate: SendingRate | undefined, nowMs: number): boolean {
  if (lane.hushed.has(chatId) || lane.hushed.size > 1) return false
  if ([...lane.flights.values()].includes(chatId)) return false
  if (!rate) return true
  if (lane.flights.size >= rate.atOnce || lane.startedAt.length >= rate.perSecond) return false
  const landed = lane.landedAt.get(chatId)
  return landed === undefined || nowMs - landed >= rate.chatPauseMs(chatId)
}

function forgetPast(lane: Lane, rate: SendingRate | undefined, nowMs: number): void {
  lane.startedAt = lane.startedAt.filter((at) => nowMs - at < SECOND_MS)
  for (const [chatId, at] of lane.landedAt) if (!rate || nowMs - at >= rate.chatPauseMs(chatId)) lane.landedAt.delete(chatId)
  for (const [chatId, until] of lane.hushed) if (until <= nowMs) lane.hushed.delete(chatId)
}
