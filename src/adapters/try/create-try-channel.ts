import type { InboundMessage } from '../../domain/message.ts'
import type { Channel } from '../../ports/channel.ts'

/** The body of a try-it event: something typed, or a choice that was pressed. */
type TryBody = { readonly text: string } | { readonly choiceId: string }

/** The try-it page as a platform. Sending only marks a message as delivered: the page reads the outbox itself. */
export function createTryChannel(): Channel {
  return {
    platform: 'try',
    capabilities: { maxText: 4000, buttons: 8, attaches: { png: 'page', xlsx: 'page', docx: 'page' } },
    normalize: ({ chatId, body }): InboundMessage => {
      const said = readTryBody(body)
      const kind = said === undefined ? 'unsupported' : 'choiceId' in said ? 'choice' : 'text'
      const text = said === undefined ? '' : 'choiceId' in said ? said.choiceId : said.text.normalize('NFC').trim()
      return { platform: 'try', kind, chat: { id: chatId, kind: 'private' }, from: chatId, text }
    },
    send: async ({ id }) => ({ platformMessageId: id }),
  }
}

function readTryBody(body: string): TryBody | undefined {
  try {
    const said: unknown = JSON.parse(body)
    if (typeof said !== 'object' || said === null) return undefined
    if ('choiceId' in said && typeof said.choiceId === 'string') return { choiceId: said.choiceId }
    return 'text' in said && typeof said.text === 'string' ? { text: said.text } : undefined
  } catch {
    return undefined
  }
}
