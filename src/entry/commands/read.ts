import { existsSync } from 'node:fs'
import { readPaperFile } from '../read-paper-file.ts'
import { explainRefusal } from './explain-refusal.ts'
import { formatReading } from './format-reading.ts'
import { parseWords, print, Refusal, tell, Usage, type Command } from './outcome.ts'

/** `read`: one paper as dondoc reads it, as a page for people or as JSON. */
export const read: Command = {
  usage: 'FILE [--json]',
  does: 'reads a paper into sections, duties, units and deadlines',
  run: async (words) => {
    const { values, positionals } = parseWords(words, {})
    const [file] = positionals
    if (!file) throw new Usage('read needs a file')
    if (!existsSync(file)) throw new Refusal(`${file}: no such file`)
    const result = await readPaperFile(file, { tell })
    if ('refused' in result) throw new Refusal(`${file}: ${explainRefusal(result.refused)}`)
    const { reading } = result.paper
    const { plan, sections, duties, quality, issues } = reading
    if (values.json) return print({ plan, sections, duties, quality, issues })
    process.stdout.write(formatReading(reading))
  },
}
