import { fold } from '../text/fold.ts'

const STARTS = new WeakMap<readonly string[], RegExp>()

/** Whether folded text begins with one of the phrases, on a word boundary. */
export function startsWithAny(folded: string, phrases: readonly string[]): boolean {
  let shape = STARTS.get(phrases)
  if (!shape) {
    const sorted = phrases.map((phrase) => fold(phrase).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).sort((a, b) => b.length - a.length)
    shape = new RegExp(`^[\\s"“”'‘(]*(?:${sorted.join('|')})(?![\\p{L}\\p{N}])`, 'u')
    STARTS.set(phrases, shape)
  }
  return shape.test(folded)
}
