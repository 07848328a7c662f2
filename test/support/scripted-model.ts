import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What was asked of the model: its instructions and the data, parsed. */
export type Asked = {
  readonly instructions: string
  readonly data: Readonly<Record<string, unknown>>
  readonly headers: IncomingMessage['headers']
}

/** How the server answers: with words of a model, or in some way that no server should. */
export type Script = (asked: Asked, response: ServerResponse) => string | undefined

/** An OpenAI-compatible server over real HTTP whose model says what a script tells it to. */
export type ScriptedModel = {
  readonly baseUrl: string
  readonly asked: readonly Asked[]
  readonly play: (script: Script) => void
  readonly close: () => Promise<void>
}

/** Starts a scripted model on a free port of 127.0.0.1. A script that gives no words answers by itself, or never. */
export async function startScriptedModel(first: Script = () => ''): Promise<ScriptedModel> {
  let script = first
  const asked: Asked[] = []

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString()) as { messages: { content: string }[] }
    if (request.url !== '/v1/chat/completions' || body.messages.length !== 2) return void response.writeHead(404).end()
    const [system, user] = body.messages
    const data = JSON.parse(user?.content ?? '') as Record<string, unknown>
    const question = { instructions: system?.content ?? '', data, headers: request.headers }
    asked.push(question)
    const words = script(question, response)
    if (words === undefined) return
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content: words } }] }))
  }

  const server = createServer((request, response) => void take(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    play: (next) => {
      script = next
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
