import type { Templates } from '../../wording/read-templates.ts'

// gõ "tiếp" · ví dụ: việc 2 được 60 %. A quote that is nothing but a blank is a quote, and so is one that nobody is told to type.
const TO_TYPE = /"[^"\n]*"|(?<=ví dụ:? )[^\n;{"]+/g
const TELLING = /gõ|hỏi|ví dụ/i
const BLANK = /\{[a-zA-Z]+\}/

const known = new WeakMap<Templates, Map<string, readonly RegExp[]>>()

/** The examples that some templates give, as they stand in a rendered text; what their blanks hold is caught. */
export function listExamples(headings: Iterable<string>, templates: Templates): RegExp[] {
  const examples = known.get(templates) ?? new Map<string, readonly RegExp[]>()
  known.set(templates, examples)
  return [...headings].flatMap((heading) => {
    const found = examples.get(heading) ?? readExamples(templates.get(heading) ?? '')
    examples.set(heading, found)
    return found
  })
}

function readExamples(template: string): RegExp[] {
  // A sentence without blanks quotes nothing: what it sets in marks can be typed.
  const isFixed = !BLANK.test(template)
  const words = [...template.matchAll(TO_TYPE)]
    .filter(({ index }) => isFixed || TELLING.test(template.slice(0, index)))
    .map(([example]) => example)
  return words.filter((example) => /\p{L}/u.test(example.replaceAll(new RegExp(BLANK, 'g'), ''))).map(toShape)
}

function toShape(example: string): RegExp {
  const parts = example.split(BLANK).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(parts.join('([^"\\n]*)'), 'g')
}
