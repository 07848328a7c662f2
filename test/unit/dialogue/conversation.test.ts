import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/dialogue/understand.ts'
import { aContext, aConversation } from './dialogue-fixture.ts'

const afterDuties = aConversation({
  lastIntent: 'my_duties',
  shownDutyIds: ['dty_1', 'dty_2', 'dty_3'],
  shownPlanIds: ['pln_bs'],
})

function first(text: string, conversation = aConversation()) {
  return understand(text, aContext({ conversation })).intents[0]!
}

const updatesOf = (text: string, conversation = afterDuties) => understand(text, aContext({ conversation }))

describe('a follow-up', () => {
  test('asks the same of another unit, about the plan that was shown', () => {
    const { name, slots } = first('còn Công an thì sao', afterDuties)
    expect(name).toBe('unit_duties')
    expect(slots.units[0]?.words).toBe('Công an')
    expect(slots.plans[0]?.planIds).toEqual(['pln_bs'])
  })

  test.each([
    ['thế hạn thì sao', 'deadline'],
    ['vậy han thi sao', 'deadline'],
    ['thế báo cáo cho ai', 'report_route'],
    ['v con phoi hop voi ai', 'who_responsible'],
  ])('%s asks another thing of what was shown', (text, intent) => {
    const { name, slots } = first(text, afterDuties)
    expect(name).toBe(intent)
    expect(slots.plans.flatMap(({ planIds }) => planIds)).toEqual(intent === 'report_route' ? [] : ['pln_bs'])
  })

  test.each(['cái thứ 2', 'cai thu hai', 'việc 2', 'việc thứ hai', 'nguyên văn 2', 'nguyen van so 2'])(
    '"%s" points into the list',
    (text) => {
      expect(first(text, afterDuties).slots.ordinals).toEqual([2])
    },
  )

  test('without anything shown it stays a follow-up, to be asked back', () => {
    expect(first('còn Công an thì sao').name).toBe('followup')
  })

  test('"kế hoạch này" is the plan that was shown', () => {
    const [plan] = first('kế hoạch này ai ký', aConversation({ shownPlanIds: ['pln_nh'] })).slots.plans
    expect(plan?.planIds).toEqual(['pln_nh'])
  })
})

describe('a menu on the screen', () => {
  const conversation = aConversation({
    choices: [
      { id: 'chc_a', label: 'Phòng Nội vụ', means: 'nhiệm vụ của Phòng Nội vụ' },
      { id: 'chc_b', label: 'Hướng dẫn', means: 'hướng dẫn' },
    ],
  })

  test.each(['2', 'số 2', 'chọn 2', 'Hướng dẫn'])('"%s" means what the second choice means', (text) => {
    expect(first(text, conversation).name).toBe('help')
  })

  test('the words of a choice are understood like any others', () => {
    expect(first('1', conversation)).toMatchObject({ name: 'unit_duties', slots: { units: [{ words: 'Phòng Nội vụ' }] } })
  })

  test('a number without a menu points into the list', () => {
    expect(first('2', afterDuties)).toMatchObject({ slots: { ordinals: [2] } })
  })
})

describe('a report on what was shown', () => {
  test.each(['cả 3 việc xong rồi', 'ca 3 nv xong het', 'tất cả đã hoàn thành'])('"%s" is one update for each', (text) => {
    const { intents, clarify } = updatesOf(text)
    expect(intents[0]?.slots.updates.map(({ duty, status }) => [duty, status])).toEqual([
      ['1', 'done'],
      ['2', 'done'],
      ['3', 'done'],
    ])
    expect(clarify).toBe(false)
  })

  test('a number that is not on the screen is asked back', () => {
    expect(updatesOf('nv 5 xong').clarify).toBe(true)
  })

  test('the only duty on the screen needs no number', () => {
    const alone = aConversation({ lastIntent: 'my_duties', shownDutyIds: ['dty_9'] })
    expect(updatesOf('xong rồi ạ', alone)).toMatchObject({
      clarify: false,
      intents: [{ slots: { updates: [{ duty: '1', status: 'done' }] } }],
    })
  })
})

describe('an answer to what waits', () => {
  const waiting = aConversation({ pending: { kind: 'progress', updates: [] }, expiresAt: '2026-11-21T03:00:00.000Z' })

  test.each([
    ['ghi', true],
    ['ok em', true],
    ['dạ đúng rồi ạ', true],
    ['gui di', true],
    ['hủy', false],
    ['thôi', false],
    ['sai rồi', false],
    ['khoan đã', false],
  ])('%s', (text, isYes) => {
    expect(first(text, waiting)).toMatchObject({ name: 'confirm_deny', slots: { isYes } })
  })

  test('"hủy" with nothing waiting takes back', () => {
    expect(first('hủy').name).toBe('undo_correct')
  })
})
