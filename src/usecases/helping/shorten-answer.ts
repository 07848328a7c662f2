import type { Duty } from '../../domain/duty.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { AskModel } from '../../ports/model.ts'
import type { Decision, World } from '../asked.ts'
import type { Helper } from './helper.ts'
import { joinStatements, splitStatements } from './split-statements.ts'

const MOST_DUTIES = 8
const LONGEST = 200
const CUT = ' …'

type Cut = { readonly shown: string; readonly statements: readonly string[] }

/**
 * Where the answer shows only the beginning of a duty, the model may choose which of its sentences say most. They stay the plan's own
 * words, and each line that it touched is marked; without a usable choice the answer stays as it is.
 */
export async function shortenAnswer(decision: Decision, ask: AskModel, { instructions }: Helper, world: World): Promise<Decision> {
  const duties = decision.reply.dutyIds.flatMap((id) => world.library.dutyById.get(id) ?? [])
  const cuts = listCuts(decision.reply.phrases, duties).slice(0, MOST_DUTIES)
  if (cuts.length === 0) return decision
  const asked = cuts.map(({ shown, statements }, index) => [
    index + 1,
    { most: shown.length, sentences: Object.fromEntries(statements.map((statement, at) => [at + 1, statement])) },
  ])
  const answer = await ask({
    instructions: instructions.shorten,
    data: JSON.stringify(Object.fromEntries(asked)),
    longest: LONGEST,
  })
  const choices = readChoices(answer)
  const shorter = new Map(cuts.flatMap((cut, index) => keepStatements(cut, choices[String(index + 1)])))
  if (shorter.size === 0) return decision
  return {
    ...decision,
    reply: { ...decision.reply, phrases: decision.reply.phrases.map((phrase) => replaceText(phrase, shorter)) },
  }
}

/** Texts that end in a cut and are the beginning of a duty with several sentences. */
function listCuts(phrases: readonly Phrase[], duties: readonly Duty[]): Cut[] {
  const whole = duties.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim())
  return phrases.flatMap(({ with: blanks }) => {
    const shown = blanks?.['text']
    if (typeof shown !== 'string' || !shown.endsWith(CUT)) return []
    const text = whole.find((text) => text.startsWith(shown.slice(0, -CUT.length)))
    const statements = text === undefined ? [] : splitStatements(text)
    return statements.length > 1 ? [{ shown, statements }] : []
  })
}

/** An object of arrays, or nothing. */
function readChoices(answer: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(answer ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return {} // What the model says beside the object it was asked for is no choice.
  }
}

function keepStatements({ shown, statements }: Cut, kept: unknown): [string, string][] {
  if (!Array.isArray(kept) || kept.length === 0) return []
  const isChoice = kept.every(
    (number, index) => Number.isInteger(number) && number > (kept[index - 1] ?? 0) && number <= statements.length,
  )
  const text = isChoice ? joinStatements(statements, kept) : ''
  return text !== '' && text.length <= shown.length + CUT.length ? [[shown, text]] : []
}

function replaceText(phrase: Phrase, shorter: ReadonlyMap<string, string>): Phrase {
  const shown = phrase.with?.['text']
  const text = typeof shown === 'string' ? shorter.get(shown) : undefined
  return text === undefined
    ? phrase
    : { ...phrase, with: { ...phrase.with, text: [{ say: 'shortened-by-model', with: { text } }] } }
}
