import { fileURLToPath } from 'node:url'
import { definePDFJSModule, getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { buildPage, type PagePart } from './build-page.ts'
import type { FileLimits } from './file-limits.ts'
import { findGrids } from './find-grids.ts'
import { findRules, type Rule } from './find-rules.ts'
import { joinPages } from './join-pages.ts'
import type { ParsedFile } from './parser-protocol.ts'
import type { PlacedText } from './printed-line.ts'
import { readScan } from './read-scan.ts'
import { FileRefusal } from './refusal.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

// What scanners pack their pages with, fax, JBIG2 and JPEG 2000, is left out of the pdf.js that unpdf brings.
await definePDFJSModule(() => import('pdfjs-dist/legacy/build/pdf.mjs'))
const DECODERS = fileURLToPath(new URL('wasm/', import.meta.resolve('pdfjs-dist/package.json')))

/** Fewer letters on a page than this are a stamp or a page number on a scan. */
const MIN_LETTERS = 40

/** The text of a PDF, page by page, line by line, ruled tables as rows; a page that is a picture is read by eye. */
export async function readPdf(
  bytes: Uint8Array,
  limits: FileLimits,
  onPage: (page: number, of: number) => void,
): Promise<ParsedFile> {
  const pdf = await openPdf(bytes, limits)
  if (pdf.numPages > limits.pages) throw new FileRefusal('too-many-pages', `${pdf.numPages} pages`)
  const pages: PagePart[][] = []
  const scanned: number[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const items = await readPlacedText(page)
    const isScan = countLetters(items) < MIN_LETTERS
    if (isScan) scanned.push(number)
    else onPage(number, pdf.numPages)
    const notes = await readNotes(page)
    pages.push([...notes, ...buildPage(items, isScan ? [] : findGrids(await readRules(page)))])
  }
  const recognized = await readScan(pdf, scanned, limits, onPage)
  for (const [number, parts] of recognized) pages[number - 1]?.push(...parts)
  return { text: joinPages(pages), pages: pdf.numPages, isRecognized: recognized.size > 0 }
}

// Stamps, typed notes and filled fields lie over the page, not in its text.
async function readNotes(page: PdfPage): Promise<PagePart[]> {
  const notes = (await page.getAnnotations()) as readonly {
    subtype?: string
    contentsObj?: { str?: string }
    fieldValue?: unknown
  }[]
  const lines = notes.flatMap(({ subtype, contentsObj, fieldValue }) => {
    const words = subtype === 'Widget' ? fieldValue : subtype === 'FreeText' || subtype === 'Stamp' ? contentsObj?.str : undefined
    return typeof words === 'string' ? words.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '') : []
  })
  return lines.length > 0 ? [{ kind: 'lines', lines }] : []
}

async function readRules(page: PdfPage): Promise<Rule[]> {
  const { OPS } = await getResolvedPDFJS()
  return findRules(await page.getOperatorList(), OPS, page.getViewport({ scale: 1 }).transform as number[])
}

async function openPdf(bytes: Uint8Array, { pixels }: FileLimits): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0, maxImageSize: pixels, enableXfa: false, wasmUrl: DECODERS })
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

function countLetters(items: readonly PlacedText[]): number {
  return items.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0)
}
