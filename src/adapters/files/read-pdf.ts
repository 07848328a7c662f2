import { getDocumentProxy } from 'unpdf'
import type { FileLimits } from './file-limits.ts'
import { renderPage, type PlacedText } from './render-page.ts'
import type { ParsedFile } from './parser-protocol.ts'
import { readScan } from './read-scan.ts'
import { FileRefusal } from './refusal.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

/** Fewer letters on a page than this are a stamp or a page number on a scan. */
const MIN_LETTERS = 40

/** The text of a PDF, page by page, line by line; a page that is a picture is read by eye. */
export async function readPdf(
  bytes: Uint8Array,
  limits: FileLimits,
  onPage: (page: number, of: number) => void,
): Promise<ParsedFile> {
  const pdf = await openPdf(bytes, limits)
  if (pdf.numPages > limits.pages) throw new FileRefusal('too-many-pages', `${pdf.numPages} pages`)
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(renderPage(await readPlacedText(await pdf.getPage(number))))
    onPage(number, pdf.numPages)
  }
  const scanned = pages.flatMap((text, index) => (countLetters(text) < MIN_LETTERS ? [index + 1] : []))
  const recognized = await readScan(pdf, scanned, limits, onPage)
  for (const [number, text] of recognized) pages[number - 1] = `${pages[number - 1] ?? ''}${text}`
  return { text: `${pages.join('\n\n').trim()}\n`, pages: pdf.numPages, isRecognized: recognized.size > 0 }
}

async function openPdf(bytes: Uint8Array, { pixels }: FileLimits): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0, maxImageSize: pixels, enableXfa: false })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new FileRefusal('encrypted')
    throw error
  }
}

async function readPlacedText(page: PdfPage): Promise<PlacedText[]> {
  const view = page.getViewport({ scale: 1 }).transform as number[]
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view
  const { items } = await page.getTextContent()
  return items.flatMap((item): PlacedText[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform as number[]
    const size = Math.hypot(c, d) || Math.hypot(a, b) || item.height
    return [{ text: item.str, x: va * e + vc * f + ve, y: vb * e + vd * f + vf, width: item.width, size }]
  })
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
