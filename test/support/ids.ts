import { createHash } from 'node:crypto'
import type { Ids } from '../../src/ports/ids.ts'

function letter(place: number): string {
  return String.fromCharCode(65 + (place % 26))
}

/** Ids that count: "prg_1", link code "000001", reference "A2A2", "B2A2" ...; hashes are real. */
export function sequentialIds(): Ids {
  const counts = new Map<string, number>()
  function count(of: string): number {
    const next = (counts.get(of) ?? 0) + 1
    counts.set(of, next)
    return next
  }
  return {
    next: (prefix) => `${prefix}_${count(prefix)}`,
    linkCode: () => String(count('code')).padStart(6, '0'),
    reference: () => {
      const order = count('reference') - 1
      return `${letter(order)}2${letter(Math.floor(order / 26))}2`
    },
    secret: () => `s${String(count('secret')).padStart(39, '0')}`,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  }
}
