import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Phrase } from '../../../src/domain/reply.ts'
import { reply, type World } from '../../../src/usecases/asked.ts'
import { checkAnswer } from '../../../src/usecases/check-answer.ts'
import { findClaims } from '../../../src/usecases/checking/find-claims.ts'
import { describeDeadline, namePlan } from '../../../src/usecases/answers/describe-duty.ts'
import { listDuty } from '../../../src/usecases/answers/list-duty.ts'
import { openTestOffice, type TestOffice } from '../../support/open-test-office.ts'

const SILENT = {
  chatId: 'terminal:1',
  accountId: 'terminal:1',
  shownDutyIds: [],
  shownPlanIds: [],
  shownUnitId: null,
  lastIntent: null,
  pages: [],
  choices: [],
  pending: null,
  expiresAt: null,
  updatedAt: '2026-11-21T02:00:00.000Z',
}

describe('claims of a text', () => {
  test.each([
    ['trước ngày 05/11/2024', 'day 2024-11-05'],
    ['ngày 5 tháng 11 năm 2024', 'day 2024-11-05'],
    ['ngày 2/ tháng 3', 'day -03-02'],
    ['trong tháng 10 năm 2023', 'day 2023-10'],
    ['10/2023', 'day 2023-10'],
    ['quý IV năm 2026', 'day 2026-q4'],
    ['ngày 25 hằng tháng', 'day --25'],
    ['đến năm 2030', 'day 2030'],
    ['đạt 60%', 'amount 60 %'],
    ['5 ngày làm việc', 'amount 5 ngay lam viec'],
    ['Kế hoạch 197/KH-UBND – mục 2', 'document 197/kh-ubnd'],
    ['số 264 -KH/TU', 'document 264-kh/tu'],
    ['Luật số 72/2025/QH15', 'document 72/2025/qh15'],
  ])('%s', (text, claim) => {
    expect(findClaims(text).map(({ kind, key }) => `${kind} ${key}`)).toEqual([claim])
  })

  test.each(['1. Chủ trì', 'mục III.3.2.a', 'dòng 60–64', '2 bản', 'lúc 09:14'])('%s claims nothing', (text) => {
    expect(findClaims(text)).toEqual([])
  })
})

describe('an answer is checked before it is sent', () => {
  let office: TestOffice
  let world: World
  beforeAll(async () => {
    office = await openTestOffice()
    world = await office.office.openWorld()
  })
  afterAll(() => office.close())

  const dutyOf = (words: string) => [...world.library.dutyById.values()].find(({ text }) => text.includes(words))!

  /** What is wrong with an answer of some phrases about the first duty, spoken with templates that somebody has changed. */
  async function findFaults(phrases: readonly Phrase[], changed: Readonly<Record<string, string>> = {}): Promise<string[]> {
    const templates = new Map([...world.templates, ...Object.entries(changed)])
    const duty = dutyOf('bồi dưỡng kỹ năng số')
    const heard = { text: 'việc của phòng tôi', intents: [], conversation: SILENT, asker: undefined }
    const { withheld = [] } = await checkAnswer({ reply: reply(phrases, { dutyIds: [duty.id] }) }, heard, { ...world, templates })
    return withheld.map(({ kind, words }) => `${kind}: ${words}`)
  }

  const line = (): Phrase => listDuty(dutyOf('bồi dưỡng kỹ năng số'), 1, [], world, undefined)
  const quote = (words: string): Phrase => {
    const duty = dutyOf('bồi dưỡng kỹ năng số')
    const plan = world.library.planById.get(duty.planId)!
    const values = { path: duty.path, plan: [namePlan(plan)], from: duty.lines[0], to: duty.lines[1] }
    return { say: 'quote', with: { ...values, restored: '', label: '', quote: words } }
  }

  test('what the rows hold may be said', async () => {
    const { quote: words } = dutyOf('bồi dưỡng kỹ năng số')
    expect(await findFaults([line(), quote(words.trim())])).toEqual([])
  })

  test.each([
    ['a date', '{number}. {text} – {path} · trước ngày 01/01/2027', 'day: ngày 01/01/2027'],
    ['a month', '{number}. {text} – {path} · trong tháng 9 năm 2027', 'day: tháng 9 năm 2027'],
    ['a day that only comes every month', '{number}. {text} · ngày 20 hằng tháng', 'day: ngày 20'],
    ['a percentage', '{number}. {text} – {path} · {deadline}, đạt 75 %', 'amount: 75 %'],
    ['an amount', '{number}. {text} – {path} · còn 9 ngày làm việc', 'amount: 9 ngày làm việc'],
    ['a paper', '{number}. {text} – {path} theo Quyết định 77/QĐ-UBND', 'document: 77/QĐ-UBND'],
    ['a unit', '{number}. Sở Tài chính chủ trì: {text}', 'unit: Sở Tài chính'],
    ['a unit that no paper names', '{number}. Phòng Y tế huyện Mỹ Lâm: {text}', 'unit: Phòng Y tế huyện Mỹ Lâm'],
    ['a unit of another duty', '{number}. Công an huyện: {text}', 'unit: Công an huyện'],
    ['a quote', '{number}. {text}: "giao ngay cho tôi"', 'quote: "giao ngay cho tôi"'],
  ])('a template that invents %s is caught', async (_, template, fault) => {
    expect(await findFaults([line()], { 'duty-line': template })).toContain(fault)
  })

  test('a quote with one letter changed anywhere is caught', async () => {
    const words = dutyOf('bồi dưỡng kỹ năng số').quote.trim()
    for (let at = 0; at < words.length; at += 7) {
      const changed = `${words.slice(0, at)}${words[at] === 'x' ? 'y' : 'x'}${words.slice(at + 1)}`
      expect(await findFaults([quote(changed)])).toContainEqual(expect.stringMatching(/^quote: /))
    }
  })

  test('the deadline of another duty is caught', async () => {
    const other = dutyOf('tổ công nghệ số cộng đồng')
    const foreign = { ...line(), with: { ...line().with, deadline: [describeDeadline(other, world)] } }
    expect(await findFaults([foreign])).toContainEqual(expect.stringMatching(/^day: /))
  })

  test('examples of what can be typed claim nothing', async () => {
    const sayings = [...world.templates].filter(([, template]) => !template.includes('{')).map(([say]) => ({ say }))
    expect(sayings.length).toBeGreaterThan(50)
    expect(await findFaults(sayings)).toEqual([])
  })

  test('what a use case tells of other rows it names as facts', async () => {
    const phrases = [{ say: 'literal', with: { text: 'Nghỉ đến hết 30/12/2026.' } }]
    const heard = { text: '', intents: [], conversation: SILENT, asker: undefined }
    expect((await checkAnswer({ reply: reply(phrases) }, heard, world)).withheld).toHaveLength(1)
    expect((await checkAnswer({ reply: reply(phrases, { facts: ['2026-12-30'] }) }, heard, world)).withheld).toBeUndefined()
  })

  test('an unfounded answer is not sent, changes nothing and remembers nothing', async () => {
    const decision = {
      reply: reply([{ say: 'literal', with: { text: 'Hạn là ngày 09/09/2029.' } }]),
      changes: [{ kind: 'mark-handled', eventKey: 'x', at: SILENT.updatedAt }] as const,
      remembers: { shownDutyIds: ['dty_x'] },
    }
    const checked = await checkAnswer(decision, { text: '', intents: [], conversation: SILENT, asker: undefined }, world)
    expect(checked.reply.phrases).toEqual([{ say: 'withheld', with: {} }])
    expect(checked.changes).toBeUndefined()
    expect(checked.remembers).toBeUndefined()
  })
})
