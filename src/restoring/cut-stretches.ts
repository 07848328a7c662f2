import type { Token } from './split-tokens.ts'

/** Tokens that are weighed together: some thirty pages. */
const LENGTH = 8000
/** How far back a line's start is looked for. */
const SLACK = 400

/** Cuts tokens into stretches, at the start of a line where one is near. */
export function cutStretches(tokens: readonly Token[], length = LENGTH): (readonly Token[])[] {
  const stretches: (readonly Token[])[] = []
  let start = 0
  while (tokens.length - start > length) {
    const end = findLineStart(tokens, start, start + length)
    stretches.push(tokens.slice(start, end))
    start = end
  }
  if (start < tokens.length) stretches.push(tokens.slice(start))
  return stretches
}

/** A few stretches from all over a long paper; all of a short one. */
export function sampleStretches<Stretch>(stretches: readonly Stretch[], most: number): readonly Stretch[] {
  if (stretches.length <= most) return stretches
  return Array.from({ length: most }, (_, at) => stretches[Math.floor((at * stretches.length) / most)]!)
}

function findLineStart(tokens: readonly Token[], start: number, end: number): number {
  for (let at = end; at > Math.max(start, end - SLACK); at--) if (tokens[at]!.line !== tokens[at - 1]!.line) return at
  return end
}
