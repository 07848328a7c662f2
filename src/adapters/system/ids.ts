import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { Ids } from '../../ports/ids.ts'

// Crockford's base 32: no i, l, o, u. A byte modulo 32 is uniform.
const BASE_32 = '0123456789abcdefghjkmnpqrstvwxyz'
// What people type back avoids the letters and digits that look alike.
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ'
const DIGITS = '23456789'

/** Ids from the machine's cryptographic source of chance. */
export function createIds(): Ids {
  return {
    next: (prefix) => `${prefix}_${randomBase32(20)}`,
    linkCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
    reference: () => [LETTERS, DIGITS, LETTERS, DIGITS].map((alphabet) => alphabet[randomInt(alphabet.length)]).join(''),
    secret: () => randomBase32(40),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  }
}

function randomBase32(length: number): string {
  return Array.from(randomBytes(length), (byte) => BASE_32[byte % 32]).join('')
}
