import { describe, expect, test } from 'vitest'
import { NO_DEADLINE } from '../../../src/domain/deadline.ts'
import type { DutyReading, PlanHeader } from '../../../src/domain/plan.ts'
import { buildPlanUnits } from '../../../src/units/build-plan-units.ts'
import { unitLexicon } from '../../support/unit-lexicon.ts'

function aHeader(header: Partial<PlanHeader>): PlanHeader {
  const empty = {
    number: null,
    type: null,
    issuer: null,
    place: null,
    issuedOn: null,
    issuedOnRaw: null,
    subject: null,
    title: null,
    signer: null,
  }
  return { ...empty, recipients: [], citations: [], ...header }
}

function aDuty(...names: string[]): DutyReading {
  const units = names.map((name) => ({ name, role: 'assigned' as const }))
  return { path: '1', lines: [1, 1], text: '', quote: '', units, deadline: NO_DEADLINE, reporting: null, confidence: 1 }
}

describe('the units of a plan', () => {
  const header = aHeader({
    issuer: 'UBND huyện Bình Sơn',
    place: 'Bình Sơn',
    recipients: ['Như trên', 'Lưu: VT', 'Văn phòng Huyện ủy'],
  })
  const duty: DutyReading = {
    ...aDuty('Phòng Nội vụ', 'Các phòng, ban thuộc huyện'),
    reporting: { to: 'UBND tỉnh', via: 'Phòng Nội vụ', frequency: null },
  }

  test('issuer, charged units, report route and recipients, each once and at its place', () => {
    const { units, idOf } = buildPlanUnits(header, [duty], unitLexicon)
    expect(units.map(({ name, place }) => [name, place])).toEqual([
      ['UBND huyện', 'huyện Bình Sơn'],
      ['Phòng Nội vụ', 'huyện Bình Sơn'],
      ['Các phòng, ban thuộc huyện', 'huyện Bình Sơn'],
      ['UBND tỉnh', 'tỉnh Quảng Ngãi'],
      ['Văn phòng Huyện ủy', 'huyện Bình Sơn'],
    ])
    expect(idOf('Uỷ ban nhân dân huyện')).toBe(units[0]?.id)
  })

  test('a unit keeps its id in the plan of another level', () => {
    const ofDistrict = buildPlanUnits(header, [duty], unitLexicon)
    const ofProvince = buildPlanUnits(aHeader({ issuer: 'UBND tỉnh Quảng Ngãi' }), [aDuty('UBND huyện Bình Sơn')], unitLexicon)
    expect(ofProvince.idOf('UBND huyện Bình Sơn')).toBe(ofDistrict.idOf('UBND huyện'))
    expect(ofProvince.idOf('UBND tỉnh')).toBe(ofDistrict.idOf('UBND tỉnh'))
  })

  test('the same name in the plans of two places is two units', () => {
    const other = buildPlanUnits(aHeader({ issuer: 'Ban Thường vụ Huyện ủy Ninh Hải' }), [aDuty('UBND huyện')], unitLexicon)
    expect(other.idOf('UBND huyện')).not.toBe(buildPlanUnits(header, [duty], unitLexicon).idOf('UBND huyện'))
  })

  test('a central paper has units without a place', () => {
    const { units } = buildPlanUnits(aHeader({ issuer: 'Thủ tướng Chính phủ' }), [aDuty('Bộ trưởng Bộ Tài chính')], unitLexicon)
    expect(units.map(({ name, place, level }) => [name, place, level])).toEqual([
      ['Thủ tướng Chính phủ', null, 'central'],
      ['Bộ Tài chính', null, 'central'],
    ])
  })
})
