import type { DeadlinePiece } from './deadline-piece.ts'
import { buildShape } from './fold-for-dates.ts'

const ONGOING = buildShape(
  '(?<!(?:chi|kinh phi|nguon|khong|hoat dong|nhiem vu|che do|vien) )thuong xuyen(?:,? (?:va )?(?:lien tuc|hang ngay|lau dai))?',
)
const ONGOING_PHRASE = buildShape('lien tuc|lau dai|thuong ky lien tuc|trong suot (?:qua trinh|thoi gian)[^.;]*|xuyen suot')
const PERIODIC = buildShape('(?<!(?:quyet|quy|xac|chi|khang) )dinh ky(?! (?:thuat|luat|nang|su|niem|ket|nghi))')

/** Thường xuyên, and "định kỳ" that does not say how often. */
export function listOngoing(folded: string, isPhrase: boolean): DeadlinePiece[] {
  const ongoing = [ONGOING, ...(isPhrase ? [ONGOING_PHRASE] : [])].flatMap((shape) => [...folded.matchAll(shape)])
  return [
    ...ongoing.map((match) => asPiece(match, 'ongoing', 'ongoing')),
    ...[...folded.matchAll(PERIODIC)].map((match) => asPiece(match, 'recurring', 'periodic')),
  ]
}

function asPiece(match: RegExpExecArray, kind: 'ongoing' | 'recurring', value: string): DeadlinePiece {
  return { kind, value, rrule: null, start: match.index, end: match.index + match[0].length }
}
