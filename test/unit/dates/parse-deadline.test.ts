import { describe, expect, test } from 'vitest'
import { parseDeadline } from '../../../src/dates/parse-deadline.ts'
import { fold } from '../../../src/text/fold.ts'
import { PHRASINGS } from './deadline-phrasings.ts'

const PAPER = { issuedOn: '2025-11-20' }

describe('a whole phrase becomes one deadline', () => {
  test.each(PHRASINGS)('%s is %s %s', (phrase, kind, value) => {
    expect(parseDeadline(phrase, PAPER)).toMatchObject({ kind, value })
  })

  test.each(PHRASINGS)('%s means the same without accents and in decomposed letters', (phrase) => {
    const { kind, value, rrule } = parseDeadline(phrase, PAPER)
    expect(parseDeadline(phrase.normalize('NFD'), PAPER)).toMatchObject({ kind, value, rrule })
    const bare = parseDeadline(fold(phrase), PAPER)
    expect([bare.kind, bare.rrule, bare.value && fold(bare.value)]).toEqual([kind, rrule, value && fold(value)])
  })

  test('a recurring one has its rule both as value and as rrule', () => {
    expect(parseDeadline('định kỳ hằng quý', PAPER)).toMatchObject({
      value: 'FREQ=MONTHLY;INTERVAL=3',
      rrule: 'FREQ=MONTHLY;INTERVAL=3',
    })
  })

  test('a year left out stays unknown when the day of the paper is', () => {
    expect(parseDeadline('trước ngày 15/12', { issuedOn: null })).toMatchObject({ kind: 'date', value: null, op: 'before' })
    expect(parseDeadline('Quý IV', { issuedOn: null })).toMatchObject({ kind: 'quarter', value: null })
  })

  test.each(['trước ngày 31/02/2026', 'trước ngày 45/12/2025', 'tháng 13/2026'])('%s is no time at all', (phrase) => {
    expect(parseDeadline(phrase, PAPER).kind).not.toBe('date')
  })
})
