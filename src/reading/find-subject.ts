import { fold } from '../text/fold.ts'
import { matchUnitList, type FoundUnitName } from '../units/find-unit-names.ts'
import type { ReadingLexicon } from './lexicon.ts'
import { startsWithAny } from './phrase-start.ts'

/** Who is charged by a sentence itself, and where what they are charged with begins. */
export type Subject = {
  readonly units: readonly FoundUnitName[]
  readonly start: number
  readonly end: number
  readonly predicateAt: number
  readonly isRunIn: boolean
}

const LEAD_IN =
  /^(?:tren co so|can cu|trong qua trinh|doi voi|dinh ky|hang (?:nam|quy|thang|tuan)|hang nam|ngoai|theo|truoc ngay|cham nhat|de |nham|tu ngay|tu nam|sau khi|khi |trong truong hop|trong thoi gian|trong pham vi|neu |ke tu|trong nam|quy |thang |ngay sau|tiep tuc|dong thoi|rieng|mot so|nhan duoc|ubnd|uy ban|chu tich|thu tuong|ban thuong vu)/
const CUE = /(?:^|[\s,;:])(?:(?:kinh |tran trong )?de nghi|giao cho|giao|yeu cau|phan cong|chi dao|uy quyen cho)\s*:?\s+/g
const APPOSITION =
  /^\s*\([^)]{1,160}\)|^\s*[-–—]\s*(?:co quan|don vi)\s+thuong\s+truc\s[^,;.:]{3,120}?(?=\s(?:chu tri|co trach nhiem|chiu trach nhiem|phoi hop|tham muu|huong dan|xay dung|theo doi|can cu|chu dong)\s|$|:)/

/** The units that are charged by the paragraph's own words: at its start, after "giao", "đề nghị", or after a lead-in. */
export function findSubject(text: string, lexicon: ReadingLexicon): Subject | undefined {
  const folded = fold(text)
  const first = subjectAt(text, folded, 0, lexicon)
  if (first) return first
  const reach = Math.min(folded.length, 420)
  for (const cue of folded.slice(0, reach).matchAll(CUE)) {
    if (cue.index > 0 && !isCueOfIssuer(folded.slice(0, cue.index + 1), lexicon)) continue
    const found = subjectAt(text, folded, cue.index + cue[0].length, lexicon, true)
    if (found) return found
  }
  if (!LEAD_IN.test(folded)) return undefined
  for (const joint of folded.slice(0, reach).matchAll(/[,;:]\s+|\s(?=cac (?:co quan|so|don vi|bo|dia phuong|cap))/g)) {
    const found = subjectAt(text, folded, joint.index + joint[0].length, lexicon)
    if (found) return found
  }
  return undefined
}

// "UBND tỉnh yêu cầu", "Chủ tịch UBND huyện giao": before the cue stands whoever issues, or a lead-in.
function isCueOfIssuer(before: string, lexicon: ReadingLexicon): boolean {
  return !startsWithAny(before, lexicon.words.verbs) || LEAD_IN.test(before)
}

function subjectAt(text: string, folded: string, at: number, lexicon: ReadingLexicon, isCued = false): Subject | undefined {
  const list = matchUnitList(text, at, lexicon.units, lexicon.words.verbs)
  if (!list) return undefined
  let end = list.end
  for (;;) {
    const apposition = APPOSITION.exec(folded.slice(end))
    if (!apposition) break
    end += apposition[0].length
  }
  const rest = folded.slice(end)
  const gap = /^\s*[:,]?\s*/.exec(rest)![0]
  const predicate = rest.slice(gap.length)
  const isRunIn = gap.includes(':') && predicate !== ''
  if (isRunIn && at === 0) return { units: list.units, start: list.start, end, predicateAt: end + gap.length, isRunIn }
  const isPredicate = startsWithAny(predicate, lexicon.words.verbs) || /^(?:da |can |phai |se |duoc )/.test(predicate)
  if (!isPredicate && !(isCued && predicate.length < 3) && !(gap.includes(',') && LEAD_IN.test(predicate))) return undefined
  return { units: list.units, start: list.start, end, predicateAt: end + gap.length, isRunIn: false }
}

/** The units of a heading that is nothing but units: "Sở Nội vụ", "Đề nghị Ban Tuyên giáo Tỉnh ủy (cơ quan thường trực …)". */
export function matchHeadingUnits(heading: string, lexicon: ReadingLexicon): readonly FoundUnitName[] | undefined {
  const folded = fold(heading)
  const from = /^(?:(?:de nghi|giao|yeu cau|doi voi|trach nhiem cua|nhiem vu cua)\s+)?/.exec(folded)![0].length
  const list = matchUnitList(heading, from, lexicon.units, lexicon.words.verbs)
  if (!list) return undefined
  const rest = folded
    .slice(list.end)
    .replace(/\([^)]*\)/g, '')
    .replace(/^\s*[-–—]\s*(?:co quan|don vi)\s+thuong\s+truc.*$/, '')
  return /^[\s.:;,]*(?:co trach nhiem|chiu trach nhiem|co nhiem vu|trong do[^:]*)?[\s.:;,]*$/.test(rest) ||
    (/^[,:]/.test(rest) && /:$/.test(rest) && !startsWithAny(rest.slice(1).trim(), lexicon.words.verbs))
    ? list.units
    : undefined
}
