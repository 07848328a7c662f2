import writeXlsxFile, { type Cell, type CellObject, type Row } from 'write-excel-file/node'
import type { ReportCell, ReportColumn, ReportSheet } from '../../ports/office-files.ts'
import { cleanText } from './clean-text.ts'

const FONT = 'Times New Roman'
const BORDER = { borderStyle: 'thin', borderColor: '#000000', alignVertical: 'center', wrap: true } as const
const HEAD = { ...BORDER, align: 'center', fontWeight: 'bold', backgroundColor: '#e8eef4' } as const
const CENTER = { align: 'center', alignVertical: 'center', wrap: true } as const

/** Printed as wide as the page, and as many pages long as it takes. */
const FIT_TO_WIDTH = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content: string) => content.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
        transformElementAttributes: (tagName: string, attributes: Record<string, string | number>) =>
          tagName === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
    },
  },
}

// Excel reads _x0041_ inside a text as "A": the underscore of one that was typed has to be written so itself.
const ESCAPED_IN_EXCEL = /_(?=x[0-9a-f]{4}_)/gi

/** The report as .xlsx: text cells hold text, number cells numbers, and no cell a formula. */
export async function writeWorkbook(sheet: ReportSheet): Promise<Uint8Array> {
  const { columns } = sheet
  const heads = buildHeads(columns)
  const above = buildHeading(sheet)
  const rows: Row[] = [
    ...above,
    ...heads,
    ...sheet.rows.map((row) => buildRow(row, columns, false)),
    buildRow(sheet.sum, columns, true),
    [],
    ...sheet.notes.map((note) => [{ ...textCell(note), columnSpan: columns.length, fontStyle: 'italic', wrap: true } as const]),
  ]
  const file = writeXlsxFile(
    rows,
    {
      sheet: sheet.name,
      orientation: 'landscape',
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: above.length + heads.length,
      showGridLines: false,
    },
    { fontFamily: FONT, fontSize: 12, features: [FIT_TO_WIDTH] },
  )
  return file.toBuffer()
}

function textCell(text: string): CellObject {
  return { value: cleanText(text).replaceAll(ESCAPED_IN_EXCEL, '_x005F_'), type: String }
}

const LINE = 16

/** Rows are as high as their longest cell: few programs work it out themselves. */
function findHeight(cells: readonly (readonly [text: string, width: number])[]): number {
  const lines = cells.map(([text, width]) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0),
  )
  return LINE * Math.max(1, ...lines) + 2
}

function buildRow(row: readonly ReportCell[], columns: readonly ReportColumn[], isSum: boolean): Row {
  const height = findHeight(row.map((cell, index) => [String(cell), columns[index]?.width ?? 1]))
  return row.map((cell, index) => ({ ...buildCell(cell, columns[index], isSum), height }))
}

function buildCell(cell: ReportCell, column: ReportColumn | undefined, isSum: boolean): CellObject {
  const weight = isSum ? ({ fontWeight: 'bold' } as const) : {}
  if (typeof cell === 'number') return { ...BORDER, ...weight, value: cell, type: Number, align: 'center' }
  const isLeft = column?.isText && !/^\d+\/\d+$/.test(cell)
  return { ...BORDER, ...weight, ...(cell === '' ? {} : textCell(cell)), align: isLeft ? 'left' : 'center' }
}

/** Issuer on the left, the nation or the Party on the right, the title below. */
function buildHeading({ letterhead, title, subtitle, columns }: ReportSheet): Row[] {
  const half = Math.floor(columns.length / 3)
  const left = [letterhead.superior, letterhead.issuer, letterhead.mark, letterhead.number].filter((line) => line !== null)
  const right = [...letterhead.nation, letterhead.placeAndDay]
  const sides = Array.from({ length: Math.max(left.length, right.length) }, (_, index): Row => {
    const isBold = { issuer: left[index] === letterhead.issuer, nation: index < letterhead.nation.length }
    return [
      ...spread(left[index] ?? '', half, { ...CENTER, ...(isBold.issuer ? { fontWeight: 'bold' } : {}) }),
      ...spread(right[index] ?? '', columns.length - half, {
        ...CENTER,
        ...(isBold.nation ? { fontWeight: 'bold' } : { fontStyle: 'italic' }),
      }),
    ]
  })
  const lines = [title, ...subtitle].map((line, index) =>
    spread(line, columns.length, { ...CENTER, ...(index < 2 ? { fontWeight: 'bold' } : { fontStyle: 'italic' }) }),
  )
  return [...sides, [], ...lines, []]
}

function spread(text: string, columnSpan: number, style: CellObject): Row {
  const rest = Array.from({ length: columnSpan - 1 }, () => null)
  return [{ ...style, ...(text === '' ? {} : textCell(text)), columnSpan }, ...rest]
}

/** Two rows: groups over their columns; a column without a group is two rows high. */
function buildHeads(columns: readonly ReportColumn[]): Row[] {
  const width = (group: string): number =>
    columns.filter((other) => other.group === group).reduce((sum, other) => sum + other.width, 0)
  const grouped = columns.filter(({ group }) => group !== null)
  const lowerHeight = findHeight(grouped.map(({ title, width: own }) => [title, own]))
  const upperHeight = Math.max(
    findHeight(grouped.map(({ group }) => [group ?? '', width(group ?? '')])),
    findHeight(columns.flatMap(({ group, title, width: own }) => (group === null ? [[title, own] as const] : []))) - lowerHeight,
  )
  const upper = columns.map(({ group, title }, index): Cell => {
    const head = { ...HEAD, height: upperHeight }
    if (group === null) return { ...head, ...textCell(title), rowSpan: 2 }
    if (columns[index - 1]?.group === group) return null
    return { ...head, ...textCell(group), columnSpan: columns.slice(index).filter((other) => other.group === group).length }
  })
  const lower = columns.map(({ group, title }): Cell =>
    group === null ? null : { ...HEAD, height: lowerHeight, ...textCell(title) },
  )
  return [upper, lower]
}
