import { buildZip } from '../../src/adapters/files/build-zip.ts'

const NAMES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

/** The parts of a Word file besides those that every one has: bodies of the XML parts, by name. */
export type DocxParts = {
  readonly body: string
  readonly header?: string
  readonly footer?: string
  readonly numbering?: string
  readonly styles?: string
}

/** A Word file zipped from its XML, as Word would write it and no more. */
export function buildDocx(
  { body, header, footer, numbering, styles }: DocxParts,
  more: Readonly<Record<string, string>> = {},
): Buffer {
  const parts: Record<string, string | undefined> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATION}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': wrapPart('document', `<w:body>${body}</w:body>`),
    'word/header1.xml': wrapPart('hdr', header),
    'word/footer1.xml': wrapPart('ftr', footer),
    'word/numbering.xml': wrapPart('numbering', numbering),
    'word/styles.xml': wrapPart('styles', styles),
    ...more,
  }
  return buildZip(new Map(Object.entries(parts).flatMap(([name, part]) => (part ? [[name, Buffer.from(part)]] : []))))
}

function wrapPart(name: string, inside: string | undefined): string | undefined {
  return inside && `<?xml version="1.0"?><w:${name} ${NAMES}>${inside}</w:${name}>`
}

/** A paragraph of Word; numbered when a list and a level are given. */
export function wordParagraph(
  text: string,
  { list, level = 0, style }: { list?: number; level?: number; style?: string } = {},
): string {
  const number = list === undefined ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
  const named = style ? `<w:pStyle w:val="${style}"/>` : ''
  return `<w:p><w:pPr>${named}${number}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A cell of a Word table, with its properties. */
export function wordCell(text: string, properties = ''): string {
  const paragraphs = text.split('\n').map((line) => wordParagraph(line))
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs.join('')}</w:tc>`
}

/** A table of Word; each line of a cell is a paragraph of its own. */
export function wordTable(rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => wordCell(text)).join('')}</w:tr>`).join('')}</w:tbl>`
}

/** A paragraph that holds a text box, as newer and older Word both read it. */
export function wordTextBox(text: string): string {
  const box = `<w:txbxContent>${wordParagraph(text)}</w:txbxContent>`
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
}

/** One kind of numbering in numbering.xml: list 1, its levels as [format, text] from the outermost. */
export function wordNumbering(levels: readonly (readonly [format: string, text: string])[]): string {
  const inside = levels.map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="4">${inside.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>`
}
