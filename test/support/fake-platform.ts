import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What goes wrong with the next call of a method (sendMessage unless said otherwise). */
export type Fault = { readonly method?: string } &
  /** Nothing: one call goes through before the next fault. */
  (
    | { readonly kind: 'none' }
    | { readonly kind: 'too-many'; readonly retryAfter: number }
    | { readonly kind: 'server-error'; readonly status: number }
    | { readonly kind: 'blocked' }
    /** HTTP 200 with ok: false. */
    | { readonly kind: 'not-ok' }
    /** Accepted or not, no answer ever comes. */
    | { readonly kind: 'hang' }
    | { readonly kind: 'reset-before-accept' }
    | { readonly kind: 'reset-after-accept' }
    /** Accepted, and the answer breaks off in the middle. */
    | { readonly kind: 'half-answer' }
  )

/** An HTTP answer of the platform. */
export type Answer = { readonly status: number; readonly body: object }

/** What a platform does with calls, apart from the faults of its network. */
export type Behaviour = {
  readonly token: string
  readonly call: (method: string, params: Readonly<Record<string, unknown>>) => Answer
  readonly wordFault: (fault: Extract<Fault, { kind: 'too-many' | 'server-error' | 'blocked' | 'not-ok' }>) => Answer
  readonly unknownToken: Answer
}

/** A platform's server on this machine. */
export type FakePlatform = {
  readonly apiRoot: string
  /** Every call that reached the server, faulty ones included. */
  readonly calls: readonly { readonly method: string; readonly params: Readonly<Record<string, unknown>>; readonly atMs: number }[]
  readonly inject: (...faults: Fault[]) => void
  readonly close: () => Promise<void>
}

/** Starts a platform over real HTTP on a free port of 127.0.0.1. */
export async function startFakePlatform({ token, call, wordFault, unknownToken }: Behaviour): Promise<FakePlatform> {
  const faults: Fault[] = []
  const calls: { method: string; params: Record<string, unknown>; atMs: number }[] = []

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
    const at = faults.findIndex((fault) => (fault.method ?? 'sendMessage') === method)
    const fault = at >= 0 ? faults.splice(at, 1)[0] : undefined
    if (fault?.kind === 'reset-before-accept') return void request.socket.destroy()
    const params = await readParams(request)
    calls.push({ method, params: params ?? {}, atMs: Date.now() })
    if (given !== token) return give(response, unknownToken)
    if (!params) return give(response, { status: 400, body: { ok: false, error_code: 400, description: 'Bad Request: not JSON' } })
    if (!fault || fault.kind === 'none') return give(response, call(method, params))
    fail(fault, request, response, () => call(method, params))
  }

  function fail(
    fault: Exclude<Fault, { kind: 'none' }>,
    request: IncomingMessage,
    response: ServerResponse,
    accept: () => Answer,
  ): void {
    if (fault.kind === 'hang') return
    if (fault.kind === 'reset-after-accept') {
      accept()
      request.socket.destroy()
    } else if (fault.kind === 'half-answer') {
      const text = JSON.stringify(accept().body)
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length })
      response.write(text.slice(0, text.length / 2), () => request.socket.destroy())
    } else if (fault.kind !== 'reset-before-accept') give(response, wordFault(fault))
  }

  const server = createServer((request, response) => void take(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    inject: (...more) => void faults.push(...more),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function readParams(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const type = request.headers['content-type'] ?? ''
  if (request.method !== 'POST') return undefined
  if (type.startsWith('multipart/form-data')) return readForm(Buffer.concat(chunks), type)
  if (!type.startsWith('application/json')) return undefined
  const params: unknown = JSON.parse(Buffer.concat(chunks).toString() || '{}')
  return typeof params === 'object' && params !== null ? (params as Record<string, unknown>) : undefined
}

/** A file that was uploaded. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array }

/** An upload: the fields as the JSON would have them, files with their names. */
async function readForm(body: Buffer, type: string): Promise<Record<string, unknown> | undefined> {
  const form = await new Response(Uint8Array.from(body), { headers: { 'content-type': type } }).formData().catch(() => undefined)
  if (!form) return undefined
  const params: Record<string, unknown> = {}
  for (const [name, value] of form) {
    // telegraf repeats the method beside the fields, which Telegram allows.
    if (name === 'method') continue
    if (typeof value !== 'string') params[name] = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }
    else params[name] = name === 'chat_id' ? Number(value) : name === 'reply_markup' ? (JSON.parse(value) as unknown) : value
  }
  return params
}

/** The uploaded file of a parameter. */
export function readUpload(value: unknown): UploadedFile | undefined {
  const { name, bytes } = Object(value) as Partial<UploadedFile>
  return typeof name === 'string' && bytes instanceof Uint8Array ? { name, bytes } : undefined
}

function give(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** Parameters that the method does not have, or lacks; "name?" may be left out. */
export function findParamFault(params: Readonly<Record<string, unknown>>, allowed: readonly string[]): string | undefined {
  const needed = allowed.filter((name) => !name.endsWith('?'))
  const missing = needed.find((name) => params[name] === undefined)
  if (missing) return `parameter "${missing}" is required`
  const strange = Object.keys(params).find((name) => !allowed.includes(name) && !allowed.includes(`${name}?`))
  return strange && `unknown parameter "${strange}"`
}

/** Text that a strict platform would not take: not text, empty, longer than the limit, not NFC, half an emoji. */
export function findTextFault(text: unknown, limit: number): string | undefined {
  if (typeof text !== 'string' || text.trim() === '') return 'message text is empty'
  if (text.normalize('NFC').length > limit) return 'message is too long'
  if (text !== text.normalize('NFC')) return 'text must be NFC'
  return text.isWellFormed() ? undefined : 'strings must be encoded in UTF-8'
}

/** How a webhook is brought: its address and its headers. */
export type Target = { readonly url: string; readonly headers: Readonly<Record<string, string>> }

/** Brings a body to a webhook until it answers 2xx, at most so many times; the statuses in order, 0 for no answer. */
export async function bring({ url, headers }: Target, body: string, mostTries = 5): Promise<number[]> {
  const statuses: number[] = []
  while (statuses.length < mostTries) {
    const status = await fetch(url, { method: 'POST', headers, ...(body ? { body } : {}) }).then(
      (response) => response.status,
      () => 0,
    )
    statuses.push(status)
    if (status >= 200 && status < 300) break
  }
  return statuses
}
