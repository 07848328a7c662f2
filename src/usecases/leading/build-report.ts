import { dayInVietnam, type Day } from '../../domain/calendar.ts'
import type { Unit } from '../../domain/unit.ts'
import type { Letterhead, ReportCell, ReportColumn, ReportSheet } from '../../ports/office-files.ts'
import { fold } from '../../text/fold.ts'
import { formatDay } from '../answers/describe-duty.ts'
import { nameRows, rateDone, rateOnTime, sumRows, type Digest, type DigestRow } from './count-duties.ts'
import type { Carried } from './count-carried.ts'
import { buildOutcome, type OutcomeOf } from './build-outcome.ts'
import { fillWords, type ReportColumnName, type ReportWords } from './report-words.ts'

/** A digest as it is to be printed: for whom, and with what was carried over. */
export type ReportOf = {
  readonly digest: Digest
  readonly carried: Carried
  /** Whose report it is; undefined leaves the place of the name to be filled in. */
  readonly issuer: Unit | undefined
  readonly superior: Unit | undefined
  /** How many pieces of evidence stand for each unit; absent where nobody counted them. */
  readonly evidence?: ReadonlyMap<string, number>
  /** What makes it a report in words; without it the table stands alone. */
  readonly outcome?: Omit<OutcomeOf, 'digest' | 'carried' | 'issuer'>
}

type Layout = readonly [
  name: ReportColumnName,
  group: keyof ReportWords['groups'] | null,
  width: number,
  kind: 'text' | 'whole',
  cell: (row: Row, order: number) => ReportCell,
]

type Row = Omit<DigestRow, 'unitId' | 'place' | 'lastReportAt'> & {
  readonly carried: number
  readonly change: { readonly done: number; readonly overdue: number }
  readonly remark: string
}

// Tổng hợp theo đơn vị, as provinces publish it; duties without a deadline stand apart, or the parts would not add up.
const LAYOUT: readonly Layout[] = [
  ['order', null, 7, 'whole', (_, order) => order],
  ['unit', null, 28, 'text', ({ unit }) => unit],
  ['total', null, 10, 'whole', ({ total }) => total],
  ['carried', null, 10, 'whole', ({ carried }) => carried],
  ['doneTotal', 'done', 8, 'whole', ({ done }) => done.total],
  ['doneOnTime', 'done', 9, 'whole', ({ done }) => done.onTime],
  ['doneLate', 'done', 9, 'whole', ({ done }) => done.late],
  ['doneNoDeadline', 'done', 11, 'whole', ({ done }) => done.noDeadline],
  ['openTotal', 'open', 8, 'whole', ({ open }) => open.total],
  ['openInTime', 'open', 10, 'whole', ({ open }) => open.inTime],
  ['openOverdue', 'open', 9, 'whole', ({ open }) => open.overdue],
  ['openNoDeadline', 'open', 11, 'whole', ({ open }) => open.noDeadline],
  ['doneRate', 'doneRate', 7, 'whole', (row) => rateDone(row).percent ?? ''],
  ['doneRatio', 'doneRate', 10, 'text', (row) => formatRatio(rateDone(row))],
  ['onTimeRate', 'onTimeRate', 7, 'whole', (row) => rateOnTime(row).percent ?? ''],
  ['onTimeRatio', 'onTimeRate', 10, 'text', (row) => formatRatio(rateOnTime(row))],
  ['doneChange', 'change', 10, 'whole', ({ change }) => change.done],
  ['overdueChange', 'change', 9, 'whole', ({ change }) => change.overdue],
  ['remark', null, 21, 'text', ({ remark }) => remark],
]

/** The table per unit with its heading, in the words in which it is printed. */
export function buildReport({ digest, carried, issuer, superior, evidence, outcome }: ReportOf, words: ReportWords): ReportSheet {
  const { asOf, rows } = digest
  const letterhead = buildLetterhead(issuer, superior, asOf, words)
  const form = words.forms[letterhead.form]
  const { recipients, signature, underSubject } = form
  const names = nameRows(rows)
  const shown = rows.map((row, index) => ({
    ...row,
    unit: names[index] ?? row.unit,
    ...compareRow(row, carried.byUnit.get(row.unitId)),
    remark: remarkOn(row, evidence?.get(row.unitId) ?? 0, words),
  }))
  const sum = { ...sumRows(rows), unit: words.sum, ...sumChanges(shown), remark: '' }
  return {
    name: words.sheetName,
    letterhead,
    title: words.title,
    subtitle: [words.subject, fillWords(words.asOf, { day: formatDay(asOf) })],
    underSubject,
    ...(outcome && { body: buildOutcome({ ...outcome, digest, carried, issuer: letterhead.issuer }, form, words) }),
    columns: LAYOUT.map(([name, group, width, kind]) => buildColumn(name, group, width, kind, words)),
    rows: shown.map((row, index) => LAYOUT.map(([, , , , cell]) => cell(row, index + 1))),
    sum: LAYOUT.map(([name, , , , cell]) => (name === 'order' ? '' : cell(sum, 0))),
    notes: [...words.notes, fillWords(words.carriedNote, { day: formatDay(carried.since) })],
    recipients,
    signature,
  }
}

/** What a unit brought along, and how it moved since. */
function compareRow(
  { done, open }: DigestRow,
  before: Pick<DigestRow, 'done' | 'open'> | undefined,
): Pick<Row, 'carried' | 'change'> {
  const change = { done: done.total - (before?.done.total ?? 0), overdue: open.overdue - (before?.open.overdue ?? 0) }
  return { carried: before?.open.total ?? 0, change }
}

function sumChanges(rows: readonly Pick<Row, 'carried' | 'change'>[]): Pick<Row, 'carried' | 'change'> {
  const sum = (pick: (row: Pick<Row, 'carried' | 'change'>) => number): number => rows.reduce((total, row) => total + pick(row), 0)
  return {
    carried: sum(({ carried }) => carried),
    change: { done: sum(({ change }) => change.done), overdue: sum(({ change }) => change.overdue) },
  }
}

function buildColumn(
  name: ReportColumnName,
  group: Layout[1],
  width: number,
  kind: Layout[3],
  { columns, groups }: ReportWords,
): ReportColumn {
  return { title: columns[name], group: group && groups[group], width, isText: kind === 'text' }
}

function formatRatio({ numerator, denominator }: { readonly numerator: number; readonly denominator: number }): string {
  return `${numerator}/${denominator}`
}

function remarkOn({ lastReportAt }: DigestRow, evidence: number, words: ReportWords): string {
  if (lastReportAt === null) return words.neverReported
  const reported = fillWords(words.lastReport, { day: formatDay(dayInVietnam(lastReportAt)) })
  return evidence === 0 ? reported : fillWords(words.withEvidence, { reported, count: evidence })
}

/** What stands above the papers of a unit. */
export function buildLetterhead(issuer: Unit | undefined, superior: Unit | undefined, asOf: Day, words: ReportWords): Letterhead {
  const form = issuer && isParty(issuer, words) ? 'party' : 'state'
  const [year = '', month = '', day = ''] = asOf.split('-')
  return {
    form,
    superior: nameSuperior(superior, form, words),
    issuer: issuer ? nameWithPlace(issuer, words) : words.issuerUnknown,
    mark: words.forms[form].mark,
    number: fillWords(words.forms[form].number, { symbol: findSymbol(issuer, words) }),
    nation: words.forms[form].nation,
    placeAndDay: fillWords(words.placeAndDay, { place: nameOfPlace(issuer, words), day, month, year }),
  }
}

/** Above "Huyện ủy Bù Gia Mập" its papers name "Đảng bộ tỉnh Bình Phước" and not the committee. */
function nameSuperior(superior: Unit | undefined, form: Letterhead['form'], words: ReportWords): string | null {
  if (!superior) return null
  const place = superior.place?.split(',')[0]
  const isCommittee = words.partyCommittees.some((name) => fold(superior.name) === fold(name))
  if (form === 'party' && isCommittee && place) return fillWords(words.partyAbove, { place })
  return nameWithPlace(superior, words)
}

function findSymbol(issuer: Unit | undefined, { symbols, symbolUnknown }: ReportWords): string {
  const name = `${fold(issuer?.name ?? '')} `
  return Object.entries(symbols).find(([begin]) => name.startsWith(`${fold(begin)} `))?.[1] ?? symbolUnknown
}

/** The form follows the body: a party body heads its papers as the Party does, whoever else as the State does. */
function isParty({ name }: Unit, { partyUnits }: ReportWords): boolean {
  const folded = `${fold(name)} `
  return partyUnits.some((begin) => folded.startsWith(`${fold(begin)} `))
}

/** "UBND huyện" of "huyện Mỹ Lâm" heads its papers as "UBND huyện Mỹ Lâm", "Huyện ủy" as "Huyện ủy Mỹ Lâm". */
function nameWithPlace({ name, place }: Unit, { placePrefixes, partyCommittees }: ReportWords): string {
  const own = place?.split(',')[0] ?? ''
  const level = placePrefixes.find((prefix) => fold(own).startsWith(`${fold(prefix)} `))
  if (level === undefined) return name
  const isNamedByPlace =
    fold(name).endsWith(` ${fold(level)}`) || partyCommittees.some((committee) => fold(committee) === fold(name))
  return isNamedByPlace ? `${name}${own.slice(level.length)}` : name
}

/** "huyện Mỹ Lâm" signs as "Mỹ Lâm"; "quận 5" keeps its level, as NĐ 30 wants for numbers. */
function nameOfPlace(issuer: Unit | undefined, { placePrefixes, placeUnknown }: ReportWords): string {
  const place = issuer?.place?.split(',')[0]?.trim()
  if (!place) return placeUnknown
  const prefix = placePrefixes.find((level) => fold(place).startsWith(`${fold(level)} `))
  const bare = prefix ? place.slice(prefix.length + 1) : place
  return /^\d/.test(bare) ? `${place[0]?.toUpperCase()}${place.slice(1)}` : bare
}
