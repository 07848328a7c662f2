import { openReadingOffice } from './open-command-office.ts'
import { parseWords, print, type Command } from './outcome.ts'

/** `units`: the registered units, with what is known of each. */
export const units: Command = {
  usage: '[--db FILE] [WORDS]',
  does: 'lists the units that the plans name, or those whose name holds the words',
  run: async (words) => {
    const { values, positionals } = parseWords(words, {})
    const { library } = await (await openReadingOffice(values)).openWorld()
    const wanted = positionals.join(' ').toLowerCase()
    for (const { unit } of library.registry.units) if (unit.name.toLowerCase().includes(wanted)) print(unit)
  },
}
