import type { FoundRef } from './found-ref.ts'
import type { MessageWord } from './normalized-message.ts'
import { readNumbers } from './read-duty-numbers.ts'

const PAUSE = '(?:o|a|u|y|e|um|om|ua|ay|chet|khoan|xin loi|sorry)'
const SLIP = '(?:nham|lon|quen|sai|noi (?:nham|lai|lon))'
/** "ờ không phải", "à nhầm", "quên": between a number and the one that is meant. */
const TAKEN_BACK = new RegExp(`^(?:(?:${PAUSE} )+(?:khong(?: phai)?|${SLIP})|${SLIP})(?: (?:roi|la|phai la|mat))* $`)
const DENIED = /^(?:khong phai|dau phai)(?: la)? $/
const MEANT = /^(?:moi dung|moi phai|moi la dung)(?= |$)/

/** References of which the speaker took one back in the same breath: "nhiệm vụ ba ờ không phải nhiệm vụ bốn mới đúng" is the fourth. */
export function mendDutyRefs(words: readonly MessageWord[], found: readonly FoundRef[]): FoundRef[] {
  const mended: FoundRef[] = []
  for (const ref of found) {
    const last = mended.at(-1)
    const to = last && isTakenBack(words, last.to, ref) ? ref.to + countMeant(words, ref.to) : undefined
    if (last && to !== undefined) mended.splice(-1, 1, { ...ref, from: last.from, to })
    else mended.push(ref)
  }
  return mended.map((ref) => mendByNumber(words, ref, found))
}

function isTakenBack(words: readonly MessageWord[], from: number, ref: FoundRef): boolean {
  const between = formatBetween(words, from, ref.from)
  return TAKEN_BACK.test(between) || (DENIED.test(between) && countMeant(words, ref.to) > 0)
}

const FARTHEST = 5

/** "Nhiệm vụ ba à không bốn": only the number is said again. */
function mendByNumber(words: readonly MessageWord[], ref: FoundRef, found: readonly FoundRef[]): FoundRef {
  for (let at = ref.to + 1; at <= ref.to + FARTHEST && at < words.length; at++) {
    if (found.some(({ from, to }) => from <= at && at < to)) return ref
    const numbers = readNumbers(words[at])
    if (numbers.length === 0) continue
    const isOther = /^(?:%|phan|chuc|\/|[a-z]*\d)/.test(words[at + 1]?.plain ?? '')
    const isMended = !isOther && TAKEN_BACK.test(formatBetween(words, ref.to, at))
    return isMended && isClaimed(words, at + 1) ? { ...ref, numbers, to: at + 1 + countMeant(words, at + 1) } : ref
  }
  return ref
}

/** What follows is said of a duty, and no unit of what is counted. */
function isClaimed(words: readonly MessageWord[], at: number): boolean {
  return /^(?:moi|xong|hoan|da|dang|chua|gan|sap|bi|vuong|duoc|dat|xin|thi)$/.test(words[at]?.plain ?? '')
}

function countMeant(words: readonly MessageWord[], at: number): number {
  const behind = words
    .slice(at, at + 3)
    .map(({ plain }) => plain)
    .join(' ')
  return MEANT.exec(behind)?.[0].split(' ').length ?? 0
}

function formatBetween(words: readonly MessageWord[], from: number, to: number): string {
  const said = words.slice(from, to).filter(({ plain }) => plain !== ',')
  return said.map(({ plain }) => `${plain} `).join('')
}
