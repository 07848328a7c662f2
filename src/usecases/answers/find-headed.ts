import type { Passage, Plan, Section } from '../../domain/plan.ts'
import { fold } from '../../text/fold.ts'

const LONGEST_HEADING = 5

/** What stands under the heading that a question names, "mục đích", "yêu cầu": the section, and its passages. */
export type Headed = { readonly plan: Plan; readonly section: Section; readonly passages: readonly Passage[] }

/** The sections of a plan whose short heading is in the topic; the one that says it most exactly. */
export function findHeaded(topic: string, plan: Plan): Headed | undefined {
  const asked = ` ${readWords(topic).join(' ')} `
  const fitting = plan.sections.flatMap((section) => {
    const heading = readWords(section.heading)
    if (heading.length === 0 || heading.length > LONGEST_HEADING) return []
    const [words, part] = [` ${heading.join(' ')} `, asked.trim()]
    return asked.includes(words)
      ? [{ section, extra: 0 }]
      : words.includes(` ${part} `) && part.includes(' ')
        ? [{ section, extra: heading.length }]
        : []
  })
  const best = fitting.toSorted((a, b) => a.extra - b.extra || b.section.heading.length - a.section.heading.length)[0]
  if (!best) return undefined
  const { path, lines } = best.section
  const passages = plan.passages.filter((passage) => isWithin(passage.path, path) && passage.lines[0] > lines[0])
  return passages.length > 0 ? { plan, section: best.section, passages } : undefined
}

function isWithin(path: string, section: string): boolean {
  return path === section || path.startsWith(`${section}.`)
}

function readWords(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? []
}
