import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { decodeText } from './decode-text.ts'
import { FILE_LIMITS, type FileLimits } from './file-limits.ts'
import { matchKind, type FileKind } from './match-kind.ts'
import { parseInThread } from './parse-in-thread.ts'
import { FileRefusal, type RefusalCode } from './refusal.ts'

/** What a file says: its text, what it is, and the bytes as received. */
export type Source = {
  readonly text: string
  readonly kind: FileKind
  readonly bytes: Uint8Array
  /** Counted where the file has pages. */
  readonly pages: number | null
  /** Read from pictures, so it may hold wrong letters. */
  readonly isRecognized: boolean
}

/** A file that is not taken in, and why; the detail is for operators. */
export type RefusedSource = { readonly refused: RefusalCode; readonly detail: string }

type Options = {
  readonly limits?: Partial<FileLimits>
  /** Hears of every page once reading has taken a while. */
  readonly tell?: (line: string) => void
  readonly quietMs?: number
}

const CHUNK_BYTES = 64 * 1024

/** Reads a file of any kind that offices use, given as a path or as bytes; nothing is written anywhere. */
export async function readSource(
  file: string | Uint8Array,
  { limits, tell, quietMs = 1000 }: Options = {},
): Promise<Source | RefusedSource> {
  const allowed = { ...FILE_LIMITS, ...limits }
  try {
    const from = performance.now() + quietMs
    const onPage = (page: number, of: number): void => {
      if (performance.now() >= from) tell?.(`  page ${page} of ${of}`)
    }
    return await readFile(file, allowed, onPage)
  } catch (error) {
    if (error instanceof FileRefusal) return { refused: error.code, detail: error.message }
    throw error
  }
}

async function readFile(
  file: string | Uint8Array,
  limits: FileLimits,
  onPage: (page: number, of: number) => void,
): Promise<Source> {
  const bytes = typeof file === 'string' ? readBytes(file, limits.fileBytes) : file
  if (bytes.length > limits.fileBytes) throw new FileRefusal('too-large')
  if (bytes.length === 0) throw new FileRefusal('empty')
  const kind = matchKind(bytes)
  const parsed =
    kind === 'text'
      ? { text: decodeText(bytes), pages: null, isRecognized: false }
      : await parseInThread({ kind, bytes, limits }, onPage)
  if (parsed.text.length > limits.textLength) throw new FileRefusal('too-large')
  if (parsed.text.trim() === '') throw new FileRefusal(kind === 'text' ? 'empty' : 'no-words')
  return { ...parsed, kind, bytes }
}

// Up to the limit and one byte: files grow, and devices never end.
function readBytes(path: string, maxBytes: number): Uint8Array {
  const handle = openSync(path, 'r')
  try {
    const stat = fstatSync(handle)
    if (stat.isDirectory()) throw new FileRefusal('not-a-file')
    if (stat.size > maxBytes) throw new FileRefusal('too-large')
    const chunks: Buffer[] = []
    for (let length = 0; length <= maxBytes;) {
      const chunk = Buffer.alloc(Math.max(CHUNK_BYTES, stat.size + 1 - length))
      const read = readSync(handle, chunk)
      if (read === 0) break
      length += read
      chunks.push(chunk.subarray(0, read))
    }
    return Buffer.concat(chunks)
  } finally {
    closeSync(handle)
  }
}
