import { describe, expect, test } from 'vitest'
import type { Plan } from '../../../src/domain/plan.ts'
import { importPlan } from '../../../src/usecases/papers/import-plan.ts'
import { listUnits } from '../../../src/usecases/list-units.ts'
import { NO_DECLARATIONS, readDeclarations } from '../../../src/units/read-declarations.ts'
import { aDuty, aPlan, aPlanHeader } from '../../support/builders.ts'
import { fixedClock } from '../../support/clock.ts'
import { unitLexicon } from '../../support/unit-lexicon.ts'

function read(slug: string, witnessOf: string | null, ...names: string[]) {
  const duty = { ...aDuty(), reporting: null, units: names.map((name) => ({ name, role: 'lead' as const })) }
  const header = aPlanHeader({ issuer: 'UBND huyện Đại Lộc', place: 'Đại Lộc', recipients: [], citations: [] })
  const paper = {
    slug,
    source: slug,
    hash: slug.padEnd(12, '0'),
    restored: slug,
    reading: { ...aPlan(), plan: header, duties: [duty] },
  }
  const { changes } = importPlan(paper, merge(), unitLexicon, fixedClock())
  const [change] = changes
  if (change?.kind !== 'import-plan') throw new Error('a new paper is imported')
  const plan: Plan = { ...change.plan, witnessOf }
  return { ...change, plan }
}

function merge(...papers: readonly ReturnType<typeof read>[]) {
  const units = new Map(papers.flatMap((paper) => paper.units).map((unit) => [unit.id, unit]))
  const duties = papers.flatMap((paper) => paper.duties)
  return { version: '1', plans: papers.map(({ plan }) => plan), duties, units: [...units.values()], corrections: [] }
}

describe('the units of a library', () => {
  const good = read('good', null, 'Phòng Nội vụ', 'Công an huyện')
  const scan = read('scan', good.plan.id, 'Phòng Nội vụ', 'Ban Chỉ đáp 12 huyện')

  test('what only a bad copy of a paper names is stored and not found', () => {
    const { all, findable } = listUnits(merge(good, scan), NO_DECLARATIONS, unitLexicon)
    expect(all.map(({ name }) => name)).toContain('Ban Chỉ đáp 12 huyện')
    expect(findable.map(({ name }) => name)).not.toContain('Ban Chỉ đáp 12 huyện')
    expect(findable.map(({ name }) => name)).toEqual(expect.arrayContaining(['Phòng Nội vụ', 'Công an huyện', 'UBND huyện']))
  })

  test('declared names and parents go before those of papers', () => {
    const json = {
      place: 'huyện Đại Lộc',
      units: [{ name: 'Phòng Nội vụ', aliases: ['phòng tổ chức'], parent: 'Huyện ủy' }, { name: 'Trạm Khuyến nông' }],
    }
    const { findable } = listUnits(merge(good, scan), readDeclarations(json, unitLexicon), unitLexicon)
    const office = findable.find(({ name }) => name === 'Phòng Nội vụ')
    expect(office).toMatchObject({ aliases: ['phòng tổ chức'], parentId: findable.find(({ name }) => name === 'Huyện ủy')?.id })
    expect(findable.map(({ name }) => name)).toContain('Trạm Khuyến nông')
  })
})
