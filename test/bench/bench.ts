// Everything that is measured, in one run: npm run bench [-- DEVELOPMENT_SET_DIR]
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const [set] = process.argv.slice(2)
const retrieval = set ? join(set, 'retrieval/alqac2022') : ''

const BENCHES: readonly (readonly [title: string, file: string, args: readonly string[]])[] = [
  ['Start: process to first answer', 'start.ts', ['3']],
  ['Durable acknowledgement beside a handler that stores nothing', 'acknowledge.ts', []],
  ['A year of 200 units with 40 duties each, summed up and printed', 'digest.ts', []],
  ...(set
    ? ([
        ['Restoring: syllables right, beside the raw text and two baselines', 'restoring.ts', [set]],
        ['Reading: duties, units, deadlines, beside "every bullet is a duty"', 'reading.ts', [set]],
        ['Deadline phrases, by kind', 'deadlines.ts', [set]],
        ['Understanding: intents per register, reports fully right', 'understanding.ts', [set]],
        ['Answers: questions fully right, time per answer', 'answers.ts', [set]],
        ['Answers where 10,000 duties are loaded', 'large-library.ts', [set]],
      ] as const)
    : []),
  ...(existsSync(retrieval) ? ([['Retrieval beside MiniSearch as it comes', 'retrieval.ts', [retrieval]]] as const) : []),
]

let failed = 0
for (const [title, file, args] of BENCHES) {
  console.log(`\n## ${title}\n`)
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...args], { stdio: 'inherit' })
  if (status !== 0) failed += 1
}
if (!set) console.log('\nQuality is measured against hand-made answers: npm run bench -- DEVELOPMENT_SET_DIR')
process.exitCode = failed > 0 ? 1 : 0
