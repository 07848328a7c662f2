/** Chance that can be repeated: numbers from 0 up to 1, the same for the same seed. */
export type Random = {
  readonly next: () => number
  readonly below: (limit: number) => number
  readonly isLucky: (share: number) => boolean
}

/** Chance from a seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { next, below: (limit) => Math.floor(next() * limit), isLucky: (share) => next() < share }
}
