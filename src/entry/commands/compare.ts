import type { Plan } from '../../domain/plan.ts'
import { compareCopies, type ComparedPassage } from '../../usecases/papers/compare-copies.ts'
import { findBetterReadings, type PairCounts } from '../../usecases/papers/find-better-readings.ts'
import { findNamedPlan } from './find-named-plan.ts'
import { openReadingOffice } from './open-command-office.ts'
import { parseWords, print, Refusal, Usage, type Command } from './outcome.ts'

/** `compare`: where the copies of one paper read differently, paragraph by paragraph. */
export const compare: Command = {
  usage: 'PLAN [--json] [--db FILE]',
  does: 'lists the differences between the copies of a paper; ! marks where the other copy is probably right',
  run: async (words) => {
    const { values, positionals } = parseWords(words, {})
    const [name] = positionals
    if (!name) throw new Usage('compare needs a plan')
    const { library } = await (await openReadingOffice(values)).openWorld()
    const plan = findNamedPlan(name, library)
    const copies = library.witnessesOf.get(plan.id) ?? []
    if (copies.length === 0) throw new Refusal(`${plan.slug} is loaded in one copy only`)
    for (const copy of copies) {
      const passages = compareCopies(plan, copy)
      if (values.json) print({ shown: plan.slug, other: copy.slug, passages: passages.filter(isDifferent).map(toJson) })
      else process.stdout.write(describeCopies(plan, copy, passages, library.pairCounts()))
    }
  },
}

function isDifferent({ shown, other, differences }: ComparedPassage): boolean {
  return !shown || !other || differences.length > 0
}

function toJson({ shown, other, differences }: ComparedPassage): object {
  const place = shown && other ? {} : { text: (shown ?? other)?.text }
  return { path: shown?.path ?? null, lines: shown?.lines ?? null, otherLines: other?.lines ?? null, ...place, differences }
}

function describeCopies(plan: Plan, copy: Plan, passages: readonly ComparedPassage[], counts: PairCounts): string {
  const different = passages.filter(isDifferent)
  const words = passages.reduce((sum, { differences }) => sum + differences.length, 0)
  const head = [
    `shown: ${describeCopy(plan)}`,
    `other: ${describeCopy(copy)}`,
    `${passages.length} paragraphs, ${different.length} differ, ${words} places; lines are those of the shown copy | of the other`,
  ]
  return `${[...head, '', ...different.flatMap((passage) => describePassage(passage, counts))].join('\n')}\n`
}

function describeCopy({ slug, plan, quality }: Plan): string {
  return `${slug}  ${plan.number ?? '?'}  ${quality.label} (${quality.score.toFixed(2)})`
}

function describePassage({ shown, other, differences }: ComparedPassage, counts: PairCounts): string[] {
  const place = `${(shown?.path ?? '').padEnd(10)} ${formatLines(shown?.lines)} | ${formatLines(other?.lines)}`
  if (!shown || !other) return [`${place}  only in the ${shown ? 'shown' : 'other'} copy: ${(shown ?? other)?.text.slice(0, 100)}`]
  const better = findBetterReadings(shown.text, other.text, counts).map((reading) => `  ! ${reading.shown}\n    ${reading.other}`)
  const lines = differences.map(({ before, after, ...said }) => `    ${before} [${said.shown} | ${said.other}] ${after}`)
  return [place, ...better, ...lines]
}

function formatLines(lines: readonly [number, number] | undefined): string {
  return (lines ? lines.join('-') : '-').padEnd(9)
}
