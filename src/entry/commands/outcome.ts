import { parseArgs, type ParseArgsConfig } from 'node:util'
import { z } from 'zod'

/** The command was called wrongly: exit 2. */
export class Usage extends Error {}

/** The command was understood and refused, with a plain reason: exit 1. */
export class Refusal extends Error {}

/** A command of the command line. */
export type Command = { readonly usage: string; readonly does: string; readonly run: (words: string[]) => Promise<void> }

/** Options that every command takes. */
const COMMON = { today: { type: 'string' }, db: { type: 'string' }, json: { type: 'boolean' } } as const

/** Parses the words of a command; unknown or malformed options are wrong usage. */
export function parseWords<Options extends NonNullable<ParseArgsConfig['options']>>(words: string[], options: Options) {
  try {
    return parseArgs({ args: words, options: { ...COMMON, ...options }, allowPositionals: true })
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : 'wrong options')
  }
}

/** A day of an option; anything else is wrong usage. */
export function checkDay(day: string | undefined): string | undefined {
  if (day !== undefined && !z.iso.date().safeParse(day).success) throw new Usage('--today must be a day, 2026-11-21')
  return day
}

/** Prints one JSON value on a line of its own. */
export function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** Tells the operator something on stderr. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}
