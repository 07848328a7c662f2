import { listStanding, type Evidence, type EvidenceItem } from '../../domain/evidence.ts'
import type { Phrase } from '../../domain/reply.ts'
import { formatDay, shorten } from '../answers/describe-duty.ts'

const LONGEST_CAPTION = 60

/** Evidence in words: papers and links by name, photos counted unless something was written with them. */
export function describeItems(items: readonly EvidenceItem[]): Phrase[] {
  const bare = items.filter((item) => item.kind === 'photo' && item.caption === null).length
  const named = items.filter((item) => item.kind !== 'photo' || item.caption !== null).map(describeItem)
  return bare > 0 ? [...named, { say: 'evidence-photos', with: { count: bare } }] : named
}

/** The evidence of a duty that stands, on one line; undefined where there is none. */
export function describeEvidence(log: readonly Evidence[]): Phrase | undefined {
  return joinPhrases(describeItems(listStanding(log).map(({ item }) => item)))
}

/** Phrases on one line, with semicolons between them. */
export function joinPhrases([first, ...others]: readonly Phrase[]): Phrase | undefined {
  return others.reduce<Phrase | undefined>(
    (left, right) => left && { say: 'evidence-and', with: { left: [left], right: [right] } },
    first,
  )
}

function describeItem(item: EvidenceItem): Phrase {
  switch (item.kind) {
    case 'document':
      return { say: 'evidence-document', with: { number: item.number, day: item.issuedOn ? formatDay(item.issuedOn) : '' } }
    case 'link':
      return { say: 'evidence-link', with: { url: item.url } }
    case 'photo':
      return { say: 'evidence-photo', with: { caption: shorten(item.caption ?? '', LONGEST_CAPTION) } }
    case 'file':
      return {
        say: 'evidence-file',
        with: { name: item.file.name ?? '', caption: shorten(item.caption ?? '', LONGEST_CAPTION) },
      }
  }
}
