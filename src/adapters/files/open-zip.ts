import { crc32, inflateRawSync } from 'node:zlib'
import { FileRefusal } from './refusal.ts'

/** The parts of a package by their names. */
export type ZipParts = ReadonlyMap<string, Buffer>

type Entry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const MAX_ENTRIES = 5000
const STORED = 0
const DEFLATED = 8

/**
 * Opens a zip in memory and inflates the parts that are wanted.
 * What the directory declares is checked first; then each part may inflate to what it declared and not a byte more.
 */
export function openZip(bytes: Uint8Array, maxBytes: number, isWanted: (name: string) => boolean): ZipParts {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = listEntries(zip)
  const declared = entries.reduce((sum, { size }) => sum + size, 0)
  if (declared > maxBytes) throw new FileRefusal('inflates', `declares ${declared} bytes`)
  return new Map(entries.filter(({ name }) => isWanted(name)).map((entry) => [entry.name, inflateEntry(zip, entry)]))
}

function listEntries(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) throw new FileRefusal('damaged', 'no directory')
  const count = zip.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw new FileRefusal('inflates', `${count} parts`)
  const entries: Entry[] = []
  const names = new Set<string>()
  for (let at = zip.readUInt32LE(end + 16); entries.length < count;) {
    const { entry, next } = readEntry(zip, at)
    if (names.has(entry.name)) throw new FileRefusal('damaged', 'a part occurs twice')
    names.add(entry.name)
    entries.push(entry)
    at = next
  }
  assertNoOverlap(entries)
  return entries
}

function readEntry(zip: Buffer, at: number): { entry: Entry; next: number } {
  if (at + 46 > zip.length || zip.readUInt32LE(at) !== CENTRAL) throw new FileRefusal('damaged', 'broken directory')
  const isEncrypted = (zip.readUInt16LE(at + 8) & 1) === 1
  if (isEncrypted) throw new FileRefusal('encrypted')
  const nameLength = zip.readUInt16LE(at + 28)
  const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
  if (isUnsafePath(name)) throw new FileRefusal('unsafe-paths', name)
  const entry = {
    name,
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    at: zip.readUInt32LE(at + 42),
  }
  return { entry, next: at + 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32) }
}

// Nothing is ever written by these names; a package that carries them was made to harm.
function isUnsafePath(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0') || name.split(/[/\\]/).includes('..')
}

// Bombs without nesting let many entries share one packed stream.
function assertNoOverlap(entries: readonly Entry[]): void {
  let free = 0
  for (const { at, packed } of entries.toSorted((a, b) => a.at - b.at)) {
    if (at < free) throw new FileRefusal('inflates', 'parts overlap')
    free = at + packed
  }
}

function inflateEntry(zip: Buffer, { name, method, crc, packed, size, at }: Entry): Buffer {
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== LOCAL) throw new FileRefusal('damaged', `${name} is not there`)
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  const part = zip.subarray(start, start + packed)
  if (part.length < packed) throw new FileRefusal('damaged', `${name} is cut`)
  const data = method === STORED ? part : method === DEFLATED ? inflate(part, name, size) : undefined
  if (!data) throw new FileRefusal('damaged', `${name} is packed in an unknown way`)
  if (data.length !== size || crc32(data) !== crc) throw new FileRefusal('damaged', `${name} is not what it says`)
  return data
}

function inflate(part: Buffer, name: string, size: number): Buffer {
  try {
    return inflateRawSync(part, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    const isLonger = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new FileRefusal(isLonger ? 'inflates' : 'damaged', name)
  }
}
