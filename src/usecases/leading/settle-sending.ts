import type { Asked, Decision, World } from '../asked.ts'
import { cancelBroadcast, findHeldBroadcast } from './cancel-broadcast.ts'
import { readRewording, rewordSending } from './reword-sending.ts'

/** What is said about a sending that is shown or under way: other words for it, or that it has to stop. Undefined for anything else. */
export async function settleSending(asked: Asked, world: World): Promise<Decision | undefined> {
  if (asked.isGroup) return undefined
  const words = readRewording(asked.text, asked, world)
  if (words !== undefined) return rewordSending(words, asked, world)
  const held = await findHeldBroadcast(asked, world)
  return held === undefined ? undefined : cancelBroadcast(held, asked, world)
}
