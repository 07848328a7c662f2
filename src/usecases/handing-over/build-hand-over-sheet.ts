import { dayInVietnam, type Moment } from '../../domain/calendar.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { ReportParagraph, ReportSheet } from '../../ports/office-files.ts'
import { renderPhrase } from '../../wording/render-phrase.ts'
import type { Templates } from '../../wording/read-templates.ts'
import { describeDeadline, describePath, describeProgress, formatDay, namePlan, shorten } from '../answers/describe-duty.ts'
import type { World } from '../asked.ts'
import { describeEvidence } from '../evidence/describe-evidence.ts'
import { fillWords } from '../leading/report-words.ts'
import { describeLife } from '../life/describe-life.ts'
import type { HandOver, Promised } from './collect-hand-over.ts'
import type { HandOverColumn, HandOverWords } from './hand-over-words.ts'

/** What a hand-over is put into words with. */
export type HandOverTools = {
  readonly world: Pick<World, 'library' | 'clock' | 'holidays' | 'templates'>
  readonly words: HandOverWords
  readonly letterhead: ReportSheet['letterhead']
  /** By the id of an officer; undefined where nobody knows the name. */
  readonly nameOf: (officerId: string) => string | undefined
}

const COLUMNS: readonly (readonly [HandOverColumn, width: number, isText: boolean])[] = [
  ['order', 5, false],
  ['text', 46, true],
  ['source', 22, true],
  ['deadline', 20, true],
  ['status', 24, true],
  ['evidence', 22, true],
  ['promises', 26, true],
]
const ROMAN = ['I', 'II', 'III', 'IV']
// A unit of many years has thousands of reports; the newest are what a successor asks about.
const MOST_LINES = 300
const SHORT = 90

/** The papers of a hand-over: the minutes with history, promises and evidence, and the open duties as their appendix. */
export function buildHandOverSheet(pack: HandOver, tools: HandOverTools): ReportSheet {
  const { words, letterhead } = tools
  const name = pack.unit.place ? `${pack.unit.name}, ${pack.unit.place}` : pack.unit.name
  const subject = fillWords(words.subject, { unit: name })
  const day = formatDay(pack.asOf)
  return {
    name: words.sheetName,
    letterhead,
    title: words.title,
    subtitle: [subject, fillWords(words.asOf, { day })],
    underSubject: words.underSubject[letterhead.form],
    body: { subject, paragraphs: writeBody(pack, name, tools), appendix: words.appendix },
    columns: COLUMNS.map(([column, width, isText]) => ({ title: words.columns[column], group: null, width, isText })),
    rows: pack.open.map((_, index) => writeRow(pack, index, tools)),
    sum: COLUMNS.map(([column]) => (column === 'text' ? words.sum : column === 'source' ? pack.open.length : '')),
    notes: words.notes,
    recipients: words.giver,
    signature: words.taker,
  }
}

function writeBody(pack: HandOver, unit: string, tools: HandOverTools): ReportParagraph[] {
  const { words, letterhead } = tools
  const { open, history, promises, evidence } = pack
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [words.sections.open, [fillWords(words.counts, { open: open.length, ...pack.counts })]],
    [words.sections.history, history.slice(0, MOST_LINES).map((line) => tellReport(line, tools))],
    [words.sections.promises, promises.slice(0, MOST_LINES).map((promised) => tellPromise(promised, tools))],
    [
      words.sections.evidence,
      evidence.slice(-MOST_LINES).map((line) => {
        const shown = describeEvidence([line])
        const values = { day: dayOf(line.at), duty: nameDuty(line.dutyId, tools), evidence: shown ? render(shown, tools) : '' }
        return fillWords(words.evidence, values)
      }),
    ],
  ]
  return [
    text(fillWords(words.opening, { day: formatDay(pack.asOf), unit, open: open.length })),
    text(words.parties),
    ...sections.flatMap(([title, lines], index) => [
      { text: fillWords(words.section[letterhead.form], { roman: ROMAN[index] ?? '', title }), level: 'section' as const },
      ...(lines.length > 0 ? lines : [words.none]).map(text),
    ]),
  ]
}

function text(words: string): ReportParagraph {
  return { text: words, level: 'text' }
}

function tellReport(line: HandOver['history'][number], tools: HandOverTools): string {
  const status = render(describeProgress({ ...line, at: '' }), tools)
  return fillWords(tools.words.report, { ...namesOf(line, tools), status })
}

function tellPromise(promised: Promised, tools: HandOverTools): string {
  return fillWords(tools.words.promise, { ...namesOf(promised.line, tools), promise: wordPromise(promised, tools) })
}

function wordPromise({ kind, line }: Promised, { words }: HandOverTools): string {
  if (kind === 'extension') return fillWords(words.extensionAsked, { until: formatDay(line.dueChange ?? '') })
  if (kind === 'concern') return fillWords(words.concerns[line.kind], { text: line.text })
  const act = fillWords(words.acts[line.kind], { until: formatDay(line.until ?? '') })
  return line.reason === null ? act : fillWords(words.because, { act, reason: line.reason })
}

type Said = { readonly at: Moment; readonly officerId: string; readonly dutyId: string }

function namesOf({ at, officerId, dutyId }: Said, tools: HandOverTools) {
  return { day: dayOf(at), person: tools.nameOf(officerId) ?? tools.words.unknownPerson, duty: nameDuty(dutyId, tools) }
}

function nameDuty(dutyId: string, { world }: HandOverTools): string {
  return shorten(world.library.dutyById.get(dutyId)?.text ?? '', SHORT)
}

function writeRow(pack: HandOver, index: number, tools: HandOverTools): ReportSheet['rows'][number] {
  const row = pack.open[index]
  if (!row) throw new Error('an open duty is there')
  const { duty, unitId, life } = row
  const { library } = tools.world
  const plan = library.planById.get(duty.planId)
  const isOwn = (line: { readonly dutyId: string; readonly unitId: string }): boolean =>
    line.dutyId === duty.id && line.unitId === unitId
  const shown = describeEvidence(pack.evidence.filter(isOwn))
  const promises = pack.promises.filter(({ line }) => isOwn(line)).map((promised) => wordPromise(promised, tools))
  const source = [...(plan ? [namePlan(plan)] : []), describePath(duty)].map((phrase) => render(phrase, tools)).join(', ')
  return [
    index + 1,
    duty.text,
    source,
    render(describeDeadline(duty, tools.world, life), tools),
    render(describeLife(life, library), tools),
    shown ? render(shown, tools) : '',
    promises.join('; '),
  ]
}

function render(phrase: Phrase, { world }: { readonly world: { readonly templates: Templates } }): string {
  return renderPhrase(phrase, world.templates)
}

function dayOf(at: Moment): string {
  return formatDay(dayInVietnam(at))
}
