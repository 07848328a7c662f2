import type { Plan } from '../../domain/plan.ts'
import { fold } from '../../text/fold.ts'
import type { World } from '../asked.ts'
import type { Place } from './find-places.ts'

// "Thành phần: …", "- Địa điểm: …"
const LABEL = /^[\s\-–•+*]*((?:\p{L}+ ?){1,4}):/u

/** The passage of a plan whose label a question names, "thành phần", nearest to where the rest of the question stands. */
export function findLabelled(topic: string, plan: Plan, { library }: World): Place | undefined {
  const asked = ` ${fold(topic)} `
  const labelled = plan.passages.filter(({ text }) => {
    const label = fold(LABEL.exec(text)?.[1] ?? '').trim()
    return label.includes(' ') && asked.includes(` ${label} `)
  })
  const [best] = library.passages.search(topic, { top: 1, only: (id) => id.startsWith(`${plan.id}#`) })
  const line = plan.passages[Number(best?.id.split('#')[1])]?.lines[0] ?? 0
  const passage = labelled.toSorted((a, b) => Math.abs(a.lines[0] - line) - Math.abs(b.lines[0] - line))[0]
  if (!passage) return undefined
  const duty = library.dutiesOfPlan.get(plan.id)?.find(({ lines }) => lines[0] <= passage.lines[0] && passage.lines[1] <= lines[1])
  return { coverage: 1, score: 0, plan, duty, passage }
}
