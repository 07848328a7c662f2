import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTemplates } from '../../src/wording/read-templates.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const sources = globSync('src/**/*.ts', { cwd: ROOT })
const templates = readTemplates(read('prompts/replies.vi.md'))

/** Headings that code builds from a kind: "deadline-overdue". */
const BUILT = [
  'deadline-',
  'progress-',
  'linked-',
  'identity-',
  'persona-',
  'nothing-due',
  'corrected-',
  'correction-unread-',
  'role-',
  'choice-export-',
  'export-',
  'hand-over-',
  'platform-',
  'months-',
  'weekday-',
]

/** Three words with Vietnamese letters in a row; an English sentence may name a Vietnamese term. */
function isSentence(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? []
  const vietnamese = words.filter((word) => /[ăâđêôơưạ-ỹ]/iu.test(word))
  return /(?:[\p{L}]*[ăâđêôơưạ-ỹ][\p{L}]*[ ,.]+){3}/iu.test(text) && vietnamese.length * 2 > words.length
}

describe('wording', () => {
  const said = new Set(
    sources.flatMap((path) =>
      [...read(path).matchAll(/(?:\bsay: |\bsay\(|\breturn |\? |: )'([a-z][a-z-]+)'/g)].map(([, key = '']) => key),
    ),
  )

  test.each([
    ...new Set(sources.flatMap((path) => [...read(path).matchAll(/\bsay(?:: |\()'([a-z][a-z-]+)'/g)].map(([, key = '']) => key))),
  ])('the bot has words for "%s"', (key) => {
    expect(templates.has(key)).toBe(true)
  })

  test('every sentence in prompts/replies.vi.md can be said', () => {
    const unsaid = [...templates.keys()].filter((key) => !said.has(key) && !BUILT.some((start) => key.startsWith(start)))
    expect(unsaid).toEqual([])
  })

  test('sentences are NFC and sober: no exclamation marks, no emoji', () => {
    for (const [key, words] of templates) {
      expect(words, key).toBe(words.normalize('NFC'))
      expect(words, key).not.toMatch(/!|\p{Extended_Pictographic}/u)
    }
  })

  test.each(sources)('%s holds no Vietnamese sentence', (path) => {
    const code = read(path).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    const literals = [...code.matchAll(/'([^'\n]*)'|`([^`]*)`|"([^"\n]*)"/g)].map(([, a, b, c]) => a ?? b ?? c ?? '')
    const sentences = literals.filter((text) => isSentence(text))
    expect(sentences).toEqual([])
  })
})
