import type { InboundMessage, OutboxMessage } from '../../domain/message.ts'
import type { Channel } from '../../ports/channel.ts'

/** The terminal as a platform: an event's body is what was typed, a message is handed to whoever prints. No buttons. */
export function createTerminalChannel(write: (message: OutboxMessage) => void): Channel {
  return {
    platform: 'terminal',
    capabilities: { maxText: 4000, buttons: 0 },
    normalize: ({ chatId, body }): InboundMessage => ({
      platform: 'terminal',
      kind: 'text',
      chat: { id: chatId, kind: 'private' },
      from: chatId,
      text: body.normalize('NFC').trim(),
    }),
    send: async (message) => {
      write(message)
      return { platformMessageId: null }
    },
  }
}
