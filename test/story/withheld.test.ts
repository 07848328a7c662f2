import { afterEach, beforeEach, expect, describe, test } from 'vitest'
import { createTerminalChannel } from '../../src/adapters/terminal/create-terminal-channel.ts'
import { createLog } from '../../src/adapters/system/log.ts'
import { buildEngine } from '../../src/entry/build-engine.ts'
import { createMeter } from '../../src/http/create-meter.ts'
import { acceptEvent } from '../../src/usecases/accept-event.ts'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('when somebody spoils a template', () => {
  let house: TestOffice
  let officer: string
  let sent: string[]
  let logged: string[]
  beforeEach(async () => {
    house = await openTestOffice()
    officer = await house.admit('Phòng Nội vụ huyện Mỹ Lâm')
    sent = []
    logged = []
  })
  afterEach(() => house.close())

  /** Says something to an office whose templates were changed. */
  async function say(text: string, changed: Readonly<Record<string, string>>): Promise<string> {
    const { office, clock } = house
    const engine = buildEngine({
      ...office,
      log: createLog('info', { write: (line) => void logged.push(line) }),
      templates: office.data.templates,
      channels: new Map([['terminal', createTerminalChannel((message) => void sent.push(message.text))]]),
      meter: createMeter(),
      openWorld: async () => {
        const world = await office.openWorld()
        return { ...world, templates: new Map([...world.templates, ...Object.entries(changed)]) }
      },
    })
    await acceptEvent(
      { key: `terminal:${sent.length}`, platform: 'terminal', chatId: officer, body: text },
      { inbox: office.storage.inbox, clock },
    )
    await engine.handle()
    await engine.deliver()
    return sent.at(-1) ?? ''
  }

  test('the invented date reaches nobody; the log names the event and holds no word of the answer', async () => {
    const answer = await say('đơn vị tôi có nhiệm vụ gì', { 'duty-line': '{number}. {text} – {path} · trước ngày 01/01/2031' })
    expect(answer).toContain('không gửi')
    expect(answer).not.toContain('2031')
    expect(logged.join()).toContain('"event":"terminal:0"')
    expect(logged.join()).toContain('answer-withheld')
    expect(logged.join()).not.toMatch(/2031|kỹ năng/)
  })

  test('a report that could not be read back truly cannot be confirmed either', async () => {
    await say('đơn vị tôi có nhiệm vụ gì', {})
    expect(await say('việc 1 được 60 %', { 'read-back-line': '• {text}: {before} → hoàn thành 95 %' })).toContain('không gửi')
    expect(await say('ghi', {})).toContain('Không có gì đang chờ ghi')
    expect(await house.office.storage.progress.all()).toEqual([])
  })
})
