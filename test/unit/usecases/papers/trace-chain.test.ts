import { describe, expect, test } from 'vitest'
import type { Citation, Plan } from '../../../../src/domain/plan.ts'
import { traceChain } from '../../../../src/usecases/papers/trace-chain.ts'
import { aPlan, aPlanHeader } from '../../../support/builders.ts'

const aCitation = (number: string, issuedOn: string | null = null): Citation => ({ number, type: null, issuedOn, issuer: null })

/** A paper that says at its head what it rests on. */
function aPaper(
  number: string,
  head: string,
  citations: readonly Citation[],
  given: { readonly issuedOn?: string; readonly body?: string } = {},
): Plan {
  return aPlan({
    id: number,
    plan: aPlanHeader({ number, citations, subject: null, title: null, issuedOn: given.issuedOn ?? null }),
    sections: [{ path: 'I', heading: 'Nhiệm vụ', lines: [5, 9] }],
    passages: [
      { path: '', lines: [1, 3], text: head },
      { path: 'I', lines: [6, 9], text: given.body ?? 'Các phòng thực hiện.' },
    ],
  })
}

const DISTRICT = aPaper(
  '31/KH-UBND',
  'Thực hiện Kế hoạch số 20 -KH/TU ngày 02/3/2026 của Tỉnh ủy về thực hiện Nghị quyết số 05-NQ/TW của Bộ Chính trị;',
  [aCitation('20-KH/TU', '2026-03-02'), aCitation('05-NQ/TW'), aCitation('88/QĐ-UBND')],
  { body: 'Phòng Nội vụ thực hiện Quyết định số 88/QĐ-UBND.' },
)

function describeChain(plan: Plan, plans: readonly Plan[]): string[] {
  return traceChain(plan, plans).links.map(({ citation, plan: loaded, follows }) =>
    `${citation.number}${loaded ? '*' : ''} <- ${follows.map(({ number }) => number).join(' ')}`.trim(),
  )
}

describe('the chain of papers that a plan rests on', () => {
  test('goes up as the head of the paper says, and leaves out what is only cited further down', () => {
    expect(describeChain(DISTRICT, [DISTRICT])).toEqual(['05-NQ/TW <-', '20-KH/TU <- 05-NQ/TW', '31/KH-UBND* <- 20-KH/TU'])
    expect(traceChain(DISTRICT, [DISTRICT]).others).toEqual([aCitation('88/QĐ-UBND')])
  })

  test('goes on through papers that are loaded themselves', () => {
    const province = aPaper(
      '20-KH/TU',
      'Căn cứ Chương trình số 09-CTr/TW; thực hiện Nghị quyết số 05-NQ/TW.',
      [aCitation('09-CTr/TW'), aCitation('05-NQ/TW')],
      {
        issuedOn: '2026-03-02',
      },
    )
    expect(describeChain(DISTRICT, [DISTRICT, province])).toEqual([
      '09-CTr/TW <-',
      '05-NQ/TW <-',
      '20-KH/TU* <- 09-CTr/TW 05-NQ/TW',
      '31/KH-UBND* <- 20-KH/TU',
    ])
    expect(traceChain(province, [DISTRICT, province]).citedBy).toEqual([DISTRICT])
  })

  test('the same number of another day is another paper', () => {
    const older = aPaper('20-KH/TU', 'Thực hiện chỉ đạo.', [], { issuedOn: '2019-03-02' })
    expect(describeChain(DISTRICT, [DISTRICT, older])[1]).toBe('20-KH/TU <- 05-NQ/TW')
  })

  test('papers that rest on the same one are told, papers that cite each other do not go round', () => {
    const sibling = aPaper('7-KH/HU', 'Thực hiện Kế hoạch số 20-KH/TU.', [aCitation('20-KH/TU')])
    expect(traceChain(DISTRICT, [DISTRICT, sibling]).siblings).toEqual([sibling])

    const one = aPaper('1/KH-UBND', 'Thực hiện Kế hoạch 2/KH-UBND.', [aCitation('2/KH-UBND')])
    const two = aPaper('2/KH-UBND', 'Thực hiện Kế hoạch 1/KH-UBND.', [aCitation('1/KH-UBND')])
    expect(describeChain(one, [one, two]).toSorted()).toHaveLength(2)
  })

  test('a paper whose head cites nothing rests on whatever it cites', () => {
    const plain = aPaper('3/KH-UBND', 'Để triển khai nhiệm vụ, ban hành kế hoạch.', [aCitation('88/QĐ-UBND')])
    expect(describeChain(plain, [plain])).toEqual(['88/QĐ-UBND <-', '3/KH-UBND* <- 88/QĐ-UBND'])
  })
})
