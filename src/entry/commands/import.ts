import { existsSync, statSync } from 'node:fs'
import { importFiles, type Imported } from '../open-office.ts'
import { listPaperFiles } from '../read-paper-file.ts'
import { openDatabaseOffice } from './open-command-office.ts'
import { explainRefusal } from './explain-refusal.ts'
import { createReviewer, showDoubts, type Reviewer } from './review-reading.ts'
import { parseWords, print, Refusal, tell, Usage, type Command } from './outcome.ts'

/** `import`: loads papers into the office's database. */
export const importPapers: Command = {
  usage: 'FILE|DIR [--db FILE] [--yes | --ask]',
  does: 'reads papers and stores them; says of each what became of it; in a terminal asks about what is doubtful, unless --yes',
  run: async (words) => {
    const { values, positionals } = parseWords(words, { yes: { type: 'boolean' }, ask: { type: 'boolean' } })
    const [path] = positionals
    if (!path) throw new Usage('import needs a file or a folder')
    if (!existsSync(path)) throw new Refusal(`${path}: no such file or folder`)
    const files = statSync(path).isDirectory() ? listPaperFiles(path) : [path]
    if (files.length === 0) throw new Refusal(`${path} holds no file that can be read`)
    const office = openDatabaseOffice(values)
    const { review, close } = chooseReviewer(values)
    const results = await importFiles(office, files, tell, review)
    close()
    office.storage.close()
    for (const result of results) printResult(result)
    if (results.length < files.length) throw new Refusal('stopped; what is printed above was done')
    if (results.some(({ outcome }) => outcome === 'refused'))
      throw new Refusal('some files were refused; nothing of them was stored')
  },
}

/** Whoever is at a terminal is asked; nobody is, where nobody could answer. */
function chooseReviewer({ yes, ask }: { readonly yes?: boolean | undefined; readonly ask?: boolean | undefined }): Reviewer {
  if (yes) return { review: async () => 'accept', close: () => undefined }
  return (ask ?? process.stdin.isTTY) ? createReviewer(process.stdin) : { review: showDoubts, close: () => undefined }
}

function printResult(result: Imported): void {
  print(result)
  if (result.reason) tell(`${result.path}: ${explainRefusal(result.reason)}`)
}
