// How long an answer takes where 10,000 duties are loaded: node test/bench/large-library.ts DIR
// DIR holds questions.json and, if it likes, plans/*.txt, which are loaded beside the shipped ones; all of them stand in the library
// many times over, under other numbers. A warm process: the questions are asked several times, and the last round counts.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Duty } from '../../src/domain/duty.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { openConversation } from '../../src/domain/conversation.ts'
import { createSystemClock } from '../../src/adapters/system/clock.ts'
import { openReadingOffice } from '../../src/entry/commands/open-command-office.ts'
import { importFiles } from '../../src/entry/open-office.ts'
import { buildIndex } from '../../src/search/build-index.ts'
import { answerWords } from '../../src/usecases/answer-message.ts'
import { findAskerUnits } from '../../src/usecases/find-asker-units.ts'
import { buildLibrary } from '../../src/usecases/library.ts'

type Question = { readonly q: string; readonly asker_unit: string | null }

const DUTIES = 10_000
const ROUNDS = 4
const [directory = '.'] = process.argv.slice(2)
const questions = JSON.parse(readFileSync(join(directory, 'questions.json'), 'utf8')) as Question[]

const office = await openReadingOffice({})
const folder = join(directory, 'plans')
if (existsSync(folder)) {
  const papers = readdirSync(folder).filter((file) => file.endsWith('.txt') && !file.includes('restored'))
  await importFiles(
    office,
    papers.map((file) => join(folder, file)),
  )
}
const catalog = await office.storage.catalogs.load()
const copies = Math.ceil(DUTIES / catalog.duties.length)

const renumber = (number: string | null, copy: number): string | null =>
  copy === 0 || number === null ? number : number.replace(/^\d+/, (digits) => String(Number(digits) + 1000 * copy))
const copyPlan = (plan: Plan, copy: number): Plan => ({
  ...plan,
  id: `${plan.id}${copy || ''}`,
  slug: `${plan.slug}-${copy}`,
  witnessOf: plan.witnessOf && `${plan.witnessOf}${copy || ''}`,
  plan: { ...plan.plan, number: renumber(plan.plan.number, copy) },
})
const copyDuty = (duty: Duty, copy: number): Duty => ({
  ...duty,
  id: duty.id.replace(duty.planId, `${duty.planId}${copy || ''}`) + (copy ? `c${copy}` : ''),
  planId: `${duty.planId}${copy || ''}`,
})
const each = Array.from({ length: copies }, (_, copy) => copy)
const begun = performance.now()
const library = buildLibrary(
  {
    ...catalog,
    plans: each.flatMap((copy) => catalog.plans.map((plan) => copyPlan(plan, copy))),
    duties: each.flatMap((copy) => catalog.duties.map((duty) => copyDuty(duty, copy))),
  },
  (documents) => buildIndex(documents, office.data.searchFillers),
  office.data.units,
  office.data.declared,
)
const built = performance.now() - begun
const world = { ...(await office.openWorld()), library, clock: createSystemClock('2026-11-21') }

const times: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  times.length = 0
  for (const { q, asker_unit } of questions) {
    const units = asker_unit ? findAskerUnits(asker_unit, library, office.data.units) : []
    const officer = { id: 'off_bench', name: null, role: 'office' as const, unitId: units[0]?.id ?? '', isActive: true }
    const started = performance.now()
    await answerWords(
      q,
      { chat: { id: 'bench', kind: 'private' }, from: 'bench' },
      openConversation('bench', 'bench', world.clock.now()),
      { officer, units },
      world,
      office.readers,
    )
    times.push(performance.now() - started)
  }
}
times.sort((a, b) => a - b)
const at = (share: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1)
console.log(`${library.plans.length} plans, ${library.dutyById.size} duties, indexed in ${built.toFixed(0)} ms`)
console.log(`${questions.length} questions, warm: median ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms (aim p99: 25 ms)`)
office.storage.close()
