import { Worker } from 'node:worker_threads'
import type { ParsedFile, ParserMessage, ParserTask } from './parser-protocol.ts'
import { FileRefusal } from './refusal.ts'

const WATCH_MS = 100
const NEWEST_MIB = 64

/** Parses a file in a thread of its own, which ends with it or when it has cost too much memory or time. */
export async function parseInThread(task: ParserTask, onPage: (page: number, of: number) => void): Promise<ParsedFile> {
  const { limits } = task
  const thread = new Worker(new URL('./parser-thread.ts', import.meta.url), {
    workerData: task,
    // What a library prints about a broken file is no output of ours, and no secret of the process is its business.
    stdout: true,
    stderr: true,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMib, maxYoungGenerationSizeMb: NEWEST_MIB, stackSizeMb: 4 },
  })
  thread.stdout.resume()
  thread.stderr.resume()
  const timers: NodeJS.Timeout[] = []
  try {
    return await new Promise<ParsedFile>((resolve, reject) => {
      const refuse = (code: 'too-slow' | 'memory') => (): void => reject(new FileRefusal(code))
      const step = setTimeout(refuse('too-slow'), limits.stepMs)
      timers.push(step, setTimeout(refuse('too-slow'), limits.totalMs), watchBuffers(thread, limits.bufferBytes, refuse('memory')))
      thread.on('message', (message: ParserMessage) => {
        step.refresh()
        if (message.says === 'page') onPage(message.page, message.of)
        else if (message.says === 'parsed') resolve(message.parsed)
        else reject(new FileRefusal(message.code, message.detail))
      })
      thread.on('error', (error) => reject(isOutOfMemory(error) ? new FileRefusal('memory') : error))
      thread.on('exit', () => reject(new FileRefusal('damaged', 'the parser ended without a word')))
    })
  } finally {
    for (const timer of timers) clearTimeout(timer)
    await thread.terminate()
  }
}

// The limit of V8 counts objects only; what a stream inflates to lies outside of them.
function watchBuffers(thread: Worker, maxBytes: number, refuse: () => void): NodeJS.Timeout {
  return setInterval(() => {
    thread.getHeapStatistics().then(
      ({ external_memory: held }) => held > maxBytes && refuse(),
      () => undefined, // the thread is gone, and with it the question
    )
  }, WATCH_MS)
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
