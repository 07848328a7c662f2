import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { readSource } from '../adapters/files/read-source.ts'
import type { Paper } from '../usecases/papers/import-plan.ts'
import type { ReadPaper } from '../usecases/papers/read-paper.ts'
import { ROOT } from './read-data.ts'

/** What can be read; the content of a file decides, its name only whether a folder offers it. */
const NAMES = /\.(?:txt|md|docx|pdf|html?|png|jpe?g)$/i

/** A paper read from a file, or the code of the reason why it is refused. */
export type PaperFile =
  | {
      readonly paper: Paper
      /** The bytes as received, where the source is only the text that they hold. */
      readonly original: Uint8Array | undefined
    }
  | { readonly refused: string; readonly detail?: string }

type Options = { readonly useShipped?: boolean; readonly tell?: (line: string) => void }

let readPaper: ((source: string) => ReadPaper) | undefined

// The model, and all that reads, is loaded at the first paper that needs it, once for the process.
async function readText(source: string): Promise<ReadPaper> {
  return (readPaper ??= (await import('./open-paper-reader.ts')).openPaperReader())(source)
}

/** Reads one file as a paper; a shipped reading of the very same bytes is used instead of reading again. */
export async function readPaperFile(path: string, { useShipped = true, tell = () => undefined }: Options = {}): Promise<PaperFile> {
  const file = await readSource(path, { tell })
  if ('refused' in file) return file
  const { text: source, kind, bytes } = file
  const hash = createHash('sha256').update(bytes).digest('hex')
  const slug = basename(path) === 'source.txt' ? basename(dirname(path)) : basename(path, extname(path))
  const original = kind === 'text' ? undefined : bytes
  const known = useShipped ? findShipped(hash) : undefined
  if (known) return { paper: { ...known, slug }, original }
  const read = await readText(source)
  return 'refused' in read ? read : { paper: { slug, source, hash, ...read }, original }
}

/** The plans that ship with dondoc, and the readings of them that ship beside. */
export const SHIPPED_PLANS = join(ROOT, 'data/plans')
export const SHIPPED_READINGS = join(SHIPPED_PLANS, 'readings.json')

let shipped: ReadonlyMap<string, Paper> | undefined

function findShipped(hash: string): Paper | undefined {
  shipped ??= new Map(existsSync(SHIPPED_READINGS) ? readShippedPapers().map((paper) => [paper.hash, paper]) : [])
  return shipped.get(hash)
}

function readShippedPapers(): Paper[] {
  // Written by `ship-plans` from this very type; a test compares it with a fresh reading.
  return JSON.parse(readFileSync(SHIPPED_READINGS, 'utf8')) as Paper[]
}

/** The papers of a folder: every source.txt in its folders, or every file in it that can be read. */
export function listPaperFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return existsSync(join(path, 'source.txt')) ? [join(path, 'source.txt')] : listPaperFiles(path)
      return entry.isFile() && NAMES.test(entry.name) && entry.name !== 'README.md' ? [path] : []
    })
}
