// A year summed up: 200 units with 40 duties each, from the library and the log in memory to the table of every unit.
import { buildChart } from '../../src/usecases/leading/build-chart.ts'
import { countDuties } from '../../src/usecases/leading/count-duties.ts'
import { readReportWords, openPress } from '../../src/entry/open-press.ts'
import { buildReport } from '../../src/usecases/leading/build-report.ts'
import { findComparison } from '../../src/dates/find-comparison.ts'
import { comparePeriods } from '../../src/usecases/leading/compare-periods.ts'
import { countCarried } from '../../src/usecases/leading/count-carried.ts'
import { buildYear } from '../support/build-year.ts'

const TODAY = '2026-12-31'
const ROUNDS = 15
const { library, units, duties, log } = buildYear()

async function time(title: string, work: () => unknown): Promise<void> {
  const taken: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }
  const [first = 0] = taken
  const sorted = taken.toSorted((a, b) => a - b)
  const [median, worst] = [sorted[Math.floor(ROUNDS / 2)] ?? 0, sorted.at(-1) ?? 0]
  console.log(`${title}: median ${median.toFixed(1)} ms, first ${first.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`)
}

console.log(`${units.length} units, ${duties.length} duties, ${log.length} reports, ${ROUNDS} rounds`)
const count = () => countDuties(units, log, library, TODAY)
await time('table and rate (aim: 300 ms)', count)
await time('carried over from the month before', () => countCarried(units, log, library, '2026-12-01'))
const comparison = findComparison('quý IV so với quý III', TODAY)!
await time('two quarters side by side', () => comparePeriods(comparison, units, log, library, TODAY))
const words = readReportWords()
const { charts, officeFiles } = openPress()
const carried = countCarried(units, log, library, '2026-12-01')
const report = buildReport({ digest: count(), carried, issuer: undefined, superior: undefined }, words)
await time('Excel file', () => officeFiles.writeWorkbook(report))
await time('Word file', () => officeFiles.writeDocument(report))
await time('chart', () => charts.drawBars(buildChart(count(), words)))
