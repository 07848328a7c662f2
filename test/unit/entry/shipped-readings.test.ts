import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listPaperFiles, readPaperFile, SHIPPED_PLANS, SHIPPED_READINGS } from '../../../src/entry/read-paper-file.ts'
import type { Paper } from '../../../src/usecases/papers/import-plan.ts'

describe('the readings that ship with the plans', () => {
  const shipped = JSON.parse(readFileSync(SHIPPED_READINGS, 'utf8')) as Paper[]

  test('are those of every plan in data/plans', () => {
    expect(shipped).toHaveLength(listPaperFiles(SHIPPED_PLANS).length)
  })

  test.each(listPaperFiles(SHIPPED_PLANS))(
    '%s reads today as it was shipped (else: npm run -s dondoc -- ship-plans)',
    async (path) => {
      const fresh = await readPaperFile(path, { useShipped: false })
      if ('refused' in fresh) throw new Error(`refused: ${fresh.refused}`)
      expect(shipped.find(({ hash }) => hash === fresh.paper.hash)).toEqual(JSON.parse(JSON.stringify(fresh.paper)))
    },
  )

  test('quote their sources byte for byte, within the lines that they name', () => {
    for (const { source, reading } of shipped) {
      const lines = source.split('\n')
      for (const {
        quote,
        lines: [first, last],
      } of reading.duties) {
        expect(source).toContain(quote)
        expect(lines.slice(first - 1, last).join('\n')).toContain(quote.trim())
      }
    }
  })
})
