import type { Phrase, Reply } from '../../domain/reply.ts'

/** What fills the blanks of a reply, and the headings that are said. */
export type Leaves = {
  readonly headings: ReadonlySet<string>
  readonly values: ReadonlySet<string>
  /** Numbers, apart from those that only tell where something stands. */
  readonly counts: ReadonlySet<string>
}

const PLACES: ReadonlySet<string> = new Set(['number', 'from', 'to', 'line'])

/** Walks through all phrases of a reply, those inside others and the labels of its choices too. */
export function listLeaves({ phrases, choices }: Pick<Reply, 'phrases' | 'choices'>): Leaves {
  const headings = new Set<string>()
  const values = new Set<string>()
  const counts = new Set<string>()
  const walk = ({ say, with: blanks = {} }: Phrase): void => {
    headings.add(say)
    for (const [name, value] of Object.entries(blanks)) {
      if (typeof value === 'object') value.forEach(walk)
      else if (typeof value === 'string') {
        values.add(value)
        // How much a count changed was counted, too.
        if (/^[+−]\d+$/.test(value)) counts.add(value.slice(1))
      } else if (!PLACES.has(name)) counts.add(String(value))
    }
  }
  for (const phrase of [...phrases, ...choices.map(({ label }) => label)]) walk(phrase)
  return { headings, values, counts }
}
