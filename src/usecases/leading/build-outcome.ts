import type { Concern } from '../../domain/concern.ts'
import type { Duty } from '../../domain/duty.ts'
import type { Plan } from '../../domain/plan.ts'
import type { Unit } from '../../domain/unit.ts'
import type { ReportBody, ReportParagraph } from '../../ports/office-files.ts'
import { formatDay } from '../answers/describe-duty.ts'
import type { Carried } from './count-carried.ts'
import { nameRows, rateOnTime, sumRows, type Digest, type DigestRow } from './count-duties.ts'
import { formatChange } from './format-change.ts'
import { fillWords, type OutcomeWords, type ReportWords } from './report-words.ts'

/** What "Báo cáo kết quả" tells besides its table. */
export type OutcomeOf = {
  readonly digest: Digest
  readonly carried: Carried
  readonly issuer: string
  /** Each paper with the table of its own duties. */
  readonly perPlan: readonly { readonly plan: Plan; readonly digest: Digest }[]
  /** What became of each duty, over all units that it charges. */
  readonly perDuty: readonly DutyOutcome[]
  readonly concerns: readonly { readonly unit: Unit; readonly concern: Concern }[]
}

/** A duty with how many of the units that it charges have done it, and how many are late with it. */
export type DutyOutcome = { readonly duty: Duty; readonly total: number; readonly done: number; readonly overdue: number }

const MOST_NAMED = 8
/** More duties than these are told by their paper only. */
const MOST_DUTIES = 60
const ROMAN = ['I', 'II', 'III', 'IV', 'V']

/**
 * Báo cáo kết quả: I. lãnh đạo, chỉ đạo · II. kết quả · III. đánh giá · IV. phương hướng · V. khó khăn, kiến nghị. What figures tell is
 * written; what only people know is left to be filled in.
 */
export function buildOutcome(of: OutcomeOf, form: ReportWords['forms']['state'], { outcome: words }: ReportWords): ReportBody {
  const { lead, results, assessment, ahead, concerns } = words.sections
  const sections: readonly (readonly [string, readonly ReportParagraph[]])[] = [
    [lead, [text(fillWords(words.given, { ...countGiven(of) })), text(words.toFill)]],
    [
      results,
      numberParts(
        [
          [words.parts.general, tellResults(of, words)],
          [words.parts.perPlan, tellPlans(of, words)],
        ],
        form,
      ),
    ],
    [
      assessment,
      numberParts(
        [
          [words.parts.strengths, tellStrengths(of, words)],
          [words.parts.weaknesses, tellWeaknesses(of, words)],
          [words.parts.causes, [words.toFill]],
        ],
        form,
      ),
    ],
    [ahead, [text(tellAhead(of, words)), text(words.toFill)]],
    [concerns, tellConcerns(of, words).map(text)],
  ]
  return {
    subject: words.subject,
    paragraphs: [
      text(fillWords(words.opening, { plans: namePlans(of, words), issuer: of.issuer, day: formatDay(of.digest.asOf) })),
      ...sections.flatMap(([title, paragraphs], index) => [
        { text: fillWords(form.section, { roman: ROMAN[index] ?? '', title }), level: 'section' as const },
        ...paragraphs,
      ]),
    ],
    appendix: words.appendix,
  }
}

function text(words: string): ReportParagraph {
  return { text: words, level: 'text' }
}

function numberParts(
  parts: readonly (readonly [title: string, lines: readonly string[]])[],
  form: ReportWords['forms']['state'],
): ReportParagraph[] {
  return parts.flatMap(([title, lines], index) => [
    { text: fillWords(form.part, { number: index + 1, title }), level: 'part' as const },
    ...lines.map(text),
  ])
}

function countGiven({ digest: { rows }, perPlan }: OutcomeOf): { total: number; units: number; plans: number } {
  return { total: sumRows(rows).total, units: rows.length, plans: perPlan.length }
}

function tellResults({ digest: { rows }, carried }: OutcomeOf, words: OutcomeWords): string[] {
  const { total, done, open } = sumRows(rows)
  const { numerator, denominator } = rateOnTime({ done, open })
  const before = rows.flatMap(({ unitId }) => carried.byUnit.get(unitId) ?? [])
  const sum = (pick: (row: Pick<DigestRow, 'done' | 'open'>) => number): number => before.reduce((all, row) => all + pick(row), 0)
  return [
    fillWords(words.done, { ...done, total, done: done.total }),
    fillWords(words.open, { ...open, open: open.total }),
    fillWords(words.rate, { numerator, denominator }),
    fillWords(words.moved, {
      day: formatDay(carried.since),
      carried: sum((row) => row.open.total),
      done: formatChange(done.total - sum((row) => row.done.total)),
      overdue: formatChange(open.overdue - sum((row) => row.open.overdue)),
    }),
  ]
}

function tellPlans({ perPlan, perDuty }: OutcomeOf, words: OutcomeWords): string[] {
  const shown = perDuty.length > MOST_DUTIES ? [] : perDuty
  return perPlan.flatMap(({ plan, digest: { rows } }) => {
    const { total, done, open } = sumRows(rows)
    const line = fillWords(words.plan, {
      ...done,
      ...open,
      plan: namePlan(plan),
      total,
      done: done.total,
      doneNoDeadline: done.noDeadline,
      open: open.total,
    })
    return [line, ...shown.filter(({ duty }) => duty.planId === plan.id).map((each) => tellDuty(each, words))]
  })
}

function tellDuty({ duty, total, done, overdue }: DutyOutcome, words: OutcomeWords): string {
  return fillWords(overdue > 0 ? words.dutyLate : words.duty, { text: duty.text.replace(/[\s.;,]+$/, ''), total, done, overdue })
}

function tellStrengths({ digest: { rows } }: OutcomeOf, words: OutcomeWords): string[] {
  const names = nameRows(rows).filter((_, index) => rows[index]?.open.total === 0)
  return [names.length > 0 ? fillWords(words.allDone, { units: nameSome(names) }) : words.noneAllDone, words.toFill]
}

function tellWeaknesses({ digest: { rows } }: OutcomeOf, words: OutcomeWords): string[] {
  const names = nameRows(rows)
  const late = rows
    .map(({ open }, index) => ({ overdue: open.overdue, name: names[index] ?? '' }))
    .filter(({ overdue }) => overdue > 0)
    .toSorted((a, b) => b.overdue - a.overdue)
  const silent = names.filter((_, index) => rows[index]?.lastReportAt === null)
  const overdue = late.reduce((sum, each) => sum + each.overdue, 0)
  return [
    overdue === 0
      ? words.noneOverdue
      : fillWords(words.worst, { overdue, units: nameSome(late.map((each) => `${each.name} (${each.overdue})`)) }),
    ...(silent.length > 0 ? [fillWords(words.neverReported, { units: nameSome(silent) })] : []),
  ]
}

function tellAhead({ digest: { rows } }: OutcomeOf, words: OutcomeWords): string {
  return fillWords(words.settle, { ...sumRows(rows).open })
}

function tellConcerns({ concerns }: OutcomeOf, words: OutcomeWords): string[] {
  if (concerns.length === 0) return [words.noConcerns]
  return concerns.map(({ unit, concern: { text: said, to } }) =>
    fillWords(to === null ? words.concern : words.concernTo, { unit: unit.name, text: said, to: to ?? '' }),
  )
}

function namePlans({ perPlan }: OutcomeOf, words: OutcomeWords): string {
  const names = perPlan.map(({ plan }) => namePlan(plan))
  if (names.length === 0) return words.noPlans
  const shown = names.slice(0, MOST_NAMED).join('; ')
  return names.length > MOST_NAMED ? fillWords(words.andMore, { shown, count: names.length - MOST_NAMED }) : shown
}

function namePlan({ plan: { type, number, title }, slug }: Plan): string {
  return [type, number ?? title ?? slug].filter((part) => part !== null).join(' ')
}

function nameSome(names: readonly string[]): string {
  return `${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ', …' : ''}`
}
