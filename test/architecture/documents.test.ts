import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

describe.each(['README.md', 'src/README.md'])('%s', (path) => {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const named = [
    ...text.matchAll(
      /`((?:src|data|prompts|test|adapters|usecases|entry|domain|dialogue|reading|restoring|wording|ports|http|units|dates)\/[\w./-]+)`/g,
    ),
  ]
  const paths = [...new Set(named.map(([, each = '']) => each))].filter((each) => !/NNN|<|\/X$|\*|\.db$|data\/var/.test(each))

  test.each(paths)('%s exists', (each) => {
    const candidates = [each, `src/${each}`, `src/${each}.ts`]
    expect(candidates.some((candidate) => existsSync(join(ROOT, candidate)))).toBe(true)
  })
})
