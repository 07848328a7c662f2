import type { ConcernKind } from '../../domain/concern.ts'
import type { ProgressStatus } from '../../domain/progress.ts'
import { fold } from '../../text/fold.ts'

/** What a report finds hard or proposes, in its own words. */
export type SaidConcern = { readonly kind: ConcernKind; readonly text: string }

// Shapes see folded text. More time and another unit are asked for in ways of their own.
const PROPOSAL =
  /(?<![a-z])(?:kien nghi|de nghi|de xuat|dx kn|mong|can (?:huyen|tinh|cap tren|lanh dao|ubnd)|xin (?:ho tro|bo sung|cap|y kien|huong dan))(?![a-z])/
const ELSEWHERE = /(?<![a-z])(?:gia han|lui|keo dai|chuyen (?:viec|nhiem vu|sang|cho|phong|so|ubnd|cong an))(?![a-z])/
const DIFFICULTY =
  /(?<![a-z])(?:vuong|kho khan|kho|kkvm|kk|thieu|ket|tro ngai|chua co|khong co|khong du|chua du|chua duoc|do|vi|tac|bi|cham|mat)(?![a-z])/
const LABEL =
  /^(?:(?:con |dang |gap |nhung |mot so )*(?:kho khan|vuong mac|kien nghi|de xuat|kkvm|dx kn)(?:[ ,]*(?:va )?(?:kho khan|vuong mac|kien nghi|de xuat))*\s*(?::|-|la(?![a-z]))\s*)/

/** The parts of a report's note that are difficulties or proposals; what is neither is none. */
export function readConcerns(note: string | null, status: ProgressStatus): SaidConcern[] {
  if (note === null) return []
  const parts = splitParts(note)
  const kinds = parts.map((part) => kindOf(fold(part), status))
  // A note on what is blocked that names no cause is one as a whole.
  const isMute = status === 'blocked' && !kinds.includes('difficulty') && !kinds.includes('proposal')
  return parts.flatMap((part, index) => {
    const kind = kinds[index] ?? (isMute ? 'difficulty' : undefined)
    return kind ? [{ kind, text: bare(part) }] : []
  })
}

/** "Vướng kinh phí, đề nghị huyện hỗ trợ": a proposal behind a comma is a part of its own. */
function splitParts(note: string): string[] {
  const folded = fold(note.normalize('NFC'))
  const cuts = [...folded.matchAll(/[;\n]\s*|\.\s+|,\s*(?=(?:kien nghi|de nghi|de xuat|mong|kho khan|vuong)(?![a-z]))/g)]
  const bounds = [0, ...cuts.map(({ index, 0: mark }) => index + mark.length)]
  const ends = [...cuts.map(({ index }) => index), note.length]
  return bounds.map((start, part) => note.normalize('NFC').slice(start, ends[part]).trim()).filter((part) => /\p{L}/u.test(part))
}

function kindOf(folded: string, status: ProgressStatus): ConcernKind | undefined {
  if (ELSEWHERE.test(folded)) return undefined
  if (PROPOSAL.test(folded)) return 'proposal'
  return status === 'blocked' && DIFFICULTY.test(folded) ? 'difficulty' : undefined
}

function bare(part: string): string {
  const label = LABEL.exec(fold(part))?.[0].length ?? 0
  return (label < part.length ? part.slice(label) : part).replace(/[\s.]+$/, '')
}
