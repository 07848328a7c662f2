import type { MessageWord, NormalizedMessage } from './normalized-message.ts'

/** Words from-to (exclusive) that say for whom a report is made; the one meant stands from "who" on. */
export type FoundBehalf = { readonly from: number; readonly to: number; readonly who: number }

type Span = { readonly from: number; readonly to: number }

const PERSON = /^(?:anh|chi|em|co|chu|bac|ong|ba|cau|ban|thay|sep)$/
const RANKED =
  /^(?:dong chi|lanh dao|thu truong|pho chu tich|chu tich|bi thu|pho bi thu|truong phong|pho phong|pho truong phong|giam doc|pho giam doc|truong ban|pho ban|chanh van phong|sep)$/
const LONGEST_RANK = 3
/** What stands behind a person who is no name: work, a verb, a particle. */
const NO_NAME =
  /^(?:nhiem|viec|cong|tien|ket|bao|ghi|nhap|la|thi|voi|nhe|nha|a|di|cai|da|dang|chua|roi|xong|vao|luon|mot|so|nay|do|ay|oi|cho|de|phan|muc|tin|so|cap|gui|hoan|lam|duoc|dat|\d.*|@.*|[^a-z].*)$/

/** "Ghi hộ anh Nam", "báo cáo thay Phòng Nội vụ", "thay mặt đồng chí Hùng": who is spoken for, if anybody. */
export function findOnBehalf({ words, original }: NormalizedMessage, units: readonly Span[]): FoundBehalf | undefined {
  const isCapital = (at: number) => /^\p{Lu}/u.test(original.slice(words[at]?.start ?? original.length))
  for (let at = 0; at < words.length; at++) {
    const lead = readLead(words, at)
    if (lead === undefined) continue
    const to = readPerson(words, lead, units, isCapital)
    if (to !== undefined) return { from: at, to: skipColon(words, to), who: lead }
  }
  return undefined
}

/** "ghi hộ", "báo cáo thay cho", "thay mặt", "thừa lệnh": where the name begins. */
function readLead(words: readonly MessageWord[], at: number): number | undefined {
  const said = (from: number, count: number) =>
    words
      .slice(from, from + count)
      .map(({ plain }) => plain)
      .join(' ')
  if (/^(?:thay mat|thua lenh|theo uy quyen)$/.test(said(at, 2))) return at + 2 + Number(words[at + 2]?.plain === 'cho')
  const verb = /^(?:bao cao|cap nhat|xac nhan)$/.test(said(at, 2)) ? 2 : Number(/^(?:ghi|bao|nhap|gui|khai|nop)$/.test(said(at, 1)))
  if (verb === 0) return undefined
  const more = /^(?:tien do|bao cao|ket qua|so lieu)$/.test(said(at + verb, 2)) ? 2 : 0
  const next = at + verb + more
  if (!/^(?:ho|thay|dum|gium|giup|thay mat)$/.test(words[next]?.plain ?? '')) return undefined
  return next + 1 + Number(/^(?:cho|mat)$/.test(words[next + 1]?.plain ?? ''))
}

function readPerson(
  words: readonly MessageWord[],
  at: number,
  units: readonly Span[],
  isCapital: (at: number) => boolean,
): number | undefined {
  const unit = units.find(({ from }) => from === at)
  if (unit) return unit.to
  for (let count = LONGEST_RANK; count > 0; count--) {
    const rank = words
      .slice(at, at + count)
      .map(({ plain }) => plain)
      .join(' ')
    if (!RANKED.test(rank) && !(count === 1 && PERSON.test(rank))) continue
    const to = skipName(words, at + count, isCapital)
    return to > at + count || RANKED.test(rank) ? to : undefined
  }
  return undefined
}

const LONGEST_NAME = 4

/** A name has capitals where the writer uses them, and is one small syllable otherwise. */
function skipName(words: readonly MessageWord[], at: number, isCapital: (at: number) => boolean): number {
  let to = at
  while (
    to < at + LONGEST_NAME &&
    words[to] &&
    !NO_NAME.test(words[to]!.plain) &&
    (to === at || (isCapital(to) && isCapital(to - 1)))
  )
    to++
  return to
}

function skipColon(words: readonly MessageWord[], at: number): number {
  return /^[:,]$/.test(words[at]?.plain ?? '') ? at + 1 : at
}
