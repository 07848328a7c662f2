import { parentPort, workerData } from 'node:worker_threads'
import { readHtmlFile } from './read-html-file.ts'
import type { ParsedFile, ParserMessage, ParserTask } from './parser-protocol.ts'
import { FileRefusal } from './refusal.ts'

// The whole thread: one file, then the end. Whatever a library throws at a broken file is its refusal.
const task = workerData as ParserTask // set by parse-in-thread.ts from this very type
const port = parentPort
if (!port) throw new Error('parser-thread.ts runs as a thread')
const tell = (message: ParserMessage): void => port.postMessage(message, [])
const onPage = (page: number, of: number): void => tell({ says: 'page', page, of })

try {
  tell({ says: 'parsed', parsed: await parseFile(task) })
} catch (error) {
  const { code, message } = error instanceof FileRefusal ? error : { code: 'damaged' as const, message: describeError(error) }
  tell({ says: 'refused', code, detail: message })
}

// Parsers are loaded by those files alone that need them.
async function parseFile({ kind, bytes, limits }: ParserTask): Promise<ParsedFile> {
  if (kind === 'docx') {
    const { readDocx } = await import('./read-docx.ts')
    return { text: await readDocx(bytes, limits.inflatedBytes), pages: null, isRecognized: false }
  }
  if (kind === 'pdf') {
    const { readPdf } = await import('./read-pdf.ts')
    return readPdf(bytes, limits, onPage)
  }
  if (kind === 'image') {
    const { readImage } = await import('./read-image.ts')
    return readImage(bytes, limits, onPage)
  }
  return { text: readHtmlFile(bytes), pages: null, isRecognized: false }
}

function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
