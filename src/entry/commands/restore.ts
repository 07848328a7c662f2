import { readFileSync } from 'node:fs'
import { restoreText } from '../../restoring/restore-text.ts'
import { openRestorer } from '../read-data.ts'
import { parseWords, print, Usage, type Command } from './outcome.ts'

/** `restore`: a damaged text in correct Vietnamese, line for line. */
export const restore: Command = {
  usage: 'FILE [--json]',
  does: 'prints the text in correct Vietnamese, line for line with the source',
  run: async (words) => {
    const { values, positionals } = parseWords(words, {})
    const [file] = positionals
    if (!file) throw new Usage('restore needs a file')
    const { text, quality } = restoreText(readFileSync(file, 'utf8'), openRestorer())
    if (values.json) print({ text, quality })
    else process.stdout.write(text)
  },
}
