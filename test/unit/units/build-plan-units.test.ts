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

  test('issuer, charged units, report route, recipients and those above them, each once and at its place', () => {
    const { units, idOf } = buildPlanUnits(header, [duty], unitLexicon)
    expect(units.map(({ name, place }) => [name, place])).toEqual([
      ['UBND huyện', 'huyện Bình Sơn'],
      ['Phòng Nội vụ', 'huyện Bình Sơn'],
      ['Các phòng, ban thuộc huyện', 'huyện Bình Sơn'],
      ['UBND tỉnh', 'tỉnh Quảng Ngãi'],
      ['Văn phòng Huyện ủy', 'huyện Bình Sơn'],
      ['Huyện ủy', 'huyện Bình Sơn'],
      ['Tỉnh ủy', 'tỉnh Quảng Ngãi'],
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

  test.each([
    ['Ninh Hải', '4-CV/HU', ['Ban Tuyên giáo'], 'huyện Ninh Hải'],
    ['Long Khánh', null, ['UBND thành phố', 'Phòng Nội vụ', 'UBND các xã, phường'], 'thành phố Long Khánh'],
    ['Cần Thơ', null, ['UBND thành phố', 'Sở Nội vụ', 'UBND các quận, huyện'], 'thành phố Cần Thơ'],
    ['Đồng Xoài', null, ['Sở Tài chính', 'Công an tỉnh', 'UBND các huyện, thị xã, thành phố'], 'tỉnh Bình Phước'],
    ['Đại Lộc', null, ['Công an huyện', 'Phòng Y tế', 'UBND tỉnh'], 'huyện Đại Lộc'],
    ['Bình Minh', null, ['Công an xã', 'Trạm Y tế xã', 'UBND huyện'], 'xã Bình Minh'],
  ])('%s over a paper without an issuer is told by the units it names', (place, number, names, home) => {
    const { units, idOf } = buildPlanUnits(aHeader({ place, number }), [aDuty(...names)], unitLexicon)
    const first = units.find(({ id }) => id === idOf(names[0]!))
    expect(first?.place?.split(', ')[0]).toBe(home)
  })

  test('what a bad scan made of a place or a recipient is no place and no unit', () => {
    const damaged = aHeader({
      issuer: 'UBND huyện Đại Lộc',
      recipients: ['UBND tỉnh Kính gửi', 'Các Ban XDĐ Huy@i ủy', 'Văn phòng Huy0 ủy', 'Các đ1c UV'],
    })
    const { units } = buildPlanUnits(damaged, [aDuty('Ban Thường vụ Huyện ủy UBND', 'Công an huyện Đại Lộc')], unitLexicon)
    expect(new Set(units.map(({ place }) => place))).toEqual(new Set(['huyện Đại Lộc', 'tỉnh Quảng Nam']))
    expect(units.map(({ name }) => name)).not.toContainEqual(expect.stringMatching(/Huy@|Huy0|đ1c/))
  })

  test('leaders of the UBND and of the cấp ủy find their units below them', () => {
    const names = [
      'Công an huyện',
      'Trung tâm Văn hóa',
      'Huyện đoàn',
      'Ban Tuyên giáo Huyện ủy',
      'UBND xã Tam Hòa',
      'Ban Chỉ đạo 35',
    ]
    const { units, idOf } = buildPlanUnits(aHeader({ issuer: 'UBND huyện Đại Lộc' }), [aDuty(...names)], unitLexicon)
    const parentOf = (name: string) => units.find(({ id }) => id === idOf(name))?.parentId
    const people = idOf('UBND huyện')
    const party = idOf('Huyện ủy')
    expect(names.map(parentOf)).toEqual([people, people, party, party, people, people])
    expect(parentOf('UBND huyện')).toBe(idOf('UBND tỉnh Quảng Nam'))
    expect(units.map(({ id }) => id)).toEqual(expect.arrayContaining([people, party, idOf('UBND tỉnh Quảng Nam')]))
  })
})
