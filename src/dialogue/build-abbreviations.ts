import type { AbbreviationData } from './message-lexicon-data.ts'

type Reading = { readonly means: readonly string[]; readonly after: RegExp | undefined; readonly before: RegExp | undefined }

/** Abbreviations ready to be looked up. */
export type Abbreviations = ReadonlyMap<string, readonly Reading[]>

/** Abbreviations from data, with their conditions compiled. */
export function buildAbbreviations(data: AbbreviationData): Abbreviations {
  return new Map(
    Object.entries(data).map(([short, readings]) => [
      short,
      (typeof readings === 'string' ? [{ means: readings }] : readings).map((reading) => ({
        means: reading.means.split(' '),
        after: 'after' in reading && reading.after ? new RegExp(`(?:^| )(?:${reading.after})$`) : undefined,
        before: 'before' in reading && reading.before ? new RegExp(`^(?:${reading.before})(?: |$)`) : undefined,
      })),
    ]),
  )
}

/** The words that an abbreviation stands for between its folded neighbours, or undefined when it is none. */
export function matchAbbreviation(
  abbreviations: Abbreviations,
  short: string,
  before: string,
  behind: string,
): readonly string[] | undefined {
  const readings = abbreviations.get(short)
  return readings?.find(({ after, before: next }) => (!after || after.test(before)) && (!next || next.test(behind)))?.means
}
