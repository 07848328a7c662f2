import { getResolvedPDFJS, type getDocumentProxy } from 'unpdf'
import { buildPage, type PagePart } from './build-page.ts'
import type { FileLimits } from './file-limits.ts'
import { findGrids } from './find-grids.ts'
import { findPictures } from './find-pictures.ts'
import { cutPicture, erasePicture, renderPnm, type Area, type GrayPicture } from './gray-picture.ts'
import { openEye, type Eye } from './open-eye.ts'
import type { PlacedText } from './printed-line.ts'
import { eraseRules, findScanRules } from './find-scan-rules.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

/** Reads the given pages of a PDF from the pictures on them. */
export async function readScan(
  pdf: Pdf,
  pages: readonly number[],
  { pixels }: FileLimits,
  onPage: (page: number, of: number) => void,
): Promise<ReadonlyMap<number, readonly PagePart[]>> {
  const read = new Map<number, readonly PagePart[]>()
  if (pages.length === 0) return read
  const { OPS } = await getResolvedPDFJS()
  const eye = await openEye()
  for (const number of pages) {
    const page = await pdf.getPage(number)
    const view = page.getViewport({ scale: 1 }).transform as number[]
    const pictures = await findPictures(await page.getOperatorList(), OPS, view, (key) => fetchPicture(page, key), pixels)
    const parts: PagePart[] = []
    for (const picture of pictures) parts.push(...(await readPicture(picture, eye)))
    if (parts.length > 0) read.set(number, parts)
    page.cleanup()
    onPage(number, pdf.numPages)
  }
  await eye.close()
  return read
}

// Pixels of white around a cell, which Tesseract needs; and the width that a page has in points.
const MARGIN = 12
const PAGE_WIDTH = 595

// Each cell of a table is read alone: side by side, their lines would run into each other.
async function readPicture(picture: GrayPicture, eye: Eye): Promise<PagePart[]> {
  const rules = findScanRules(picture)
  const scale = PAGE_WIDTH / picture.width
  const grids = findGrids(rules.map((rule) => ({ ...rule, at: rule.at * scale, from: rule.from * scale, to: rule.to * scale })))
  const clean = eraseRules(picture, rules)
  const words: PlacedText[] = []
  for (const cell of grids.flatMap(({ rows }) => rows.flat())) {
    const area = toPixels(cell, scale)
    const cut = cutPicture(clean, area, MARGIN)
    const read = cut ? await eye.read(renderPnm(cut)) : []
    words.push(...read.map((word) => ({ ...word, x: word.x + area.left - MARGIN, y: word.y + area.top - MARGIN })))
  }
  const rest = erasePicture(
    clean,
    grids.map((grid) => toPixels(grid, scale)),
  )
  words.push(...(await eye.read(renderPnm(rest))))
  return buildPage(
    words.map(({ text, x, y, width, size }) => ({ text, x: x * scale, y: y * scale, width: width * scale, size: size * scale })),
    grids,
  )
}

function toPixels({ left, right, top, bottom }: Area, scale: number): Area {
  return { left: left / scale, right: right / scale, top: top / scale, bottom: bottom / scale }
}

// Pictures that several pages share have a "g" before their key.
function fetchPicture(page: PdfPage, key: string): Promise<unknown> {
  const store = key.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    store.get(key, resolve)
  })
}
