import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderBars } from '../../src/adapters/charts/render-bars.ts'
import { cleanText } from '../../src/adapters/office-files/clean-text.ts'
import { createOfficeFiles } from '../../src/adapters/office-files/create-office-files.ts'
import { renderRichText } from '../../src/console/render-rich-text.ts'
import { readTemplates } from '../../src/wording/read-templates.ts'
import { renderPhrase } from '../../src/wording/render-phrase.ts'
import { renderCalendar } from '../../src/usecases/calendar/render-calendar.ts'
import { buildChart } from '../../src/usecases/leading/build-chart.ts'
import { buildReport } from '../../src/usecases/leading/build-report.ts'
import { countDuties } from '../../src/usecases/leading/count-duties.ts'
import type { ReportWords } from '../../src/usecases/leading/report-words.ts'
import { aDuty, aPlan, aPlanHeader, aUnit } from '../support/builders.ts'
import { buildYear } from '../support/build-year.ts'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'
import { readDocument, readWorkbook } from '../support/read-office-files.ts'

const words = JSON.parse(readFileSync('prompts/report.vi.json', 'utf8')) as ReportWords
const templates = readTemplates(readFileSync('prompts/replies.vi.md', 'utf8'))
const { library, units } = buildYear({ unitCount: 1, dutiesEach: 3 })
const digest = countDuties(units, [], library, '2026-11-21')

/** What people type to see whether something gives way. */
const KNOWN = [
  '=HYPERLINK("http://x.vn";"bấm vào đây")',
  '@SUM(A1:A9)',
  '+84 912 | -2+3 | %0A',
  "=cmd|'/c calc'!A0",
  '<img src=x onerror=alert(1)> & "hai" \'nháy\' ]]> <!--',
  '**đậm** _nghiêng_ `mã` [nhãn](http://x) # đầu đề',
  '{number} [[{text}]] ${x} {{y}}',
  'dòng một\ndòng hai',
  'END:VEVENT\nBEGIN:VEVENT\nSUMMARY:giả; mạo, \\n',
  '\u202Etừ phải sang\u202C \u200Fdấu\u2066 ẩn\u2069',
  '_x0041_ và &#65; và %41',
  'Đảng ủy xã 👩‍👩‍👧 ẾẸ',
]
const LETTERS = [
  '=',
  '+',
  '-',
  '@',
  '<',
  '>',
  '&',
  '"',
  "'",
  '*',
  '_',
  '`',
  '{',
  '}',
  '[',
  ']',
  '\\',
  ';',
  ',',
  ':',
  '|',
  '%',
  '\u202E',
  '\u200F',
  'a',
  'ộ',
  '1',
  ' ',
]
const hostile = fc.oneof(
  fc.constantFrom(...KNOWN),
  fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 40 }).map((text) => `x${text}x`),
)

function decode(html: string): string {
  const plain: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }
  return html
    .replaceAll(/<br \/>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => plain[name]!)
}

const flat = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim()

function reportOf(text: string) {
  const unit = aUnit({ name: text, place: null })
  const outcome = {
    perPlan: [{ plan: aPlan({ plan: aPlanHeader({ type: null, number: text }) }), digest }],
    perDuty: [{ duty: aDuty({ text: `Việc ${text} hết` }), total: 1, done: 0, overdue: 1 }],
    concerns: [
      {
        unit: aUnit({ name: 'Phòng Nội vụ' }),
        concern: {
          id: 'cnc_1', kind: 'difficulty', dutyId: 'd', unitId: 'u', officerId: 'o', reportId: 'r', text, to: text, via: null, at: '2026-11-21T02:00:00.000Z',
        },
      } as const,
    ],
  } // prettier-ignore
  const rows = digest.rows.map((row) => ({ ...row, unit: text }))
  return buildReport(
    { digest: { ...digest, rows }, carried: { since: '2026-11-01', byUnit: new Map() }, issuer: unit, superior: unit, outcome },
    words,
  )
}

describe('hostile text in every field appears as typed in every output', () => {
  test('chat: the blanks of a sentence take any text, and nothing in it is a blank', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('duty-full', 'broadcast-text', 'literal'), (text, say) => {
        expect(renderPhrase({ say, with: { text, number: 1 } }, templates)).toContain(text)
      }),
    )
  })

  test('.xlsx: as text, never as a formula', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const cells = readWorkbook(await createOfficeFiles().writeWorkbook(reportOf(text))).flat()
        expect(cells.filter((cell) => cell === cleanText(text))).toHaveLength(3)
      }),
      { numRuns: 40 },
    )
  })

  test('.docx: in the letterhead, the report in words and the table', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { tables, text: body } = readDocument(await createOfficeFiles().writeDocument(reportOf(text)))
        const typed = cleanText(text)
        expect(tables[0]?.[0]?.[0]).toContain(typed)
        expect(tables.at(-1)?.[2]?.[1]).toBe(typed)
        // The paper's number and what a unit finds hard.
        expect(body.split(typed).length).toBeGreaterThan(3)
      }),
      { numRuns: 25 },
    )
  })

  test('.ics: one event, whatever stands in its name', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const event = {
          uid: 'a',
          day: '2026-12-14',
          rrule: null,
          summary: text,
          description: text,
          stamp: '2026-11-21T02:00:00.000Z',
        }
        const root = new ICAL.Component(ICAL.parse(renderCalendar(text, [event])) as unknown[])
        const events = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
        expect(events.map(({ summary, description }) => [summary, description])).toEqual([[text, text]])
        expect(root.getFirstPropertyValue('x-wr-calname')).toBe(text)
      }),
    )
  })

  test('HTML and the chart: no letter of it is markup', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const line = `Nội dung là ${text} hết`
        expect(flat(decode(String(await renderRichText(line))))).toBe(flat(line))
        const chart = renderBars({
          title: 'a',
          subtitle: 'b',
          parts: [],
          bars: [{ name: text, amounts: [], remark: '' }],
          footer: 'c',
        })
        expect(chart.match(/<(?!\/?(?:svg|rect|text)[ >])/g)).toBeNull()
        expect(buildChart({ ...digest, rows: digest.rows.map((row) => ({ ...row, unit: text })) }, words).bars[1]?.name).toBe(text)
      }),
    )
  })
})

describe('hostile text through the whole office', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await openTestOffice()
  })
  afterAll(() => office.close())

  test.each(KNOWN)('what a leader sends is shown and arrives: %j', async (text) => {
    const leader = await office.admit('UBND huyện Mỹ Lâm', 'leader')
    const officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
    office.clock.passMinutes(24 * 60)
    expect(await office.say(leader, `thông báo tới các đơn vị: ${text}`)).toContain(`"${text}"`)
    await office.say(leader, 'gửi')
    office.clock.passMinutes(2)
    await office.engine.deliver()
    expect(office.sent.findLast(({ chatId, urgency }) => chatId === officer && urgency === 'broadcast')?.text).toContain(text)
  })
})
