import type { MessageWord } from './normalized-message.ts'

/** Words from-to (exclusive) that name a section, "mục 2.b" as "2.b". */
export type FoundSection = { readonly from: number; readonly to: number; readonly path: string }

const LEVEL = /^(?:muc|diem|khoan|phan|tiet|dieu)$/
const MARK = /^(?:[ivx]+|\d{1,2}|[a-zđ]|(?:[ivx]+|\d{1,2})(?:\.(?:\d{1,2}|[a-zđ]))+)$/
const LONE_PATH = /^(?:[ivx]+\.\d{1,2}(?:\.(?:\d{1,2}|[a-zđ]))*|\d{1,2}\.[a-zđ])$/

/** All sections named in a message: "mục 2.b", "điểm b mục 2", "mục III khoản 3", "III.3.2.a". */
export function findSections(words: readonly MessageWord[]): FoundSection[] {
  const found: FoundSection[] = []
  for (let at = 0; at < words.length; at++) {
    const levels = readLevels(words, at)
    if (levels.length > 0) {
      const to = at + 2 * levels.length
      found.push({ from: at, to, path: formatPath(levels) })
      at = to - 1
    } else if (LONE_PATH.test(words[at]!.plain)) found.push({ from: at, to: at + 1, path: formatMark(words[at]!.text) })
  }
  return found
}

type Level = { readonly name: string; readonly mark: string }

function readLevels(words: readonly MessageWord[], at: number): Level[] {
  const levels: Level[] = []
  for (let next = at; LEVEL.test(words[next]?.plain ?? '') && MARK.test(words[next + 1]?.plain ?? ''); next += 2)
    levels.push({ name: words[next]!.plain, mark: formatMark(words[next + 1]!.text) })
  return levels
}

// Officers name the smaller level first ("điểm b mục 2"), papers number the larger one first.
const RANK = ['phan', 'dieu', 'muc', 'khoan', 'diem', 'tiet']

function formatPath(levels: readonly Level[]): string {
  return [...levels]
    .sort((one, other) => RANK.indexOf(one.name) - RANK.indexOf(other.name))
    .map(({ mark }) => mark)
    .join('.')
}

function formatMark(mark: string): string {
  return mark.replace(/^[ivx]+(?=\.|$)/, (roman) => roman.toUpperCase())
}
