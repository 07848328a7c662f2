import { describe, expect, test } from 'vitest'
import { isSamePaper } from '../../../../src/usecases/papers/is-same-paper.ts'
import { aPlanHeader } from '../../../support/builders.ts'

const WORDS = 'Phòng Nội vụ chủ trì, phối hợp với Công an huyện rà soát, tham mưu, báo cáo trước ngày 15 tháng 10.'
const SCANNED = 'Phong Noi vu chu tri, phoi hop voi Cong an hyen ra soat, tham mu, bao cao truoc ngay 15 thang 10.'

function paper(given: Parameters<typeof aPlanHeader>[0] = {}, restored = WORDS) {
  return { restored, plan: aPlanHeader(given) }
}

describe('two papers', () => {
  test.each([
    ['in the same words', paper()],
    ['scanned badly', paper({ number: null, issuedOn: null, issuer: null }, SCANNED)],
    ['with a misread number', paper({ number: '72/KH-UBND' })],
    ['with a number that is spaced otherwise', paper({ number: '12 / KH - UBND' })],
    ['with a misread issuer', paper({ issuer: 'UBND huyen Thu', place: 'Thu' })],
  ])('are one paper: %s', (_, other) => {
    expect(isSamePaper(paper(), other)).toBe(true)
  })

  test.each([
    ['of another year', paper({ number: '07/KH-UBND', issuedOn: '2027-01-10' })],
    ['of another office', paper({ issuer: 'UBND huyện Lâm Bình', place: 'Lâm Bình' })],
    ['in other words', paper({}, 'Sở Y tế tổ chức tiêm chủng mở rộng cho trẻ em ở các xã vùng cao trong quý I.')],
  ])('are two: %s', (_, other) => {
    expect(isSamePaper(paper(), other)).toBe(false)
  })
})
