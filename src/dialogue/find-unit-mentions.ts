import { fold } from '../text/fold.ts'
import type { UnitMention } from './intent.ts'
import { isSyllable } from './is-syllable.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import type { NormalizedMessage } from './normalized-message.ts'

/** Words from-to (exclusive) that mean a unit, with the mention in terms of what was typed. */
export type FoundUnit = { readonly from: number; readonly to: number; readonly mention: UnitMention }

/** Units named in a message: looked for in its full words first, then in what was typed, where abbreviations of names stand. */
export function findUnitMentions(
  message: NormalizedMessage,
  findUnits: (text: string) => readonly UnitMention[],
  lexicon: MessageLexicon,
): FoundUnit[] {
  const full = listByWords(message, findUnits)
  const typed = (isSpelledOut(message) ? [] : findUnits(message.original.replaceAll(TELLING, maskWord))).flatMap((mention) => {
    const from = message.words.findIndex((word) => word.end > mention.start)
    const to = message.words.findLastIndex((word) => word.start < mention.end) + 1
    return from >= 0 && to > from ? [{ from, to, mention }] : []
  })
  const further = typed.filter(({ from, to }) => !full.some((found) => found.from < to && from < found.to))
  return [...full, ...further].filter((unit) => !isOrdinary(unit, message, lexicon)).sort((one, other) => one.from - other.from)
}

/** "Phòng VH nói nv 3 xong": the verb of telling is no part of the name. */
const TELLING = /(?<!\p{L})(?:nói|kể|khoe|hứa|nhắn)(?!\p{L})/giu

/** A mark in the place of a word; the length stays. */
function maskWord(word: string): string {
  return ';'.padEnd(word.length)
}

/** Whether the full words are those that were typed: then looking once is enough. */
function isSpelledOut({ words, original }: NormalizedMessage): boolean {
  return words.every(({ text, start, end }) => original.slice(start, end).toLowerCase() === text)
}

/** "Đề nghị các xã", "giao Phòng Nội vụ", "cho em hoi don vi em": the word of asking is no part of the name. */
function isAddress(words: NormalizedMessage['words'], at: number): boolean {
  const [before, here, behind] = [words[at - 1]?.plain, words[at]?.plain, words[at + 1]?.plain]
  if (here === 'hoi')
    return words[at]!.text !== 'hội' && /^(?:xin|cho|toi|em|anh|chi|bac|co|chu|chau|minh|muon|can)$/.test(before ?? '')
  return (here === 'giao' && behind === 'cac') || ADDRESS.test(`${here} ${behind}`) || ADDRESS.test(`${before} ${here}`)
}

const ADDRESS = /^(?:de nghi|yeu cau|kinh gui)$/

const FEW = 3

/** Words that are something else in messages though a name may be near ("tóm tắt"), and "những đơn vị nào". */
function isOrdinary(
  { from, to, mention }: FoundUnit,
  { words }: NormalizedMessage,
  { vocabulary, pairs }: MessageLexicon,
): boolean {
  const said = words.slice(from, to).map(({ plain }) => plain)
  if (isOtherPhrase(words, to)) return true
  if (said.length <= FEW && mention.matches.length === 0 && !mention.isOwn && isFarFetched(said[0] ?? '', mention.derived?.name))
    return true
  if (said.length > 2) return false
  const joined = said.join(' ')
  return said.length === 1 ? vocabulary.has(joined) || hasPartner(from, words, pairs) : pairs.has(joined)
}

/** "Những đơn vị nào", "cơ quan ban hành". */
function isOtherPhrase(words: NormalizedMessage['words'], to: number): boolean {
  const behind = words[to]?.plain
  return behind === 'nao' || (words[to - 1]?.plain === 'ban' && behind === 'hanh')
}

/** A unit that is not registered is believed only when its kind was spelled right or abbreviated. */
function isFarFetched(said: string, name: string | undefined): boolean {
  return name !== undefined && isSyllable(said) && !fold(name).split(' ').includes(said)
}

function hasPartner(at: number, words: NormalizedMessage['words'], pairs: ReadonlySet<string>): boolean {
  return pairs.has(`${words[at - 1]?.plain} ${words[at]?.plain}`) || pairs.has(`${words[at]?.plain} ${words[at + 1]?.plain}`)
}

function listByWords(message: NormalizedMessage, findUnits: (text: string) => readonly UnitMention[]): FoundUnit[] {
  const starts: number[] = []
  let text = ''
  for (const word of message.words) {
    starts.push(text.length)
    // Capitals tell where a name goes on: "Trung tâm Y tế".
    const typed = message.original.slice(word.start, word.end)
    const said = typed.toLowerCase() === word.text ? typed : word.text
    text += `${isAddress(message.words, starts.length - 1) ? ',' : said} `
  }
  return findUnits(text.trimEnd().replaceAll(TELLING, maskWord)).flatMap((mention) => {
    const from = starts.findLastIndex((start) => start <= mention.start)
    const to = starts.findLastIndex((start) => start < mention.end) + 1
    const [first, last] = [message.words[from], message.words[to - 1]]
    if (!first || !last) return []
    const words = message.original.slice(first.start, last.end)
    return [{ from, to, mention: { ...mention, words, start: first.start, end: last.end } }]
  })
}
