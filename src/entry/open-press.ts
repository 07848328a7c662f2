import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCharts } from '../adapters/charts/create-charts.ts'
import { createOfficeFiles } from '../adapters/office-files/create-office-files.ts'
import type { HandOverWords } from '../usecases/handing-over/hand-over-words.ts'
import type { HandOverPress } from '../usecases/handing-over/make-hand-over-file.ts'
import type { Press } from '../usecases/leading/make-report-file.ts'
import type { ReportWords } from '../usecases/leading/report-words.ts'
import { ROOT } from './read-data.ts'

/** The words of reports, charts and calendars. */
export function readReportWords(): ReportWords {
  return JSON.parse(readFileSync(join(ROOT, 'prompts/report.vi.json'), 'utf8')) as ReportWords
}

/** Charts and office files, where there is a machine to make them on. */
export function openPress(): Press & HandOverPress {
  const handOver = JSON.parse(readFileSync(join(ROOT, 'prompts/hand-over.vi.json'), 'utf8')) as HandOverWords
  return { charts: createCharts(), officeFiles: createOfficeFiles(), words: readReportWords(), handOver }
}
