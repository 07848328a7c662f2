import { COMMANDS } from './commands/commands.ts'
import { Refusal, Usage } from './commands/outcome.ts'

const [name = '', ...words] = process.argv.slice(2)
const command = COMMANDS.get(name)

// Whoever reads the output may have had enough of it, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

if (!command) {
  const list = [...COMMANDS].map(([key, { usage, does }]) => `  ${`${key} ${usage}`.trim()}\n      ${does}`).join('\n')
  process.stderr.write(`usage: npm run -s dondoc -- COMMAND\n\n${list}\n`)
  process.exit(name === 'help' || name === '--help' ? 0 : 2)
}

try {
  await command.run(words)
} catch (error) {
  if (error instanceof Usage) process.stderr.write(`${error.message}\nusage: npm run -s dondoc -- ${name} ${command.usage}\n`)
  else if (error instanceof Refusal) process.stderr.write(`${error.message}\n`)
  else throw error
  process.exitCode = error instanceof Usage ? 2 : 1
}
