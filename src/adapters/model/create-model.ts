import type { Log } from '../../ports/log.ts'
import type { Model, ModelQuestion } from '../../ports/model.ts'

/** Any server that speaks OpenAI's chat completions, also one inside the office. */
export type ModelAccess = {
  readonly baseUrl: string
  readonly name: string
  readonly apiKey: string | undefined
  /** How long one answer may wait for the model, all its questions together. */
  readonly patienceMs?: number
}

const PATIENCE_MS = 2000
const MOST_DATA = 12_000
const MOST_ANSWER_BYTES = 64 * 1024
// A server that is down must not slow every answer: after so many failures in a row it is left alone for a while.
const FAILURES = 3
const REST_MS = 60_000

/** A language model behind HTTP. It answers or it does not; nothing that it does is ever thrown. */
export function createModel(access: ModelAccess, log: Log): Model {
  let failures = 0
  let restsUntil = -Infinity
  return {
    begin: () => {
      const signal = AbortSignal.timeout(access.patienceMs ?? PATIENCE_MS)
      return async (question) => {
        if (performance.now() < restsUntil || question.data.length > MOST_DATA) return undefined
        try {
          const answer = await askServer(access, question, signal)
          failures = 0
          return answer
        } catch (error) {
          failures += 1
          if (failures >= FAILURES) restsUntil = performance.now() + REST_MS
          log.warn('model-not-heard', { reason: error instanceof Error ? error.name : 'unknown', failures })
          return undefined
        }
      }
    },
  }
}

async function askServer(
  { baseUrl, name, apiKey }: ModelAccess,
  { instructions, data, longest }: ModelQuestion,
  signal: AbortSignal,
): Promise<string> {
  const response = await fetch(`${baseUrl.replace(/\/$/, '')}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
    body: JSON.stringify({
      model: name,
      temperature: 0,
      max_tokens: longest,
      stream: false,
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: data },
      ],
    }),
    signal,
    redirect: 'error',
  })
  if (!response.ok) {
    await response.body?.cancel()
    throw new ModelError(`Status${response.status}`)
  }
  return readContent(await readBody(response))
}

/** Names what went wrong, and holds nothing that the server said. */
class ModelError extends Error {
  constructor(name: string) {
    super(name)
    this.name = name
  }
}

async function readBody({ body }: Response): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > MOST_ANSWER_BYTES) throw new ModelError('TooLong')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

type Completion = { readonly choices?: readonly { readonly message?: { readonly content?: unknown } | null }[] } | null

function readContent(body: string): string {
  const completion = JSON.parse(body) as Completion
  const content = Array.isArray(completion?.choices) ? completion.choices[0]?.message?.content : undefined
  if (typeof content !== 'string') throw new ModelError('NoContent')
  return content
}
