import type { Attachment, Capabilities } from '../domain/message.ts'
import type { Phrase, Reply } from '../domain/reply.ts'
import { LINK_LIVES_MINUTES } from './links/file-token.ts'

/** A reply for one platform: what is said, and the files that go out by themselves, each with its caption. */
export type PlacedReply = {
  readonly reply: Reply
  readonly attached: readonly { readonly attachment: Attachment; readonly caption: Phrase }[]
}

/** Files that the platform takes go out beside the text; the others are links in it, or nothing where no address is known. */
export function placeAttachments(reply: Reply, { attaches = {} }: Capabilities): PlacedReply {
  const files = (reply.attachments ?? []).map(({ attachment, say, with: values }) => {
    const way = attaches[attachment.kind]
    const isTaken = way === 'bytes' || way === 'page' || (way === 'link' && attachment.link !== null)
    return { attachment, isTaken, phrase: { say, with: { ...values, link: isTaken ? '' : (attachment.link ?? '') } } }
  })
  const linked = files.filter(({ isTaken, attachment }) => !isTaken && attachment.link !== null)
  const lost = files.filter(({ isTaken, attachment }) => !isTaken && attachment.link === null)
  const phrases: Phrase[] = [
    ...reply.phrases,
    ...linked.map(({ phrase }) => phrase),
    ...(linked.length > 0 ? [{ say: 'export-expires', with: { hours: LINK_LIVES_MINUTES / 60 } }] : []),
    ...(lost.length > 0 ? [{ say: 'export-no-address' }] : []),
  ]
  return {
    reply: { ...reply, phrases },
    attached: files.filter(({ isTaken }) => isTaken).map(({ attachment, phrase }) => ({ attachment, caption: phrase })),
  }
}
