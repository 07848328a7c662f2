import type { Context } from 'hono'

/** What came of reading a body: its text, or that it is longer than allowed. */
export type ReadBody = { readonly kind: 'read'; readonly text: string } | { readonly kind: 'too-long' }

/** Reads a body up to a limit in bytes; one that announces or turns out to be longer is not read on. */
export async function readBody(c: Context, limit: number): Promise<ReadBody> {
  const announced = c.req.header('content-length')
  if (announced !== undefined && c.req.header('transfer-encoding') === undefined) {
    return Number(announced) > limit ? { kind: 'too-long' } : { kind: 'read', text: await c.req.text() }
  }
  return readChunks(c.req.raw.body, limit)
}

/** True when a request has no body at all; at most its first chunk is looked at. */
export async function isEmptyBody(c: Context): Promise<boolean> {
  const announced = c.req.header('content-length')
  if (announced !== undefined) return Number(announced) === 0
  return (await readChunks(c.req.raw.body, 0)).kind === 'read'
}

async function readChunks(body: ReadableStream<Uint8Array> | null, limit: number): Promise<ReadBody> {
  if (!body) return { kind: 'read', text: '' }
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  const reader = body.getReader()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.length
    if (size > limit) {
      await reader.cancel()
      return { kind: 'too-long' }
    }
    text += decoder.decode(chunk.value, { stream: true })
  }
  return { kind: 'read', text: text + decoder.decode() }
}
