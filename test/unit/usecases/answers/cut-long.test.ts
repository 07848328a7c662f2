import { expect, test } from 'vitest'
import type { Duty } from '../../../../src/domain/duty.ts'
import type { Plan } from '../../../../src/domain/plan.ts'
import { cutLong } from '../../../../src/usecases/answers/cut-long.ts'

const duties = (count: number): Duty[] => Array.from({ length: count }, (_, at) => ({ id: `dty_${at}` }) as Duty)
const plan = {} as Plan

test('short lists stay as they are', () => {
  const part = { groups: [{ plan, own: duties(4), common: duties(9) }] }
  expect(cutLong([part])).toEqual({ kept: [part], left: 0 })
})

test('long lists are cut where nobody reads on, and what is left out is counted', () => {
  const { kept, left } = cutLong([
    { groups: [{ plan, own: duties(50), common: duties(20) }] },
    { groups: [{ plan, own: duties(5), common: [] }] },
  ])
  expect(kept[0]!.groups[0]!.own).toHaveLength(50)
  expect(kept[0]!.groups[0]!.common).toHaveLength(10)
  expect(kept[1]!.groups).toEqual([])
  expect(left).toBe(15)
})
