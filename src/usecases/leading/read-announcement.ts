import { fold } from '../../text/fold.ts'
import type { Asked } from '../asked.ts'

const LEADING = /^[\s,;–-]*(?:(?:là|rằng|nội dung|về việc)(?!\p{L})\s*[:,]?\s*)?/iu
const VERB =
  /^(?:(?:bot|em|nho|giup|hay|xin|vui long|gui|phat) )*(?:nhan tin|nhan|thong bao|gui tin(?: nhan)?|truyen dat|pho bien)(?: (?:la|rang|ve viec))? /
const SHORTEST = 3

/** Where what is said begins: the colon that stands in no time of day. */
function findColon(text: string): number {
  return text.search(/(?<!\d):|:(?!\d)/)
}

/** The part of a message that says whom it is for: what stands before the colon, or all of it. */
export function readHead(text: string): string {
  const colon = findColon(text)
  return colon < 0 ? text : text.slice(0, colon)
}

/** What is to be sent, as typed: after the colon, or after the words that name the audience; else what is left of the message. */
export function readAnnouncement({ text, intent }: Asked, audienceEnd: number): string {
  const colon = findColon(text)
  if (colon >= 0) return text.slice(colon + 1).trim()
  const end = audienceEnd > 0 ? audienceEnd : (VERB.exec(fold(text))?.[0].length ?? text.length)
  const after = text.slice(end).replace(LEADING, '').trim()
  return after.length >= SHORTEST ? after : intent.slots.topic
}
