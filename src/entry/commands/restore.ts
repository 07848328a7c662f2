import { existsSync } from 'node:fs'
import { readSource } from '../../adapters/files/read-source.ts'
import { restoreText } from '../../restoring/restore-text.ts'
import { openRestorer } from '../open-paper-reader.ts'
import { explainRefusal } from './explain-refusal.ts'
import { parseWords, print, Refusal, tell, Usage, type Command } from './outcome.ts'

/** `restore`: a damaged text in correct Vietnamese, line for line. */
export const restore: Command = {
  usage: 'FILE [--json]',
  does: 'prints the text in correct Vietnamese, line for line with the source',
  run: async (words) => {
    const { values, positionals } = parseWords(words, {})
    const [file] = positionals
    if (!file) throw new Usage('restore needs a file')
    if (!existsSync(file)) throw new Refusal(`${file}: no such file`)
    const source = await readSource(file, { tell })
    if ('refused' in source) throw new Refusal(`${file}: ${explainRefusal(source.refused)}`)
    const { text, quality } = restoreText(source.text, openRestorer())
    if (values.json) print({ text, quality })
    else process.stdout.write(text)
  },
}
