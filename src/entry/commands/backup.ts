import { existsSync } from 'node:fs'
import { openDatabaseOffice } from './open-command-office.ts'
import { parseWords, print, Refusal, Usage, type Command } from './outcome.ts'

/** `backup`: a whole copy of the database while the server goes on. */
export const backup: Command = {
  usage: 'FILE [--db FILE]',
  does: 'copies the database into a new file while the server goes on',
  run: async (words) => {
    const { values, positionals } = parseWords(words, {})
    const [file] = positionals
    if (!file) throw new Usage('backup needs the name of the new file')
    if (existsSync(file)) throw new Refusal(`${file} exists already; a backup never overwrites`)
    const { storage } = openDatabaseOffice(values)
    await storage.backup(file)
    storage.close()
    print({ backup: file })
  },
}
