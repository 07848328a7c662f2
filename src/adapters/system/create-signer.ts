import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Signer } from '../../ports/signer.ts'

// 160 bits of the HMAC: more than anybody can guess, and half the length in a link.
const BYTES = 20

/** Signs with HMAC-SHA-256 under a secret. */
export function createSigner(secret: string): Signer {
  if (secret === '') throw new Error('an empty secret would sign for everybody')
  const sign = (text: string): string => createHmac('sha256', secret).update(text).digest().subarray(0, BYTES).toString('hex')
  return {
    sign,
    isSigned: (text, signature) => {
      const expected = Buffer.from(sign(text))
      const given = Buffer.from(signature)
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
  }
}
