import { openZip } from '../../src/adapters/files/open-zip.ts'
import { findInside, listChildren, parseXml, type XmlElement } from '../../src/adapters/files/parse-xml.ts'

const PLAIN: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function decodeText(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name = '') => {
    if (hex ?? decimal) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
    return PLAIN[name] ?? whole
  })
}

function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? decodeText(child) : textOf(child))).join('')
}

function openPart(bytes: Uint8Array, name: string): string {
  return openZip(bytes, 50_000_000, () => true)
    .get(name)!
    .toString('utf8')
}

/** The rows of the first sheet of an .xlsx, numbers as numbers and text as Excel shows it; a formula is a fault. */
export function readWorkbook(bytes: Uint8Array): (string | number | null)[][] {
  const strings = listChildren(parseXml(openPart(bytes, 'xl/sharedStrings.xml')), 'si').map((item) =>
    textOf(item).replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  )
  const sheet = openPart(bytes, 'xl/worksheets/sheet1.xml')
  if (/<f[ >/]/.test(sheet)) throw new Error('a cell holds a formula')
  return findInside(parseXml(sheet), 'row').map((row) => {
    const cells: (string | number | null)[] = []
    for (const cell of listChildren(row, 'c')) {
      const letters = cell.attributes['r']!.replace(/\d+$/, '')
      const column = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1
      const [value] = listChildren(cell, 'v')
      const raw = value ? textOf(value) : ''
      cells[column] = raw === '' ? null : cell.attributes['t'] === 's' ? strings[Number(raw)]! : Number(raw)
    }
    return Array.from(cells, (cell) => cell ?? null)
  })
}

function linesOf(element: XmlElement): string {
  return listChildren(element, 'w:p')
    .map((paragraph) =>
      listChildren(paragraph, 'w:r')
        .flatMap((run) => run.children)
        .map((child) => (typeof child === 'string' ? '' : child.name === 'w:br' ? '\n' : child.name === 'w:t' ? textOf(child) : ''))
        .join(''),
    )
    .join('\n')
}

/** The tables of a .docx, cell by cell, and the text of its paragraphs outside them. */
export function readDocument(bytes: Uint8Array): { tables: string[][][]; text: string } {
  const body = listChildren(parseXml(openPart(bytes, 'word/document.xml')), 'w:body')[0]!
  return {
    tables: listChildren(body, 'w:tbl').map((table) =>
      listChildren(table, 'w:tr').map((row) => listChildren(row, 'w:tc').map((cell) => linesOf(cell))),
    ),
    text: linesOf(body),
  }
}
