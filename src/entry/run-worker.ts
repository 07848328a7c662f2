import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { findDeployFaults, findDevFaults, type WorkerFiles } from './find-worker-faults.ts'
import { ROOT } from './read-data.ts'

/** One program that is run to its end; stdin keeps secrets off the disk and off the command line. */
type Step = { readonly shown: string; readonly words: readonly string[]; readonly stdin?: string }

const WRANGLER = join(ROOT, 'node_modules/wrangler/bin/wrangler.js')
// Ports, paths and the clock of this machine are none of the Worker's.
const OF_WORKERS = /^(?:TELEGRAM|ZALO|MODEL)_|^(?:METRICS_TOKEN|LOG_LEVEL|PUBLIC_URL)$/

const [mode = '', ...further] = process.argv.slice(2)
const files = readFiles(mode === 'dev' ? ['.dev.vars', '.env'] : ['.env'])
const faults = findFaults(mode, files)
if (faults.length > 0) fail(`${mode}:worker cannot start:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
let isStopped = false
for (const step of mode === 'dev' ? listDevSteps() : listDeploySteps(files)) await take(step)

/** Of several places for the variables the first that is there counts, as it does for wrangler. */
function readFiles(places: readonly string[]): WorkerFiles {
  const variables = places.find((place) => existsSync(place))
  return {
    wrangler: readFileSync('wrangler.toml', 'utf8'),
    variables: variables === undefined ? undefined : parseEnv(readFileSync(variables, 'utf8')),
  }
}

function findFaults(mode: string, files: WorkerFiles): readonly string[] {
  if (mode !== 'dev' && mode !== 'deploy') return ['say "dev" or "deploy"']
  if (!existsSync(WRANGLER)) return ['wrangler is not installed: run "npm ci" with the development packages']
  return mode === 'dev' ? findDevFaults(files) : findDeployFaults(files)
}

function listDevSteps(): Step[] {
  return [wrangler(['d1', 'migrations', 'apply', 'DB', '--local']), wrangler(['dev', '--test-scheduled', ...further])]
}

function listDeploySteps({ variables = {} }: WorkerFiles): Step[] {
  const secrets = Object.entries(variables).filter(([name, value]) => OF_WORKERS.test(name) && value)
  return [
    { shown: 'dondoc ship-plans', words: [join(ROOT, 'src/entry/cli.ts'), 'ship-plans'] },
    wrangler(['d1', 'migrations', 'apply', 'DB', '--remote']),
    wrangler(['deploy', ...further]),
    { ...wrangler(['secret', 'bulk']), stdin: JSON.stringify(Object.fromEntries(secrets)) },
  ]
}

function wrangler(words: readonly string[]): Step {
  return { shown: `wrangler ${words.join(' ')}`, words: [WRANGLER, ...words] }
}

async function take({ shown, words, stdin }: Step): Promise<void> {
  process.stderr.write(`> ${shown}\n`)
  const child = spawn(process.execPath, words, {
    stdio: [stdin === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'],
    env: { WRANGLER_SEND_METRICS: 'false', ...process.env },
  })
  child.stdin?.end(stdin)
  // Who stops this stops wrangler, which has a workerd to stop.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      isStopped = true
      child.kill(signal)
    })
  }
  const [status] = await once(child, 'close')
  if (isStopped) process.exit(0)
  if (status !== 0) fail(`${mode}:worker stopped, because "${shown}" failed; its reason is above`)
}

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}
