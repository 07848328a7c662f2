import { buildSketch, listTelling, type SketchSpan } from './build-sketch.ts'
import { findDutyRefs } from './find-duty-refs.ts'
import type { FoundRef } from './found-ref.ts'
import { findOnBehalf, type FoundBehalf } from './find-on-behalf.ts'
import { findPlanMentions, type FoundPlan } from './find-plan-mentions.ts'
import { findSections, type FoundSection } from './find-sections.ts'
import { findUnitMentions, type FoundUnit } from './find-unit-mentions.ts'
import { formatPlain } from './match-cues.ts'
import { normalizeMessage } from './normalize-message.ts'
import type { MessageWord, NormalizedMessage } from './normalized-message.ts'
import type { UnderstandContext } from './understand-context.ts'

/** A message with everything found in it: what recognizers look at. */
export type ReadMessage = {
  readonly message: NormalizedMessage
  readonly plans: readonly FoundPlan[]
  readonly units: readonly FoundUnit[]
  readonly refs: readonly FoundRef[]
  readonly sections: readonly FoundSection[]
  /** For whom a report is made; these words are left out of the sketch. */
  readonly behalf: FoundBehalf | undefined
  /** The words with mentions as one, talk and all: where "thế còn" still stands. */
  readonly full: readonly MessageWord[]
  /** The words as cues see them, and the same as one folded text. */
  readonly sketch: readonly MessageWord[]
  readonly plain: string
}

/** Finds plans, units, duties and sections in a message, and draws its sketch. */
export function readMessage(text: string, context: UnderstandContext): ReadMessage {
  const message = normalizeMessage(text, context.lexicon)
  const { words } = message
  const refs = findDutyRefs(words)
  const sections = findSections(words)
  const plans = findPlanMentions(message, context.plans, context.conversation).filter((plan) => isFree(plan, refs))
  const units = findUnitMentions(message, context.findUnits, context.lexicon).filter((unit) => isFree(unit, plans))
  const behalf = findOnBehalf(message, units)
  const full = dropSpan(buildSketch(words, listSpans({ refs, plans, units }), context.lexicon), words, behalf)
  const sketch = listTelling(full, context.lexicon)
  return { message, plans, units, refs, sections, behalf, full, sketch, plain: formatPlain(sketch) }
}

/** A message that is nothing but these words keeps them. */
function dropSpan(
  sketch: readonly MessageWord[],
  words: readonly MessageWord[],
  span: FoundBehalf | undefined,
): readonly MessageWord[] {
  if (!span || words.length - (span.to - span.from) < FEWEST_LEFT) return sketch
  const [start, end] = [words[span.from]!.start, words[span.to - 1]!.end]
  return sketch.filter((word) => word.end <= start || word.start >= end)
}

const FEWEST_LEFT = 2

function listSpans({ refs, plans, units }: Pick<ReadMessage, 'refs' | 'plans' | 'units'>): SketchSpan[] {
  return [
    ...refs.map(({ from, to }) => ({ from, to, as: '@duty' })),
    ...plans.map(({ from, to }) => ({ from, to, as: '@plan' })),
    ...units.map(({ from, to, mention }) => ({ from, to, as: mention.isOwn ? '@self' : '@unit' })),
  ]
}

function isFree(
  span: { readonly from: number; readonly to: number },
  taken: readonly { readonly from: number; readonly to: number }[],
): boolean {
  return !taken.some(({ from, to }) => span.from < to && from < span.to)
}
