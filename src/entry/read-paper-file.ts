import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Paper } from '../usecases/papers/import-plan.ts'
import { readPaper, type PaperReaders } from '../usecases/papers/read-paper.ts'
import { ROOT, openRestorer, readReadingLexicon } from './read-data.ts'

const MAX_BYTES = 20 * 1024 * 1024

/** A paper read from a file, or the code of the reason why it is refused. */
export type PaperFile = Paper | { readonly refused: string }

/** Loads the model at the first paper that needs it. */
export function createPaperReaders(): () => PaperReaders {
  let readers: PaperReaders | undefined
  return () => (readers ??= { restorer: openRestorer(), lexicon: readReadingLexicon() })
}

/** Reads one text file (.txt, .md) as a paper; a shipped reading of the very same bytes is used instead of reading again. */
export function readPaperFile(path: string, readers: () => PaperReaders, useShipped = true): PaperFile {
  if (!['.txt', '.md'].includes(extname(path).toLowerCase())) return { refused: 'file-kind' }
  const bytes = readFileSync(path)
  if (bytes.length > MAX_BYTES) return { refused: 'too-large' }
  const source = decode(bytes)
  if (source === undefined) return { refused: 'no-text' }
  const hash = createHash('sha256').update(bytes).digest('hex')
  const slug = basename(path) === 'source.txt' ? basename(dirname(path)) : basename(path, extname(path))
  const known = useShipped ? findShipped(hash) : undefined
  if (known) return { ...known, slug }
  const read = readPaper(source, readers())
  return 'refused' in read ? read : { slug, source, hash, ...read }
}

/** UTF-8 text without NUL bytes, the BOM taken off; undefined for anything else. */
function decode(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
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

/** The papers of a folder: every source.txt in its folders, or every .txt and .md file in it. */
export function listPaperFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return existsSync(join(path, 'source.txt')) ? [join(path, 'source.txt')] : listPaperFiles(path)
      return ['.txt', '.md'].includes(extname(entry.name).toLowerCase()) && entry.name !== 'README.md' ? [path] : []
    })
}
