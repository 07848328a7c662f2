import { buildPage } from './build-page.ts'
import type { FileLimits } from './file-limits.ts'
import { joinPages } from './join-pages.ts'
import { openEye } from './open-eye.ts'
import type { ParsedFile } from './parser-protocol.ts'
import { FileRefusal } from './refusal.ts'

/** The words of a photographed or scanned page. */
export async function readImage(
  bytes: Uint8Array,
  { pixels }: FileLimits,
  onPage: (page: number, of: number) => void,
): Promise<ParsedFile> {
  const { width, height } = readSize(bytes)
  if (width * height > pixels) throw new FileRefusal('too-large', `${width} x ${height} pixels`)
  const eye = await openEye()
  const words = await eye.read(Buffer.from(bytes))
  await eye.close()
  onPage(1, 1)
  return { text: joinPages([buildPage(words, [])]), pages: 1, isRecognized: true }
}

type Size = { readonly width: number; readonly height: number }

/** The size that a PNG or JPEG declares, before anything is unpacked. */
function readSize(bytes: Uint8Array): Size {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.length > 24 && view[0] === 0x89) return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) }
  return readJpegSize(view)
}

function readJpegSize(view: Buffer): Size {
  for (let at = 2; at + 9 < view.length && view[at] === 0xff; at += 2 + view.readUInt16BE(at + 2)) {
    const marker = view[at + 1]!
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) }
  }
  throw new FileRefusal('damaged', 'a picture without a size')
}
