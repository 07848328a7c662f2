import type { Intent } from '../../dialogue/intent.ts'
import type { AskModel } from '../../ports/model.ts'
import type { Helper } from './helper.ts'

const LONGEST = 24

/** The one of several readings that the model names; undefined for anything else that it may say. */
export async function chooseReading(
  text: string,
  readings: readonly Intent[],
  ask: AskModel,
  { instructions, meanings }: Helper,
): Promise<Intent | undefined> {
  if (readings.length < 2) return undefined
  const offered = readings.map(({ name }) => ({ id: name, means: meanings.get(name) ?? name }))
  const data = JSON.stringify({ message: text, readings: offered })
  const answer = await ask({ instructions: instructions.chooseReading, data, longest: LONGEST })
  const id = answer?.trim().replace(/^["'`]|["'`.]$/g, '')
  return readings.find(({ name }) => name === id)
}
