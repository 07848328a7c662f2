import type { Phrase } from '../domain/reply.ts'
import type { Templates } from './read-templates.ts'

const BLANK = /\{([a-zA-Z]+)\}/g
const OPTIONAL = /\[\[(.*?)\]\]/gs

/**
 * One phrase in Vietnamese. A {blank} takes its value; a [[part]] is left out when one of its blanks is empty.
 * Throws for a heading or a blank that nobody filled: wording and code have to agree.
 */
export function renderPhrase(phrase: Phrase, templates: Templates): string {
  const template = templates.get(phrase.say)
  if (template === undefined) throw new Error(`prompts/replies.vi.md has no "${phrase.say}"`)
  // A blank may stand twice, and phrases inside phrases would be worded again on every level.
  const values = new Map<string, string>()
  const valueOf = (name: string): string => {
    const known = values.get(name)
    if (known !== undefined) return known
    const words = wordValue(phrase.with?.[name], templates)
    values.set(name, words)
    return words
  }
  const chosen = template.replaceAll(OPTIONAL, (_, part: string) =>
    [...part.matchAll(BLANK)].every(([, name = '']) => valueOf(name) !== '') ? part : '',
  )
  return chosen.replaceAll(BLANK, (_, name: string) => {
    if (phrase.with?.[name] === undefined) throw new Error(`"${phrase.say}" needs {${name}}`)
    return valueOf(name)
  })
}

function wordValue(value: string | number | readonly Phrase[] | undefined, templates: Templates): string {
  if (value === undefined) return ''
  return typeof value === 'object' ? value.map((inner) => renderPhrase(inner, templates)).join('\n') : String(value)
}
