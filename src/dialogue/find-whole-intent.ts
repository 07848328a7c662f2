import { matchGroup } from './message-lexicon.ts'
import type { Intent } from './intent.ts'
import { NO_SLOTS } from './list-slots.ts'
import { formatPlain } from './match-cues.ts'
import type { ReadMessage } from './read-message.ts'
import type { UnderstandContext } from './understand-context.ts'

const LINK_CODE = /^ (?:\/ start|(?:ma )?lien ket(?: tai khoan)?|ma)(?: [a-z]+){0,3}[ :]*(\d{6}) $/
const UNDO = /^ huy(?: (?:bo|di|em|anh|chi|luon|giup|bao cao|cap nhat|lenh|vua roi))* $/
const ALREADY = /^ roi(?: (?:roi|a|nhe|nha|em|anh|chi|sep))* $/
const LONE_CODE = /^ (\d{6}) $/

type Whole = (plain: string, read: ReadMessage, context: UnderstandContext) => Intent | undefined

const WHOLES: readonly Whole[] = [findLinkCode, findChosenNumber, findNextPage, findAnswer]

/** The intent of a message that is nothing but a control word: a link code, a number of a menu, "tiếp", "ghi", "hủy". */
export function findWholeIntent(read: ReadMessage, context: UnderstandContext): Intent | undefined {
  const plain = formatPlain(read.message.words).replaceAll(/ (?:[.!,…~]|\.{2,})(?= )/g, '')
  return WHOLES.map((find) => find(plain, read, context)).find(Boolean)
}

function findLinkCode(plain: string): Intent | undefined {
  const linkCode = (LINK_CODE.exec(plain) ?? LONE_CODE.exec(plain))?.[1]
  return linkCode ? { name: 'link_account', slots: { ...NO_SLOTS, linkCode }, certainty: 1 } : undefined
}

function findChosenNumber(plain: string, _read: ReadMessage, { conversation }: UnderstandContext): Intent | undefined {
  const digits = /^ (?:so |chon (?:so )?|phuong an )?(\d{1,2}) $/.exec(plain)?.[1]
  if (!digits) return undefined
  const isExpected = conversation !== undefined && (conversation.choices.length > 0 || conversation.shownDutyIds.length > 0)
  return { name: 'followup', slots: { ...NO_SLOTS, ordinals: [Number(digits)] }, certainty: isExpected ? 1 : 0.4 }
}

function findNextPage(plain: string, read: ReadMessage, { lexicon }: UnderstandContext): Intent | undefined {
  return isWholly(plain, 'next', lexicon) && read.refs.length === 0
    ? { name: 'next_page', slots: NO_SLOTS, certainty: 1 }
    : undefined
}

function findAnswer(plain: string, _read: ReadMessage, { lexicon, conversation }: UnderstandContext): Intent | undefined {
  // With nothing waiting, "hủy" takes the last report back.
  if (conversation?.pending === null && UNDO.test(plain)) return { name: 'undo_correct', slots: NO_SLOTS, certainty: 0.9 }
  // With nothing waiting, "rồi" tells that something is done.
  if (!conversation?.pending && ALREADY.test(plain)) return undefined
  if (isWholly(plain, 'yes', lexicon)) return { name: 'confirm_deny', slots: { ...NO_SLOTS, isYes: true }, certainty: 1 }
  return isWholly(plain, 'no', lexicon) ? { name: 'confirm_deny', slots: { ...NO_SLOTS, isYes: false }, certainty: 1 } : undefined
}

function isWholly(plain: string, group: string, lexicon: UnderstandContext['lexicon']): boolean {
  const bare = plain
    .replace(/^(?: (?:da|vang|u|o|toi|em|anh|chi|minh|thoi))+(?= .*[a-z])/, '')
    .replace(/(?: (?:a|nhe|nha|anh|chi|em|oi|ban|dong|bot|ad|nhi|vay))+ $/, ' ')
  return [plain, bare].some((text) =>
    [...text.matchAll(matchGroup(lexicon, group))].some((match) => match[0].length === text.length - 2),
  )
}
