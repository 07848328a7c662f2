import { serve } from '@hono/node-server'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config/read-config.ts'
import { startServer, type RunningServer } from '../../src/entry/start-server.ts'

describe('the whole app in a browser', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page

  beforeAll(async () => {
    chromium.setGraphicsMode = false
    const args = chromium.args.filter((arg) => !/single-process|zygote|web-security|insecure-content|site-isolation/.test(arg))
    const result = readConfig({ PORT: '0', DATABASE_PATH: ':memory:', TODAY: '2026-11-21', LOG_LEVEL: 'silent' })
    if ('faults' in result) throw new Error(result.faults.join('\n'))
    server = await startServer(result.config, serve)
    browser = await playwright.launch({ args, executablePath: await chromium.executablePath() })
    page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await page.goto(`${server.address}/try`)
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const beSomebody = async (label: RegExp): Promise<void> => {
    const options = await page.getByRole('option').all()
    for (const option of options) {
      if (label.test((await option.textContent()) ?? ''))
        return void (await page.getByRole('combobox').selectOption(await option.getAttribute('value')))
    }
    throw new Error(`nobody is called ${label}`)
  }
  const send = async (text: string): Promise<void> => {
    await page.getByRole('textbox').fill(text)
    await page.keyboard.press('Enter')
  }
  const hear = (words: RegExp | string) => page.getByText(words).last().waitFor({ timeout: 20_000 })

  test('an officer asks, reports and confirms with a button; a leader gets the sums', async () => {
    await beSomebody(/Cán bộ · Phòng Nội vụ/)
    await send('đơn vị tôi có nhiệm vụ gì')
    await hear('Công văn 815/UBND')
    await send('việc 2 được 60 %')
    await hear('đang thực hiện 60 %')
    await page.getByRole('button', { name: 'Ghi', exact: true }).click()
    await hear(/Đã ghi lúc/)

    await beSomebody(/Lãnh đạo · UBND huyện/)
    await send('tổng hợp')
    await hear(/Chưa hoàn thành \d+/)
    const log = await server.office.storage.progress.all()
    expect(log.map(({ status, percent }) => ({ status, percent }))).toEqual([{ status: 'in_progress', percent: 60 }])
  })

  test('a leader asks for a chart and sees it, without any address set up', async () => {
    await beSomebody(/Lãnh đạo · UBND huyện/)
    await send('gửi biểu đồ tiến độ')
    const picture = page.locator('.picture img').last()
    await picture.waitFor({ timeout: 20_000 })
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(300)
    await send('xuất báo cáo excel')
    const file = page.locator('a.file').last()
    await file.waitFor({ timeout: 20_000 })
    const response = await page.request.get(`${server.address}${await file.getAttribute('href')}`)
    expect([response.status(), (await response.body()).subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })

  test('somebody unknown learns how to be let in and nothing else', async () => {
    await beSomebody(/chưa liên kết/i)
    await send('Phòng Nội vụ có nhiệm vụ gì')
    await hear(/mã liên kết/)
    expect(await page.getByText('815/UBND').count()).toBe(0)
  })
})
