import { describe, expect, test } from 'vitest'
import { createIds } from '../../../src/adapters/system/ids.ts'

function many<Value>(make: () => Value): Value[] {
  return Array.from({ length: 2000 }, make)
}

describe('ids', () => {
  const ids = createIds()

  test('have a prefix and twenty base-32 characters, never twice the same', () => {
    const drawn = many(() => ids.next('prg'))
    for (const id of drawn) expect(id).toMatch(/^prg_[0-9a-hjkmnp-tv-z]{20}$/)
    expect(new Set(drawn).size).toBe(drawn.length)
  })

  test('link codes have six digits, leading zeros too', () => {
    const drawn = many(() => ids.linkCode())
    for (const code of drawn) expect(code).toMatch(/^\d{6}$/)
    expect(new Set(drawn.map((code) => code[0])).size).toBe(10)
  })

  test('references can be typed: letter, digit, letter, digit, none that look alike', () => {
    for (const reference of many(() => ids.reference())) expect(reference).toMatch(/^[A-HJKMNP-Z][2-9][A-HJKMNP-Z][2-9]$/)
  })

  test('hashes are SHA-256 in hex', () => {
    expect(ids.hash('đôn đốc 482913')).toBe('97654a7b0f22b4ce9df46fb2cc177e5a7f491cd54a3395153b0cb26b508c8ff2')
  })
})
