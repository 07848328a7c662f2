import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createCharts } from '../../../../src/adapters/charts/create-charts.ts'
import { renderBars } from '../../../../src/adapters/charts/render-bars.ts'
import { createOfficeFiles } from '../../../../src/adapters/office-files/create-office-files.ts'
import { buildChart } from '../../../../src/usecases/leading/build-chart.ts'
import { buildReport } from '../../../../src/usecases/leading/build-report.ts'
import { countDuties } from '../../../../src/usecases/leading/count-duties.ts'
import type { ReportWords } from '../../../../src/usecases/leading/report-words.ts'
import { aUnit } from '../../../support/builders.ts'
import { buildYear } from '../../../support/build-year.ts'
import { readDocument, readWorkbook } from '../../../support/read-office-files.ts'

const words = JSON.parse(readFileSync('prompts/report.vi.json', 'utf8')) as ReportWords
const { library, units } = buildYear({ unitCount: 1, dutiesEach: 3 })
const digest = countDuties(units, [], library, '2026-11-21')

const HOSTILE = [
  '=HYPERLINK("http://x";"bấm")',
  '+84 | @SUM(A1) | -2+3',
  "=cmd|'/c calc'!A0",
  'Phòng <b>A</b> & "B" \'C\' ]]> {order}',
  'dòng một\ndòng hai',
  '\u202Etừ phải sang\u202C và \u200Fdấu',
  '_x0041_ không phải chữ A',
  '  khoảng trắng hai đầu  ',
  '007',
  '1/2',
  '👩‍👩‍👧 Đảng ủy xã',
]

const reportOf = (name: string) => {
  const rows = digest.rows.map((row) => ({ ...row, unit: name }))
  const unit = aUnit({ name, place: name })
  return buildReport(
    { digest: { ...digest, rows }, carried: { since: '2026-11-01', byUnit: new Map() }, issuer: unit, superior: unit },
    words,
  )
}

describe('names that mean mischief appear as typed', () => {
  test.each(HOSTILE)('in Excel, as text: %j', async (name) => {
    const cells = readWorkbook(await createOfficeFiles().writeWorkbook(reportOf(name))).flat()
    // Superior, issuer and the row.
    expect(cells.filter((cell) => cell === name)).toHaveLength(3)
  })

  test.each(HOSTILE)('in Word: %j', async (name) => {
    const { tables } = readDocument(await createOfficeFiles().writeDocument(reportOf(name)))
    expect(tables[1]?.[2]?.[1]).toBe(name)
    expect(tables[0]?.[0]?.[0]).toContain(name)
  })

  test.each(HOSTILE)('in the chart, which is drawn: %j', async (name) => {
    const chart = buildChart({ ...digest, rows: digest.rows.map((row) => ({ ...row, unit: name })) }, words)
    const drawn = await createCharts().drawBars(chart)
    expect(Buffer.from(drawn.subarray(1, 4)).toString()).toBe('PNG')
    const svg = renderBars(chart)
    const shown = name.replaceAll('\n', ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    expect(svg).toContain(`>${shown}</text>`)
  })

  test('what no file can hold is left out, and the file stays whole', async () => {
    const name = 'Phòng\u0000 A\u000b \ud800 B\uffff'
    const cells = readWorkbook(await createOfficeFiles().writeWorkbook(reportOf(name))).flat()
    expect(cells.some((cell) => typeof cell === 'string' && /^Phòng A .*B$/.test(cell))).toBe(true)
    const { tables } = readDocument(await createOfficeFiles().writeDocument(reportOf(name)))
    expect(tables[1]?.[2]?.[1]).toMatch(/^Phòng A .*B$/)
  })
})

async function headOf(name: string, place: string): Promise<string[]> {
  const report = buildReport(
    {
      digest: digest,
      carried: { since: '2026-11-01', byUnit: new Map() },
      issuer: aUnit({ name, place }),
      superior: undefined,
    },
    words,
  )
  return readDocument(await createOfficeFiles().writeDocument(report)).tables[0]![0]!
}

describe('whose heading a report has', () => {
  test('the State’s, with Quốc hiệu and Tiêu ngữ', async () => {
    const [left, right] = await headOf('UBND huyện', 'huyện Mỹ Lâm')
    expect(left).toMatch(/^UBND huyện Mỹ Lâm\n\nSố: +\/BC-/)
    expect(right).toMatch(/^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nMỹ Lâm, ngày 21 tháng 11 năm 2026$/)
  })

  test.each(['Huyện ủy', 'Đảng ủy xã', 'Ban Tuyên giáo Huyện ủy', 'Thành uỷ'])('the Party’s for %s', async (name) => {
    const [left, right] = await headOf(name, 'huyện Mỹ Lâm')
    expect(left).toContain('\n*\nSố ')
    expect(right).toMatch(/^ĐẢNG CỘNG SẢN VIỆT NAM\n/)
  })
})
