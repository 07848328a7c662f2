// From the start of the process to the first answer in the try-it chat: node test/bench/start.ts [RUNS]
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const runs = Number(process.argv[2] ?? 5)

async function measure(databasePath: string): Promise<{ listening: number; answered: number }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const started = performance.now()
  const env = { PATH: process.env['PATH'], PORT: String(port), DATABASE_PATH: databasePath, LOG_LEVEL: 'silent' }
  const server = spawn(process.execPath, ['--import', './src/entry/guard.mjs', 'src/entry/node.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    await new Promise((resolve, reject) => {
      server.stderr.on('data', (line) => String(line).includes('listens') && resolve(undefined))
      server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)))
    })
    const listening = performance.now() - started
    const base = `http://127.0.0.1:${port}/try/messages`
    const body = JSON.stringify({ id: `bench-${port}`, as: 'try:guest', text: 'chào em' })
    await fetch(base, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    for (;;) {
      const { messages } = (await (await fetch(`${base}?as=try:guest`)).json()) as { messages: unknown[] }
      if (messages.length > 0) return { listening, answered: performance.now() - started }
    }
  } finally {
    server.kill('SIGTERM')
    if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve))
  }
}

const folder = mkdtempSync(join(tmpdir(), 'dondoc-start-'))
try {
  for (let run = 0; run < runs; run += 1) {
    const { listening, answered } = await measure(join(folder, 'dondoc.db'))
    const kind = run === 0 ? 'first start, plans imported' : 'later start'
    console.log(`${kind.padEnd(28)} listening ${listening.toFixed(0)} ms, first answer ${answered.toFixed(0)} ms`)
  }
} finally {
  rmSync(folder, { recursive: true })
}
