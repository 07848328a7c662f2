import type { PlanHeader } from '../../domain/plan.ts'
import { measureDifference } from '../../text/distance.ts'
import { fold } from '../../text/fold.ts'

/** Share of common syllable pairs from which two texts are copies of one paper; 000 and 003 share 0.6, different plans on one subject 0.2. */
const SAME = 0.45
/** One part of a head may be misread, two that disagree are two papers: next year's plan repeats this year's words. */
const DISAGREEING = 2
/** Edits per letter from which two names are not one name misread. */
const OTHER_NAME = 0.3

/** What tells papers apart: the words, and what stands at the head. */
export type PaperIdentity = { readonly restored: string; readonly plan: PlanHeader }

/** Whether two papers are copies of one, however badly one of them was scanned; number, day, issuer and place may contradict that. */
export function isSamePaper(a: PaperIdentity, b: PaperIdentity): boolean {
  return !isOtherPaper(a.plan, b.plan) && hasSameWords(a.restored, b.restored)
}

function isOtherPaper(a: PlanHeader, b: PlanHeader): boolean {
  const disagreements = [
    a.number !== null && b.number !== null && toKey(a.number) !== toKey(b.number),
    a.issuedOn !== null && b.issuedOn !== null && a.issuedOn !== b.issuedOn,
    isOtherName(a.issuer, b.issuer),
    isOtherName(a.place, b.place),
  ]
  return disagreements.filter(Boolean).length >= DISAGREEING
}

/** The letters and digits of a number, which people and scanners space and dash as they like. */
export function toKey(number: string): string {
  return fold(number).replaceAll(/[^a-z0-9]/g, '')
}

function isOtherName(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false
  const [one, other] = [fold(a), fold(b)]
  return !one.includes(other) && !other.includes(one) && measureDifference(one, other) > OTHER_NAME
}

function hasSameWords(a: string, b: string): boolean {
  const pairsA = syllablePairs(a)
  const pairsB = syllablePairs(b)
  const common = [...pairsA].filter((pair) => pairsB.has(pair)).length
  return (
    common >= SAME * Math.max(1, Math.min(pairsA.size, pairsB.size)) &&
    Math.min(pairsA.size, pairsB.size) > 0.5 * Math.max(pairsA.size, pairsB.size)
  )
}

function syllablePairs(text: string): Set<string> {
  const syllables = fold(text).match(/[a-z]+/g) ?? []
  return new Set(syllables.slice(1).map((syllable, index) => `${syllables[index]} ${syllable}`))
}
