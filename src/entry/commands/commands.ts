import { ask } from './ask.ts'
import { backup } from './backup.ts'
import { broadcast } from './broadcast.ts'
import { calendar } from './calendar.ts'
import { chat } from './chat.ts'
import { compare } from './compare.ts'
import { correct } from './correct.ts'
import { deadline } from './deadline.ts'
import { digest } from './digest.ts'
import { doctor } from './doctor.ts'
import { exportReport } from './export.ts'
import { importPapers } from './import.ts'
import { invite } from './invite.ts'
import type { Command } from './outcome.ts'
import { read } from './read.ts'
import { restore } from './restore.ts'
import { search } from './search.ts'
import { shipPlans } from './ship-plans.ts'
import { trainSyllables } from './train-syllables.ts'
import { understand } from './understand.ts'
import { units } from './units.ts'
import { webhook } from './webhook.ts'

/** The command line, in the order in which an operator meets it. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['read', read],
  ['restore', restore],
  ['import', importPapers],
  ['correct', correct],
  ['compare', compare],
  ['ask', ask],
  ['chat', chat],
  ['invite', invite],
  ['units', units],
  ['digest', digest],
  ['broadcast', broadcast],
  ['export', exportReport],
  ['calendar', calendar],

  ['understand', understand],
  ['deadline', deadline],
  ['search', search],
  ['webhook', webhook],
  ['doctor', doctor],
  ['backup', backup],
  ['ship-plans', shipPlans],
  ['train-syllables', trainSyllables],
])
