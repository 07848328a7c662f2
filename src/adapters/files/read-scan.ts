import { extractImages, type getDocumentProxy } from 'unpdf'
import { buildBitmap } from './build-bitmap.ts'
import type { FileLimits } from './file-limits.ts'
import { openEye } from './open-eye.ts'
import { FileRefusal } from './refusal.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Smaller pictures are emblems, stamps and signatures. */
const MIN_SIDE = 300

/** Reads the given pages of a PDF from the pictures on them: page number and words. */
export async function readScan(
  pdf: Pdf,
  pages: readonly number[],
  { pixels }: FileLimits,
  onPage: (page: number, of: number) => void,
): Promise<ReadonlyMap<number, string>> {
  const read = new Map<number, string>()
  if (pages.length === 0) return read
  const eye = await openEye()
  for (const page of pages) {
    const pictures = (await extractImages(pdf, page)).filter(({ width, height }) => Math.min(width, height) >= MIN_SIDE)
    if (pictures.some(({ width, height }) => width * height > pixels)) throw new FileRefusal('too-large', 'a picture is too large')
    const words: string[] = []
    for (const picture of pictures) words.push(await eye.read(buildBitmap(picture)))
    if (words.length > 0) read.set(page, words.join('\n'))
    onPage(page, pdf.numPages)
  }
  await eye.close()
  return read
}
