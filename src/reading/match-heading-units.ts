import { fold } from '../text/fold.ts'
import { matchUnitList, type FoundUnitName } from '../units/find-unit-names.ts'
import { spellUnitName } from '../units/spell-unit-name.ts'
import { findNameEnd } from './find-name-end.ts'
import type { SubjectUnit } from './find-subject.ts'
import { formatLonger } from './format-longer.ts'
import type { ReadingLexicon } from './lexicon.ts'
import { startsWithAny } from './phrase-start.ts'

// "… các xã, phường có rừng", "các chủ rừng là tổ chức".
const NARROWS = /^\s(?:co|noi|la|ven|giap|thuoc|truc thuoc)\s(?!trach nhiem|nhiem vu|y kien)[a-z ]{2,40}$/

/** The units of a heading that is nothing but units: "Sở Nội vụ", "Đề nghị Ban Tuyên giáo Tỉnh ủy (cơ quan thường trực …)". */
export function matchHeadingUnits(heading: string, lexicon: ReadingLexicon): readonly FoundUnitName[] | undefined {
  const folded = fold(heading)
  const from =
    /^(?:(?:kinh |tran trong )?(?:de nghi|[a-z]{1,2} nghi|giao|yeu cau|doi voi|trach nhiem cua|nhiem vu cua|phan cong)\s+)?/.exec(
      folded,
    )![0].length
  const list = matchUnitList(heading, from, lexicon.units, lexicon.words.verbs)
  if (!list) return undefined
  const rest = folded.slice(findNameEnd(folded, list.end))
  const isAll =
    /^[\s.:;,]*(?:(?:co|chiu) trach nhiem|co nhiem vu|thuc hien|trien khai)?(?:\s+(?:cac|mot so|nhung)?\s*(?:nhiem vu|noi dung|cong viec|cong tac)?\s*(?:sau|sau day|nhu sau|duoi day)?)?[\s.:;,]*$/.test(
      rest,
    )
  const tail = /^(\s\p{Ll}[^,.;:()]{2,60})(:?)$/u.exec(heading.slice(list.end).trimEnd())
  if (!isAll && tail && narrows(tail, folded, list.units) && !isVerbal(tail[1]!, lexicon))
    return formatLonger(list.units, tail[1]!).map((unit, index) => ({ ...list.units[index]!, ...unit }))
  return isAll || (/^,?\s/.test(rest) && rest.endsWith(':') && rest.length < 140 && /^,? *trong do/.test(rest))
    ? list.units
    : undefined
}

/** Whether the words behind the units narrow them down: before a colon, behind "Đối với", or behind a collective. */
function narrows([, words = '', colon]: RegExpExecArray, heading: string, units: readonly FoundUnitName[]): boolean {
  const isIntroduced = /^(?:doi voi|trach nhiem cua|nhiem vu cua)\s/.test(heading)
  return Boolean(colon) || isIntroduced || (units.at(-1)?.isCollective === true && NARROWS.test(fold(words)))
}

/** "… bị ảnh hưởng của bão:" narrows a name down, "… tổ chức:" or "… cần thực hiện:" does not. */
export function isVerbal(words: string, lexicon: ReadingLexicon): boolean {
  return (
    [...words.matchAll(/(?<!\scủa)\s(?=\p{L})/gu)].some(({ index }) =>
      startsWithAny(words.slice(index + 1), lexicon.words.verbs),
    ) || /\s(?:can|phai|se|la|da|duoc|chiu|co (?:trach nhiem|nhiem vu|y kien))\s/.test(`${fold(words)} `)
  )
}

/** "Các Sở, ban, ngành, UBND các huyện, thị xã, thành phố" as a heading is one collective, kept as written. */
export function nameHeadingUnits(
  units: readonly FoundUnitName[],
  heading: string,
  lexicon: ReadingLexicon,
): readonly SubjectUnit[] {
  const [first] = units
  const isOne =
    units.length > 1 && units.every(({ isCollective }) => isCollective) && /^(?:cac|moi) (?:so|phong|ban)\b/.test(fold(first!.name))
  return isOne ? [{ name: spellUnitName(heading.slice(first!.start, units.at(-1)!.end), lexicon.units) }] : units
}
