import type { DeadlinePiece } from './deadline-piece.ts'
import { buildShape } from './fold-for-dates.ts'

const ONGOING = buildShape(
  '(?<!(?:chi|kinh phi|nguon|khong|hoat dong|nhiem vu|che do|vien) )thuong xuyen(?:,? (?:va )?(?:lien tuc|hang ngay|lau dai))?',
)
const ONGOING_PHRASE = buildShape('lien tuc|lau dai|thuong ky lien tuc|trong suot (?:qua trinh|thoi gian)[^.;]*|xuyen suot')
const PERIODIC = buildShape('dinh ky')

/** Thường xuyên, and "định kỳ" that does not say how often. */
export function listOngoing(folded: string, isPhrase: boolean): DeadlinePiece[] {
  const list = (shape: RegExp, piece: Omit<DeadlinePiece, 'start' | 'end'>) =>
    [...folded.matchAll(shape)].map((match) => ({ ...piece, start: match.index, end: match.index + match[0].length }))
  return [
    ...list(ONGOING, { kind: 'ongoing', value: 'ongoing', rrule: null }),
    ...(isPhrase ? list(ONGOING_PHRASE, { kind: 'ongoing', value: 'ongoing', rrule: null }) : []),
    ...list(PERIODIC, { kind: 'recurring', value: 'periodic', rrule: null }),
  ]
}
