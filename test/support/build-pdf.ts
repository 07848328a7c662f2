import { deflateSync } from 'node:zlib'

/** An object of a PDF: its dictionary's inside and, for a stream, its bytes. */
export type PdfObject = { readonly entries: string; readonly stream?: Buffer }

/** A PDF file of the given objects, numbered from 1; the first is the catalog. */
export function buildPdf(objects: readonly PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = parts[0]!.length
  for (const [index, { entries, stream }] of objects.entries()) {
    offsets.push(at)
    const head = stream
      ? `${index + 1} 0 obj\n<< ${entries} /Length ${stream.length} >>\nstream\n`
      : `${index + 1} 0 obj\n<< ${entries} >>\nendobj\n`
    const part = stream ? Buffer.concat([Buffer.from(head), stream, Buffer.from('\nendstream\nendobj\n')]) : Buffer.from(head)
    parts.push(part)
    at += part.length
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

// Below the space lie control characters.
const FIRST_CODE = 33

/** Words at a place on a page, from its bottom left corner. */
export type Print = { readonly x: number; readonly y: number; readonly text: string }

/** A PDF that prints words and ruled lines, each page a list of them; letters of any language. */
export function buildTextPdf(pages: readonly { readonly prints: readonly Print[]; readonly rules?: readonly string[] }[]): Buffer {
  const letters = [...new Set(pages.flatMap(({ prints }) => prints.flatMap(({ text }) => [...text])))]
  const codes = new Map(letters.map((letter, index) => [letter, (index + FIRST_CODE).toString(16).padStart(2, '0')]))
  const map = letters.map((letter) => `<${codes.get(letter)}> <${letter.codePointAt(0)!.toString(16).padStart(4, '0')}>`).join('\n')
  const toUnicode = `begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n${letters.length} beginbfchar\n${map}\nendbfchar\nendcmap`
  const widths = letters.map(() => '500').join(' ')
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ')
  return buildPdf([
    { entries: '/Type /Catalog /Pages 2 0 R' },
    { entries: `/Type /Pages /Kids [${kids}] /Count ${pages.length}` },
    {
      entries: `/Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar ${FIRST_CODE} /LastChar ${FIRST_CODE + letters.length - 1} /Widths [${widths}] /ToUnicode 4 0 R`,
    },
    { entries: '', stream: Buffer.from(toUnicode) },
    ...pages.flatMap(({ prints, rules = [] }, index): PdfObject[] => {
      const words = prints.map(
        ({ x, y, text }) => `BT /F1 12 Tf ${x} ${y} Td <${[...text].map((letter) => codes.get(letter)).join('')}> Tj ET`,
      )
      return [
        {
          entries: `/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + index * 2} 0 R`,
        },
        { entries: '/Filter /FlateDecode', stream: deflateSync([...rules, ...words].join('\n')) },
      ]
    }),
  ])
}

/** A picture as a PDF stores it. */
export type PdfPicture = { readonly entries: string; readonly data: Buffer; readonly width: number; readonly height: number }

/** A scanned paper: one picture a page and no words. */
export function buildScanPdf(pictures: readonly PdfPicture[]): Buffer {
  const kids = pictures.map((_, index) => `${3 + index * 3} 0 R`).join(' ')
  return buildPdf([
    { entries: '/Type /Catalog /Pages 2 0 R' },
    { entries: `/Type /Pages /Kids [${kids}] /Count ${pictures.length}` },
    ...pictures.flatMap(({ entries, data, width, height }, index): PdfObject[] => {
      const at = 3 + index * 3
      return [
        {
          entries: `/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I ${at + 2} 0 R >> >> /Contents ${at + 1} 0 R`,
        },
        { entries: '', stream: Buffer.from('q 595 0 0 842 0 0 cm /I Do Q') },
        { entries: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${entries}`, stream: data },
      ]
    }),
  ])
}
