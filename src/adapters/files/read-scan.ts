import { getResolvedPDFJS, type getDocumentProxy } from 'unpdf'
import type { FileLimits } from './file-limits.ts'
import { findPictures } from './find-pictures.ts'
import { renderPnm } from './gray-picture.ts'
import { openEye } from './open-eye.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

/** Reads the given pages of a PDF from the pictures on them: page number and words. */
export async function readScan(
  pdf: Pdf,
  pages: readonly number[],
  { pixels }: FileLimits,
  onPage: (page: number, of: number) => void,
): Promise<ReadonlyMap<number, string>> {
  const read = new Map<number, string>()
  if (pages.length === 0) return read
  const { OPS } = await getResolvedPDFJS()
  const eye = await openEye()
  for (const number of pages) {
    const page = await pdf.getPage(number)
    const view = page.getViewport({ scale: 1 }).transform as number[]
    const pictures = await findPictures(await page.getOperatorList(), OPS, view, (key) => fetchPicture(page, key), pixels)
    const words: string[] = []
    for (const picture of pictures) words.push(await eye.read(renderPnm(picture)))
    if (words.length > 0) read.set(number, words.join('\n'))
    page.cleanup()
    onPage(number, pdf.numPages)
  }
  await eye.close()
  return read
}

// Pictures that several pages share have a "g" before their key.
function fetchPicture(page: PdfPage, key: string): Promise<unknown> {
  const store = key.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    store.get(key, resolve)
  })
}
