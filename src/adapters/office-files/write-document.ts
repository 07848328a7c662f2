import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
  type IRunOptions,
  type ISectionOptions,
} from 'docx'
import type { Letterhead, ReportCell, ReportColumn, ReportParagraph, ReportSheet } from '../../ports/office-files.ts'
import { cleanText } from './clean-text.ts'

// NĐ 30/2020: A4, Times New Roman, 13 to 14 points, margins 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right.
const FONT = 'Times New Roman'
const MM = 56.7
const PAGE = { width: Math.round(210 * MM), height: Math.round(297 * MM) }
const MARGIN = { top: Math.round(20 * MM), bottom: Math.round(20 * MM), left: Math.round(30 * MM), right: Math.round(15 * MM) }
const TEXT_WIDTH = PAGE.height - MARGIN.left - MARGIN.right
// Half points: 14 for the body, 13 around it, 12 for the nation's line, 10 inside the table, which has nineteen columns.
const SIZE = { body: 28, text: 26, small: 24, table: 20 }
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
}

type Line = {
  readonly text: string
  readonly run?: IRunOptions
  /** How much of the width a rule below it takes. */ readonly rule?: number
}

/** The report as .docx in the prescribed form: the State's heading by NĐ 30/2020, the Party's by its own rules. */
export async function writeDocument(sheet: ReportSheet): Promise<Uint8Array> {
  const { body } = sheet
  const notes = sheet.notes.map(writeNote)
  const sections = body
    ? [
        section(PageOrientation.PORTRAIT, [
          ...writeHead(sheet, [sheet.title, body.subject]),
          ...body.paragraphs.map(writeParagraph),
          new Paragraph({}),
          writeFoot(sheet),
        ]),
        section(PageOrientation.LANDSCAPE, [
          ...body.appendix.map((text) => paragraph({ text, run: { bold: true } })),
          ...sheet.subtitle.slice(1).map((text) => paragraph({ text, run: { italics: true } })),
          new Paragraph({}),
          buildTable(sheet),
          ...notes,
        ]),
      ]
    : [
        section(PageOrientation.LANDSCAPE, [
          ...writeHead(sheet, [sheet.title, ...sheet.subtitle], PAGE.height),
          new Paragraph({}),
          buildTable(sheet),
          ...notes,
          new Paragraph({}),
          writeFoot(sheet, PAGE.height),
        ]),
      ]
  const document = new Document({ styles: { default: { document: { run: { font: FONT, size: SIZE.text } } } }, sections })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

// At the head of every page but the first.
const PAGE_NUMBER = new TextRun({ children: [PageNumber.CURRENT], size: SIZE.text })

type Orientation = (typeof PageOrientation)[keyof typeof PageOrientation]

function section(orientation: Orientation, children: (Paragraph | Table)[]): ISectionOptions {
  return {
    properties: { page: { size: { ...PAGE, orientation }, margin: MARGIN }, titlePage: orientation === PageOrientation.PORTRAIT },
    headers: { default: new Header({ children: [new Paragraph({ alignment: CENTER, children: [PAGE_NUMBER] })] }) },
    children,
  }
}

/** The letterhead, then the kind of paper and what it is about, with the rule or dash that closes it. */
function writeHead(
  { letterhead, underSubject }: ReportSheet,
  titles: readonly string[],
  pageWidth = PAGE.width,
): (Paragraph | Table)[] {
  const width = pageWidth - MARGIN.left - MARGIN.right
  const [kind = '', subject = '', ...below] = titles
  return [
    pair(listIssuer(letterhead), listNation(letterhead), [0.42, 0.58], width),
    new Paragraph({}),
    ...[kind, subject].map((text) => paragraph({ text, run: { bold: true, size: SIZE.text + 2 } })),
    underSubject === null ? buildRule(width, 0.15) : paragraph({ text: underSubject }),
    new Paragraph({ spacing: { line: 120, lineRule: LineRuleType.EXACT } }),
    ...below.map((text) => paragraph({ text, run: { italics: true } })),
  ]
}

function writeFoot({ recipients, signature }: ReportSheet, pageWidth = PAGE.width): Table {
  return pair(
    recipients.map((text, index) => ({ text, run: { size: 22, ...(index === 0 ? { bold: true, italics: true, size: 24 } : {}) } })),
    signature.map((text, index) => ({ text, run: index === 0 ? { bold: true } : { italics: true } })),
    [0.5, 0.5],
    pageWidth - MARGIN.left - MARGIN.right,
    AlignmentType.LEFT,
  )
}

function writeNote(text: string): Paragraph {
  return paragraph({ text, run: { italics: true, size: SIZE.small } }, AlignmentType.LEFT)
}

/** Body text: justified, first line in by 1.27 cm, 6 points between paragraphs. */
function writeParagraph({ text, level }: ReportParagraph): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: Math.round(12.7 * MM) },
    spacing: { after: 120 },
    keepNext: level !== 'text',
    children: listRuns(text, level === 'text' ? { size: SIZE.body } : { bold: true, size: SIZE.body }),
  })
}

function listIssuer({ form, superior, issuer, mark, number }: Letterhead): Line[] {
  return [
    ...(superior === null ? [] : [{ text: superior, run: { allCaps: true } }]),
    { text: issuer, run: { bold: true, allCaps: true }, ...(form === 'state' ? { rule: 0.35 } : {}) },
    ...(mark === null ? [] : [{ text: mark, run: { bold: true } }]),
    { text: number },
  ]
}

/** The State's Tiêu ngữ and the Party's name have a rule below them. */
function listNation({ nation, placeAndDay }: Letterhead): Line[] {
  return [
    ...nation.map((text, index): Line => {
      return { text, run: { bold: true, size: SIZE.small + 2 * index }, ...(index === nation.length - 1 ? { rule: 0.5 } : {}) }
    }),
    { text: placeAndDay, run: { italics: true } },
  ]
}

function pair(
  left: readonly Line[],
  right: readonly Line[],
  [share, rest]: readonly [number, number],
  textWidth: number,
  align = CENTER,
): Table {
  const cell = (lines: readonly Line[], part: number, alignment: Alignment) => {
    const width = Math.round(textWidth * part)
    const children = lines.flatMap((line) => [paragraph(line, alignment), ...(line.rule ? [buildRule(width, line.rule)] : [])])
    return new TableCell({ children, width: { size: width, type: WidthType.DXA } })
  }
  return new Table({
    rows: [new TableRow({ children: [cell(left, share, align), cell(right, rest, CENTER)] })],
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [Math.round(textWidth * share), Math.round(textWidth * rest)],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
  })
}

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType]
const CENTER: Alignment = AlignmentType.CENTER

function paragraph({ text, run = {} }: Line, alignment: Alignment = CENTER): Paragraph {
  return new Paragraph({ alignment, children: listRuns(text, run) })
}

// The rule below a line is the border of an empty paragraph: it needs no drawing, which converters lose.
function buildRule(width: number, share: number): Paragraph {
  const indent = Math.round((width * (1 - share)) / 2)
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { line: 60, lineRule: LineRuleType.EXACT, after: 80 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
  })
}

/** Lines as typed: a line end is a break and not the end of the paragraph. */
function listRuns(text: string, run: IRunOptions): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...run, text: line, ...(index > 0 ? { break: 1 } : {}) }))
}

function buildTable({ columns, rows, sum }: ReportSheet): Table {
  const all = columns.reduce((total, { width }) => total + width, 0)
  const columnWidths = columns.map(({ width }) => Math.floor((TEXT_WIDTH * width) / all))
  return new Table({
    rows: [...buildHeads(columns), ...rows.map((row) => buildRow(row, columns)), buildRow(sum, columns, { bold: true })],
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
  })
}

function buildRow(row: readonly ReportCell[], columns: readonly ReportColumn[], run: IRunOptions = {}): TableRow {
  const children = row.map((cell, index) => {
    const isLeft = typeof cell === 'string' && columns[index]?.isText && !/^\d+\/\d+$/.test(cell)
    return tableCell(String(cell), run, isLeft ? AlignmentType.LEFT : CENTER)
  })
  return new TableRow({ children, cantSplit: true })
}

/** Two rows that come again on each page: groups over their columns. */
function buildHeads(columns: readonly ReportColumn[]): TableRow[] {
  const bold = { bold: true }
  const upper = columns.flatMap(({ group, title }, index) => {
    if (group === null) return [tableCell(title, bold, CENTER, { verticalMerge: VerticalMergeType.RESTART })]
    if (columns[index - 1]?.group === group) return []
    return [tableCell(group, bold, CENTER, { columnSpan: columns.filter((other) => other.group === group).length })]
  })
  const lower = columns.map(({ group, title }) =>
    group === null ? tableCell('', bold, CENTER, { verticalMerge: VerticalMergeType.CONTINUE }) : tableCell(title, bold, CENTER),
  )
  return [upper, lower].map((children) => new TableRow({ children, tableHeader: true, cantSplit: true }))
}

type Merge = { readonly columnSpan?: number; readonly verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType] }

function tableCell(text: string, run: IRunOptions, alignment: Alignment, merge: Merge = {}): TableCell {
  return new TableCell({
    ...merge,
    children: [paragraph({ text, run: { size: SIZE.table, ...run } }, alignment)],
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 40, right: 40 },
  })
}
