import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { serve } from '@hono/node-server'
import { readConfig } from '../config/read-config.ts'
import { formatFault } from './read-declaration-files.ts'
import { readAnsweringData } from './read-data.ts'
import { startServer } from './start-server.ts'

const result = readConfig(process.env)
if ('faults' in result) {
  process.stderr.write(
    `dondoc does not start, its configuration has faults:\n${result.faults.map((fault) => `  ${fault}`).join('\n')}\n`,
  )
  process.exit(1)
}
const data = readAnsweringData()
if (data.declared.faults.length > 0) {
  process.stderr.write(
    `dondoc does not start, declared units have faults:\n${data.declared.faults.map((fault) => `  ${formatFault(fault)}`).join('\n')}\n`,
  )
  process.exit(1)
}
if (result.config.databasePath !== ':memory:') mkdirSync(dirname(result.config.databasePath), { recursive: true })

const { address, stop } = await startServer(result.config, serve, data)
process.stderr.write(`dondoc listens on ${address}${result.config.try ? `\ntry it: ${address}/try` : ''}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void stop().then(() => process.exit(0))
  })
}
