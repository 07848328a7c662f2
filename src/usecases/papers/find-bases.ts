import type { Citation, Plan } from '../../domain/plan.ts'
import { fold } from '../../text/fold.ts'

/** A paper follows another: "Kế hoạch 264-KH/TU … thực hiện Kết luận 57-KL/TW". */
export type FollowedPaper = { readonly from: Citation; readonly to: Citation }

/** What a paper rests on: the papers cited at its head, which of them follow which, and those cited further down. */
export type Bases = {
  readonly bases: readonly Citation[]
  readonly followed: readonly FollowedPaper[]
  readonly others: readonly Citation[]
}

const FOLLOWS = /\b(?:thuc hien|trien khai)\b/
// "…; căn cứ …" begins another reason.
const BREAK = /;|\bcan cu\b|\bxet\b|\.\s/

/** Căn cứ: read from the paragraphs before the first section, in the order in which they are said. */
export function findBases(paper: Headed): Bases {
  const known = read.get(paper) ?? readBases(paper)
  read.set(paper, known)
  return known
}

type Headed = Pick<Plan, 'plan' | 'passages' | 'sections'>

// Read once a paper: every chain looks at all of them.
const read = new WeakMap<Headed, Bases>()

function readBases({ plan, passages, sections }: Headed): Bases {
  const firstLine = sections[0]?.lines[0] ?? Infinity
  const head = passages.filter(({ lines }) => lines[0] < firstLine).map(({ text }) => fold(text))
  const places = [fold(plan.subject ?? ''), fold(plan.title ?? ''), ...head].map((text) => ({
    text,
    cited: findCited(text, plan.citations),
  }))
  const followed = places.flatMap(({ text, cited }) => listFollowed(text, cited))
  const said = new Set(places.flatMap(({ cited }) => cited.map(({ citation }) => citation)))
  // A paper whose head cites nothing rests on whatever it cites.
  const bases = said.size > 0 ? [...said] : plan.citations
  return { bases, followed, others: plan.citations.filter((citation) => !bases.includes(citation)) }
}

type Cited = { readonly citation: Citation; readonly start: number; readonly end: number }

function findCited(text: string, citations: readonly Citation[]): Cited[] {
  return citations
    .flatMap((citation) =>
      [...text.matchAll(shapeOf(citation))].map(({ 0: words, index }) => ({ citation, start: index, end: index + words.length })),
    )
    .toSorted((one, other) => one.start - other.start)
}

/** The number with blanks wherever a scanner puts them. */
function shapeOf({ number }: Citation): RegExp {
  const signs = [...fold(number ?? '').replaceAll(/\s/g, '')].map((sign) =>
    /[-–]/.test(sign) ? '[-–]' : sign.replace(/[^a-z0-9]/, String.raw`\$&`),
  )
  return signs.length > 0 ? new RegExp(`(?<![a-z0-9])${signs.join(String.raw`\s?`)}(?![a-z0-9])`, 'g') : /(?!)/g
}

function listFollowed(text: string, cited: readonly Cited[]): FollowedPaper[] {
  return cited.slice(1).flatMap((to, index) => {
    const from = cited[index]!
    const between = text.slice(from.end, to.start)
    return from.citation !== to.citation && FOLLOWS.test(between) && !BREAK.test(between)
      ? [{ from: from.citation, to: to.citation }]
      : []
  })
}
