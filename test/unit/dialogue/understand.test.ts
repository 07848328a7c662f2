import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeUnderstanding } from '../../../src/dialogue/describe-understanding.ts'
import { understand } from '../../../src/dialogue/understand.ts'
import { aContext } from './dialogue-fixture.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

const messages = read('intent-messages.tsv')
  .trim()
  .split('\n')
  .map((line) => line.split('\t') as [intent: string, register: string, text: string])

describe('the intent of a message', () => {
  test.each(messages)('%s (%s): %s', (intent, _register, text) => {
    expect(describeUnderstanding(understand(text, aContext())).intent).toBe(intent)
  })
})

type Row = [text: string, updates: [string | null, string | null, number | null, string | null][], clarify: boolean]

const reports = JSON.parse(read('report-messages.json')) as Row[]

describe('what a message reports', () => {
  test.each(reports)('%s', (text, expected, clarify) => {
    const line = describeUnderstanding(understand(text, aContext()))
    expect(line.updates.map(({ duty, status, percent, dueChange }) => [duty, status, percent, dueChange])).toEqual(expected)
    expect(line).toMatchObject({ isUpdate: expected.length > 0, clarify })
  })
})
