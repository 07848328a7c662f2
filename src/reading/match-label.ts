import { fold } from '../text/fold.ts'
import type { LabelKind, ReadingWords } from './lexicon.ts'

/** A labelled line of a block, "Cơ quan chủ trì: Sở Nội vụ." */
export type Label = { readonly kind: LabelKind; readonly value: string }

const KINDS: readonly LabelKind[] = ['lead', 'coordinate', 'assigned', 'deadline', 'content', 'other']
const BARE_DEADLINE =
  /^(?:hoan thanh|thoi gian(?: thuc hien| hoan thanh)?|thoi han(?: hoan thanh)?|xong)\s+(?:truoc|trong|cham nhat|vao|sau|tu|den|quy|thang|nam|dinh ky|thuong xuyen|hang)\b[^;]{0,170}$/

const ALL_ABOVE =
  /^(?:thoi gian )?(?:hoan thanh|thuc hien|bao cao ket qua) (?:cac |tat ca )*(?:noi dung|nhiem vu|cong viec|viec)[^.;:,]{0,20} (?:tren|neu tren|nay)\s+(?:truoc|trong|cham nhat|xong)[^;.]{3,80}[.;]?$/

/** The label that a paragraph starts with, if it is a labelled line or a deadline on a line of its own. */
export function matchLabel(text: string, words: ReadingWords): Label | undefined {
  const colon = text.indexOf(':')
  if (colon > 0 && colon < 60) {
    const name = fold(text.slice(0, colon))
      .replace(/\([^)]*\)/g, '')
      .replace(/[^\p{L}\p{N}, ]/gu, '')
      .trim()
      .replace(/\s+/g, ' ')
    const known = KINDS.find((kind) => words.labels[kind].some((label) => fold(label) === name))
    const kind = known ?? (/^(?:thoi gian|thoi han|tien do) (?:\S+ ?){1,6}$/.test(name) ? 'deadline' : undefined)
    if (kind) return { kind, value: text.slice(colon + 1).trim() }
  }
  const folded = fold(text)
  // "Hoàn thành các nội dung nêu trên trước ngày 31/12/2025."
  if (ALL_ABOVE.test(folded)) return { kind: 'deadline', value: text }
  return BARE_DEADLINE.test(folded) && folded.length < 200 && !/[.;]\s+\p{L}/u.test(folded)
    ? { kind: 'deadline', value: text }
    : undefined
}

/** The labels of one paragraph: "Đơn vị chủ trì: Sở A; đơn vị phối hợp: Sở B. Thời gian hoàn thành: quý II/2026." */
export function splitLabel(label: Label, words: ReadingWords): Label[] {
  const starts = [...label.value.matchAll(/(?<=[.;])\s+(?=\p{L}[^:.;]{2,50}:)/gu)].flatMap(({ index, 0: gap }) => {
    const next = matchLabel(label.value.slice(index + gap.length), words)
    return next ? [{ index, next }] : []
  })
  const ends = [...starts.map(({ index }) => index), label.value.length]
  return [
    { ...label, value: label.value.slice(0, ends[0]).trim() },
    ...starts.map(({ next }, at) => ({
      ...next,
      value: next.value.slice(0, next.value.length - (label.value.length - ends[at + 1]!)).trim(),
    })),
  ]
}

/** The labels inside a duty's own words: "… (thời gian hoàn thành: tháng 9/2025; cơ quan chủ trì: Sở Nội vụ)". */
export function findLabels(text: string, words: ReadingWords): Label[] {
  const [first] = [...text.matchAll(/(?<=[.;(])\s*(?=\p{L}[^:.;()]{2,50}:)/gu)].flatMap(({ index, 0: gap }) => {
    const end = text.slice(index).indexOf(')')
    const label = matchLabel(text.slice(index + gap.length, text[index - 1] === '(' && end > 0 ? index + end : undefined), words)
    return label ? [label] : []
  })
  return first ? splitLabel(first, words) : []
}
