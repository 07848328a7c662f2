import { describe, expect, test } from 'vitest'
import { findDoubts } from '../../../../src/usecases/papers/find-doubts.ts'
import { aDuty } from '../../../support/builders.ts'

const NO_DAY = { lines: [1, 1], code: 'issue-day-missing', message: 'Văn bản không có ngày.' } as const
const REPEATED = { lines: [100, 131], code: 'mark-repeated', message: 'Mục 6 được đánh số trùng.' } as const

describe('what is doubtful in a reading', () => {
  test('duties read with little certainty, and those that stand where something could not be read', () => {
    const sure = aDuty({ lines: [10, 12] })
    const unsure = aDuty({ lines: [20, 22], confidence: 0.6 })
    const repeated = aDuty({ lines: [131, 135] })
    const found = findDoubts({ duties: [sure, unsure, repeated], issues: [NO_DAY, REPEATED] })
    expect(found.duties).toEqual([
      { duty: unsure, isUncertain: true, issues: [] },
      { duty: repeated, isUncertain: false, issues: [REPEATED] },
    ])
    expect(found.issues).toEqual([NO_DAY])
  })

  test('nothing, where all was read', () => {
    expect(findDoubts({ duties: [aDuty()], issues: [] })).toEqual({ duties: [], issues: [] })
  })
})
