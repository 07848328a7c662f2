import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../src/config/read-config.ts'

describe('configuration', () => {
  test('needs nothing: with no token the try-it chat is on', () => {
    expect(readConfig({})).toMatchObject({ config: { port: 8787, try: true, databasePath: 'data/var/dondoc.db' } })
  })

  test('a platform token turns the try-it chat off unless TRY=1', () => {
    const telegram = { TELEGRAM_BOT_TOKEN: '123456:ABCDEFGHIJKLMNOPQRSTUV', TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-16-chars' }
    expect(readConfig(telegram)).toMatchObject({ config: { try: false } })
    expect(readConfig({ ...telegram, TRY: '1' })).toMatchObject({ config: { try: true } })
  })

  test('lists every fault at once, by name, and never a value', () => {
    const result = readConfig({
      PORT: 'eighty',
      TODAY: '2026-02-30',
      ZALO_BOT_TOKEN: '1:hunter2hunter2',
      TELEGRAM_WEBHOOK_SECRET: 'short',
    })
    const faults = 'faults' in result ? result.faults.join('\n') : ''
    for (const name of ['PORT', 'TODAY', 'ZALO_BOT_WEBHOOK_SECRET', 'TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_BOT_TOKEN'])
      expect(faults).toContain(name)
    expect(faults).not.toMatch(/hunter2|eighty|short/)
  })

  test('the language model is off until it has both an address and a name', () => {
    expect(readConfig({})).toMatchObject({ config: { model: undefined } })
    const model = { MODEL_BASE_URL: 'http://127.0.0.1:11434/v1', MODEL_NAME: 'qwen3' }
    expect(readConfig(model)).toMatchObject({
      config: { model: { baseUrl: model.MODEL_BASE_URL, name: 'qwen3', apiKey: undefined } },
    })
  })

  test.each([
    [{ MODEL_BASE_URL: 'http://127.0.0.1:11434/v1' }, 'MODEL_NAME'],
    [{ MODEL_NAME: 'qwen3' }, 'MODEL_BASE_URL'],
    [{ MODEL_API_KEY: 'sk-hunter2' }, 'MODEL_BASE_URL'],
    [{ MODEL_BASE_URL: 'ftp://hunter2', MODEL_NAME: 'qwen3' }, 'MODEL_BASE_URL'],
    [{ MODEL_BASE_URL: 'http://127.0.0.1/v1', MODEL_NAME: 'qwen3', MODEL_API_KEY: 'hunter2 hunter2' }, 'MODEL_API_KEY'],
  ])('half a language model is a fault that names what is wrong: %o', (environment, name) => {
    const result = readConfig(environment)
    const faults = 'faults' in result ? result.faults.join('\n') : ''
    expect(faults).toContain(name)
    expect(faults).not.toContain('hunter2')
  })
})
