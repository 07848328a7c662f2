import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createModel } from '../../../../src/adapters/model/create-model.ts'
import { createLog } from '../../../../src/adapters/system/log.ts'
import { startScriptedModel, type ScriptedModel } from '../../../support/scripted-model.ts'

const QUESTION = { instructions: 'choose', data: '{"a":1}', longest: 10 }
const SECRET = 'sk-canary-0123456789'

describe('a model behind HTTP', () => {
  let server: ScriptedModel
  let logged: string[]
  beforeEach(async () => {
    server = await startScriptedModel(() => 'yes')
    logged = []
  })
  afterEach(() => server.close())

  const open = (patienceMs?: number, baseUrl = server.baseUrl) =>
    createModel(
      { baseUrl, name: 'scripted', apiKey: SECRET, ...(patienceMs ? { patienceMs } : {}) },
      createLog('info', { write: (line) => void logged.push(line) }),
    )

  test('is asked with instructions and data apart', async () => {
    expect(await open().begin()(QUESTION)).toBe('yes')
    expect(server.asked).toMatchObject([{ instructions: 'choose', data: { a: 1 } }])
  })

  test('takes an address with a slash at its end', async () => {
    expect(await open(undefined, `${server.baseUrl}/`).begin()(QUESTION)).toBe('yes')
  })

  test('has one patience for all questions of an answer', async () => {
    server.play(() => undefined)
    const ask = open(60).begin()
    expect(await Promise.all([ask(QUESTION), ask(QUESTION)])).toEqual([undefined, undefined])
    expect(await ask(QUESTION)).toBeUndefined()
  })

  test('is left alone after three failures in a row, and not after two', async () => {
    const model = open()
    server.play((_, response) => void response.writeHead(503).end())
    await model.begin()(QUESTION)
    await model.begin()(QUESTION)
    server.play(() => 'yes')
    expect(await model.begin()(QUESTION)).toBe('yes')
    server.play((_, response) => void response.writeHead(503).end())
    for (let time = 0; time < 5; time++) expect(await model.begin()(QUESTION)).toBeUndefined()
    expect(server.asked).toHaveLength(6)
  })

  test('is not asked about more than it should read', async () => {
    expect(await open().begin()({ ...QUESTION, data: `"${'x'.repeat(20_000)}"` })).toBeUndefined()
    expect(server.asked).toEqual([])
  })

  test('failing, leaves neither its key nor its words in the log', async () => {
    server.play((_, response) => void response.writeHead(200).end(`{"choices":"${SECRET} hạn 09/09/2029"}`))
    await open().begin()(QUESTION)
    await open(undefined, 'http://127.0.0.1:9/v1').begin()(QUESTION)
    expect(logged).toHaveLength(2)
    expect(logged.join()).not.toMatch(/canary|2029/)
  })
})
