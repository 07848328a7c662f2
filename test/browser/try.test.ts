import { mkdirSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTryChannel } from '../../src/adapters/try/create-try-channel.ts'
import { createTryRoutes } from '../../src/console/create-try-routes.ts'
import type { TryTexts } from '../../src/console/try-texts.ts'
import type { OutboxMessage } from '../../src/domain/message.ts'

const ROOT = join(import.meta.dirname, '../..')
const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const TEXTS = JSON.parse(readText('prompts/try.vi.json')) as TryTexts

const DUTIES = `Phòng Nội vụ – Công văn 815/UBND (UBND huyện Bình Sơn, tháng 3/2024)
Việc riêng của phòng:
1. Chủ trì, phối hợp Phòng Văn hóa và Thông tin hướng dẫn bố trí, đào tạo cán bộ làm thông tin đối ngoại – mục 2.a · chưa có hạn · chưa báo cáo
2. Thi đua, khen thưởng, nhân rộng cách làm hay – mục 2.b · chưa có hạn · 60 %, cập nhật 18/11
Việc chung của các cơ quan, đơn vị: 3 việc ở mục 1 và
6. Báo cáo kết quả về UBND huyện qua Phòng Văn hóa và Thông tin – trước 05/11/2024, quá hạn`
const QUOTE = `Mục 2.b, Công văn 815/UBND, dòng 60–64:
"Tổ chức tốt công tác thi đua, khen thưởng để kịp thời biểu dương, nhân rộng những mô hình mới, cách làm hay."
<b>không phải thẻ</b>`

/** An office of one room that answers by script: the routes are real, what they talk to is an array. */
function openScriptedOffice() {
  const outbox: OutboxMessage[] = []
  const channel = createTryChannel()
  const keys = new Set<string>()
  const addReply = (chatId: string, text: string, choices: OutboxMessage['choices'] = []): void => {
    const at = '2026-11-21T02:00:00.000Z'
    const id = `out_${outbox.length}`
    const told = { urgency: 'reply', state: 'sent', attempts: 1, cause: null, platformMessageId: id, error: null } as const
    outbox.push({ id, platform: 'try', chatId, text, choices, notBefore: at, createdAt: at, ...told })
  }
  const routes = createTryRoutes({
    texts: TEXTS,
    assets: {
      script: readText('src/console/try-client.js'),
      style: readText('src/console/try-page.css'),
      icon: readText('src/console/try-icon.svg'),
    },
    isLoopback: () => true,
    personas: async () => [
      { accountId: 'try:officer-noi-vu', label: 'Cán bộ · Phòng Nội vụ', group: 'huyện Bình Sơn' },
      {
        accountId: 'try:leader-ubnd',
        label: 'Lãnh đạo · Ban Chỉ đạo công tác thông tin đối ngoại và bảo vệ nền tảng tư tưởng của Đảng',
        group: 'huyện Bình Sơn',
      },
    ],
    messages: async (chatId, afterId) => {
      const all = outbox.filter((message) => message.chatId === chatId)
      return all.slice(all.findIndex((message) => message.id === afterId) + 1)
    },
    accept: async (event) => {
      if (keys.has(event.key)) return
      keys.add(event.key)
      const message = channel.normalize({ ...event, receivedAt: '2026-11-21T02:00:00.000Z' })!
      if (message.kind === 'choice') addReply(event.chatId, `pressed ${message.text}`)
      else if (message.text === 'im lặng') return
      else if (message.text.includes('nguyên văn')) addReply(event.chatId, QUOTE)
      else
        addReply(event.chatId, DUTIES, [
          { id: 'chc_report', label: 'Báo cáo tiến độ' },
          { id: 'chc_quote', label: 'Nguyên văn' },
          { id: 'chc_next', label: 'Tiếp' },
        ])
    },
  })
  return { routes, outbox }
}

describe('the try-it page in a browser', () => {
  let browser: Browser
  let server: ServerType
  let page: Page
  let address = ''
  const faults: string[] = []

  beforeAll(async () => {
    chromium.setGraphicsMode = false
    // One process for all pages dies with the first page, and the tests want the web's own security.
    const args = chromium.args.filter((arg) => !/single-process|zygote|web-security|insecure-content|site-isolation/.test(arg))
    browser = await playwright.launch({ args, executablePath: await chromium.executablePath() })
  }, 60_000)
  afterAll(() => browser.close())

  beforeEach(async () => {
    const { routes } = openScriptedOffice()
    await new Promise<void>((resolve) => (server = serve({ fetch: routes.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve())))
    address = `http://127.0.0.1:${((server as Server).address() as AddressInfo).port}`
    page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    faults.length = 0
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
    await page.goto(`${address}/try`)
  })
  afterEach(async () => {
    await page.close()
    await new Promise((resolve) => server.close(resolve))
    if (faults.length > 0) throw new Error(`the page complained: ${faults.join(' · ')}`)
  })

  const send = async (text: string): Promise<void> => {
    await page.getByLabel(TEXTS.messageLabel).fill(text)
    await page.keyboard.press('Enter')
  }
  const shoot = async (name: string): Promise<void> => {
    const folder = process.env.SCREENSHOTS
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: join(folder, `${name}.png`) })
  }

  test('an officer asks, reads the duties as a list and presses a choice', async () => {
    await shoot('phone-welcome')
    await send('phong toi co viec gi trong cv 815')
    const reply = page.locator('.theirs', { hasText: 'Công văn 815/UBND' })
    await reply.waitFor()
    expect(await reply.locator('li').evaluateAll((items) => items.map((item) => item.getAttribute('value')))).toEqual([
      '1',
      '2',
      '6',
    ])
    await shoot('phone-duties')
    await page.getByRole('button', { name: 'Nguyên văn' }).click()
    await page.getByText('pressed chc_quote').waitFor()
    expect(await page.getByRole('button', { name: 'Tiếp' }).isDisabled()).toBe(true)
  })

  test('a quote of the plan stands as a quote, and markup in it as letters', async () => {
    await send('nguyên văn 2')
    await page.locator('blockquote', { hasText: 'Tổ chức tốt công tác thi đua' }).waitFor()
    expect(await page.getByText('<b>không phải thẻ</b>').count()).toBe(1)
  })

  test('each persona has a talk of its own, which a reload keeps', async () => {
    await send('việc của tôi')
    await page.locator('.theirs', { hasText: 'Công văn 815/UBND' }).waitFor()
    await page.getByLabel(TEXTS.speakAs).selectOption({ label: TEXTS.guest })
    expect(await page.locator('#messages .message').count()).toBe(0)
    await page.getByLabel(TEXTS.speakAs).selectOption({ index: 0 })
    await page.reload()
    expect(await page.locator('#messages .message').count()).toBe(2)
  })

  test('what could not be sent can be sent again, once', async () => {
    await page.context().setOffline(true)
    await send('việc của tôi')
    await page.getByRole('button', { name: TEXTS.retry }).waitFor()
    await page.context().setOffline(false)
    faults.length = 0
    await page.getByRole('button', { name: TEXTS.retry }).click()
    await page.locator('.theirs', { hasText: 'Công văn 815/UBND' }).waitFor()
    expect(await page.locator('.theirs[data-id]').count()).toBe(1)
  })

  test('the page shows that an answer is being made, and fits a phone and a desktop', async () => {
    await send('im lặng')
    await page.getByText(TEXTS.typing).waitFor()
    await shoot('phone-typing')
    const overflow = (): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > window.innerWidth')
    expect(await overflow()).toBe(false)
    await page.setViewportSize({ width: 320, height: 568 })
    expect(await overflow()).toBe(false)
    await page.setViewportSize({ width: 1280, height: 800 })
    await send('việc của tôi')
    await page.locator('.theirs', { hasText: 'Công văn 815/UBND' }).waitFor()
    await send('nguyên văn 2')
    await page.locator('blockquote').waitFor()
    expect(await overflow()).toBe(false)
    await shoot('desktop-talk')
    await page.emulateMedia({ colorScheme: 'dark' })
    await shoot('desktop-dark')
  })

  test('everything can be reached and named from the keyboard', async () => {
    await send('việc của tôi')
    await page.locator('.choices button').first().waitFor()
    const names: string[] = []
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab')
      names.push(await page.evaluate('document.activeElement?.id || document.activeElement?.textContent.trim()'))
    }
    expect(names).toEqual(expect.arrayContaining(['send', 'persona', 'clear', 'log', 'Báo cáo tiến độ', 'text']))
  })
})
