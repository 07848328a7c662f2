import type { Intent } from '../../dialogue/intent.ts'
import { mayLead } from '../../domain/permission.ts'
import type { Asker } from '../asked.ts'
import { readUnitsQuestion } from './read-units-question.ts'

/** Which of the units below is silent, late or best is a question about all of them, whatever else its words resemble. */
export function recognizeUnitsQuestion(intents: readonly Intent[], text: string, asker: Asker | undefined): readonly Intent[] {
  const [first] = intents
  const isAsked = asker !== undefined && mayLead(asker.officer) && readUnitsQuestion(text) !== undefined
  // "Sở nào" names no unit.
  const slots = first && { ...first.slots, units: [], updates: [], topic: '' }
  return slots && isAsked ? [{ name: 'summary', slots, certainty: 0.9 }] : intents
}
