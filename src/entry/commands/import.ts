import { existsSync, statSync } from 'node:fs'
import { importFiles } from '../open-office.ts'
import { listPaperFiles } from '../read-paper-file.ts'
import { openDatabaseOffice } from './open-command-office.ts'
import { explainRefusal } from './explain-refusal.ts'
import { parseWords, print, Refusal, tell, Usage, type Command } from './outcome.ts'

/** `import`: loads papers into the office's database. */
export const importPapers: Command = {
  usage: 'FILE|DIR [--db FILE] [--yes]',
  does: 'reads papers and stores them; says of each what became of it',
  run: async (words) => {
    const { values, positionals } = parseWords(words, { yes: { type: 'boolean' } })
    const [path] = positionals
    if (!path) throw new Usage('import needs a file or a folder')
    if (!existsSync(path)) throw new Refusal(`${path}: no such file or folder`)
    const files = statSync(path).isDirectory() ? listPaperFiles(path) : [path]
    if (files.length === 0) throw new Refusal(`${path} holds no file that can be read`)
    const office = openDatabaseOffice(values)
    const results = await importFiles(office, files, tell)
    office.storage.close()
    for (const result of results) {
      print(result)
      if (result.reason) tell(`${result.path}: ${explainRefusal(result.reason)}`)
    }
    if (results.some(({ outcome }) => outcome === 'refused'))
      throw new Refusal('some files were refused; nothing of them was stored')
  },
}
