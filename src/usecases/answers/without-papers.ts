import type { Plan } from '../../domain/plan.ts'
import { fold } from '../../text/fold.ts'

// Folded words for a paper, before what it is about.
const PAPER = /(?:^| )(?:(?:trong|theo|cua|tai) )?(?:ke hoach|cong van|van ban|chuong trinh|quyet dinh|huong dan|chi thi)(?= )/g
const FEWEST_WORDS = 2

/** A topic without the name that a question gives a paper by what it is about: "kế hoạch thông tin đối ngoại" narrows nothing inside that plan. */
export function withoutPapers(topic: string, plans: readonly Plan[]): string {
  const folded = fold(topic)
  const abouts = plans.map(({ plan }) => ` ${fold(`${plan.title ?? ''} ${plan.subject ?? ''}`)} `)
  for (const { index, 0: paper } of folded.matchAll(PAPER)) {
    const words = folded
      .slice(index + paper.length)
      .trim()
      .split(' ')
    const length =
      words.findLastIndex((_, at) => abouts.some((about) => about.includes(` ${words.slice(0, at + 1).join(' ')} `))) + 1
    if (length < FEWEST_WORDS) continue
    const all = topic
      .slice(index + paper.length)
      .trim()
      .split(' ')
    return `${topic.slice(0, index)} ${all.slice(length).join(' ')}`.replaceAll(/\s+/g, ' ').trim()
  }
  return topic
}
