import { createServer, type AddressInfo } from 'node:net'
import { createSecretMatcher } from '../../src/adapters/system/create-secret-matcher.ts'
import { createTelegramChannel } from '../../src/adapters/telegram/create-telegram-channel.ts'
import { createTelegramWebhook } from '../../src/adapters/telegram/create-telegram-webhook.ts'
import { createZaloBotChannel } from '../../src/adapters/zalo-bot/create-zalo-bot-channel.ts'
import { createZaloBotWebhook } from '../../src/adapters/zalo-bot/create-zalo-bot-webhook.ts'
import { startFakeTelegram, TELEGRAM_BOT } from '../support/fake-telegram.ts'
import { startFakeZaloBot } from '../support/fake-zalo-bot.ts'
import { describeChannel } from './channel.contract.ts'

const isSecret = createSecretMatcher('a-secret-of-the-contract')
const closedPort = await findClosedPort()
const quick = { timeoutMs: 1500, partPauseMs: 0 }

describeChannel('Telegram', async () => {
  const token = `${TELEGRAM_BOT.id}:AAF-token-canary_0123456789abcdefghi`
  const fake = await startFakeTelegram(token)
  const chat = { id: 42, type: 'private', first_name: 'Nguyễn Văn A' }
  const from = { id: 42, is_bot: false, first_name: 'Nguyễn Văn A' }
  await fake.bring({ message: { message_id: 1, chat, from, date: 1789033572, text: 'Hi' } }, { tries: 0 })
  return {
    channel: createTelegramChannel({ token, apiRoot: fake.apiRoot, ...quick }),
    webhook: createTelegramWebhook({ token, isSecret }),
    fake,
    token,
    chatId: 'telegram:42',
    event: (id, text) => ({ update_id: id, message: { message_id: id, chat, from, date: 1789033572, text } }),
    echo: () => ({ update_id: 3, message: { message_id: 3, chat, from: TELEGRAM_BOT, date: 1789033572, text: 'Đã ghi.' } }),
    unreachable: () => createTelegramChannel({ token, apiRoot: `http://127.0.0.1:${closedPort}` }),
  }
})

describeChannel('Zalo Bot', async () => {
  const token = '1459232241454765289:token-canary-abcdefghijklmnop'
  const fake = await startFakeZaloBot(token)
  const id = 'a1b2c3d4e5f60718293a'
  const from = { id, is_bot: false, display_name: 'Nguyễn Văn A' }
  const aMessage = (messageId: string, text: string, sender: object = from) => ({
    event_name: 'message.text.received',
    message: { date: 1789033572455, chat: { chat_type: 'PRIVATE', id }, message_id: messageId, from: sender, text },
  })
  await fake.bring(aMessage('0', 'Hi'), { tries: 0 })
  return {
    channel: createZaloBotChannel({ token, apiRoot: fake.apiRoot, ...quick }),
    webhook: createZaloBotWebhook({ token, isSecret }),
    fake,
    token,
    chatId: `zalo-bot:${id}`,
    event: (number, text) => aMessage(String(number), text),
    echo: () => aMessage('3', 'Đã ghi.', { ...from, is_bot: true }),
    unreachable: () => createZaloBotChannel({ token, apiRoot: `http://127.0.0.1:${closedPort}` }),
  }
})

async function findClosedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
