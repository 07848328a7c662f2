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
  const valueOf = (name: string): string => {
    const value = phrase.with?.[name]
    if (value === undefined) return ''
    return typeof value === 'object' ? value.map((inner) => renderPhrase(inner, templates)).join('\n') : String(value)
  }
  const chosen = template.replaceAll(OPTIONAL, (_, part: string) =>
    [...part.matchAll(BLANK)].every(([, name = '']) => valueOf(name) !== '') ? part : '',
  )
  return chosen.replaceAll(BLANK, (_, name: string) => {
    if (phrase.with?.[name] === undefined) throw new Error(`"${phrase.say}" needs {${name}}`)
    return valueOf(name)
  })
}
