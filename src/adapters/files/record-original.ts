import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Keeps a file as received under its SHA-256, on disk for good before this returns; the same bytes are kept once. */
export function recordOriginal(folder: string, hash: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, hash)
  const part = `${path}.${process.pid}.part`
  const handle = openSync(part, 'w', 0o600)
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, path)
}
