import { findDay } from '../../dates/find-day.ts'
import type { Day } from '../../domain/calendar.ts'
import { fold } from '../../text/fold.ts'
import { findTarget, type Target } from './find-target.ts'

/** What a leader says to do; "approve", "reject" and "transfer" mean one thing or another by how the duty stands. */
export type Verb =
  | 'approve'
  | 'reject'
  | 'confirm'
  | 'return'
  | 'grant_extension'
  | 'refuse_extension'
  | 'accept_transfer'
  | 'refuse_transfer'
  | 'transfer'
  | 'stop'
  | 'resume'

/** One wish of a message: what to do, to which duties, until when, why. The words are those of the message. */
export type Wish = Target & {
  readonly verb: Verb
  /** The clause up to its reason, for the units that it names. */
  readonly words: string
  readonly until: Day | null
  readonly reason: string | null
}

const MORE_TIME = '(?:don )?(?:xin )?(?:gia han|lui(?: thoi)?(?: han)?|keo dai|them thoi gian)'
const AGREE = '(?:dong y|phe duyet|duyet|chap nhan|chap thuan|nhat tri|thong qua|cho phep|cho|ok|oke)'
const DENY =
  '(?:(?:khong|chua|ko|k) (?:dong y|phe duyet|duyet|chap nhan|chap thuan|nhat tri|cho phep|cho|the)|tu choi|bac|(?:khong|ko|k))'
const LINK = '(?: (?:cho|de nghi|viec|yeu cau|don|de xuat))*'

// Shapes see folded text; the first that fits decides.
const VERBS: readonly (readonly [Verb, string])[] = [
  ['refuse_extension', `${DENY}${LINK} ${MORE_TIME}`],
  ['refuse_transfer', `${DENY}${LINK} chuyen`],
  ['grant_extension', `${AGREE}${LINK} ${MORE_TIME}|gia han|lui han|lui thoi han`],
  ['accept_transfer', `${AGREE}${LINK} chuyen`],
  ['return', 'tra lai|tra ve|(?:khong|chua) dat|(?:yeu cau )?lam lai|yeu cau (?:bo sung|chinh sua|sua|lam ro|giai trinh)'],
  ['reject', '(?:khong|chua|ko) (?:dong y|phe duyet|duyet|xac nhan|chap nhan|cong nhan|nhat tri)|tu choi'],
  ['resume', '(?:cho )?(?:tiep tuc(?: thuc hien)?|mo lai|khoi phuc)|cho (?:lam|thuc hien) tiep'],
  ['confirm', 'xac nhan(?: da)?(?: hoan thanh)?|cong nhan(?: hoan thanh)?|cho hoan thanh'],
  ['approve', 'dong y|phe duyet|duyet|chap nhan|chap thuan|nhat tri|thong qua|ok|oke'],
  [
    'stop',
    '(?:cho )?(?:tam dung|dung|ngung|dinh chi)(?: thuc hien)?(?! (?:nhac|gui|thong bao|bao|lai))|thoi khong (?:lam|thuc hien)(?: nua)?',
  ],
  ['transfer', '(?:giao|chuyen|phan cong)(?: lai)?'],
]

const ADDRESS =
  '(?:(?:da|vang|u|uh|em|anh|chi|toi|minh|tui|dong chi|dc|a|oi|bot|ad|nho|giup|nay|thi|thoi|roi|ban|dondoc|cho (?:toi|minh|em|anh))[ ,]+)*'
// "Việc này chuyển Phòng Tài chính": what it is about may come first.
const TOPIC =
  '(?:(?:viec|cong viec|nhiem vu|nv|bao cao|cai)\\s+(?:nay|do|ay|kia|tren|so \\d{1,2}|\\d{1,2})[ ,:]+(?:thi )?(?:de nghi |cho )?)?'
const HEAD = new RegExp(`^\\s*${ADDRESS}(${TOPIC})(${VERBS.map(([, shape]) => shape).join('|')})(?![a-z])`)
const JOINT = /[;.\n]\s*|,\s*|\s(?:va|con|roi|dong thoi)\s+/g

/** The wishes of a message; none where it asks for nothing of the kind. */
export function readWishes(text: string, today: Day): Wish[] {
  const original = text.normalize('NFC')
  const folded = fold(original)
  if (/\?\s*$/.test(folded)) return []
  const starts = [0, ...[...folded.matchAll(JOINT)].map((match) => match.index + match[0].length)]
  const heads = starts.filter((start, index) => isHead(folded.slice(start), index === 0))
  if (heads[0] !== 0) return []
  return heads.map((start, index) => readWish(original.slice(start, heads[index + 1]), today))
}

/** A further clause is a wish of its own only where it says to what: "trả lại 2, yêu cầu bổ sung số liệu" is one. */
function isHead(folded: string, isFirst: boolean): boolean {
  const head = HEAD.exec(folded)
  if (!head) return false
  const clause = folded.slice(0, JOINT_ONLY.exec(folded)?.index)
  const target = findTarget(clause, head[0].length)
  return isFirst || target.numbers.length > 0 || target.refs.length > 0 || target.isAll
}

const JOINT_ONLY = /[;.\n:]/

function readWish(words: string, today: Day): Wish {
  const folded = fold(words)
  const head = HEAD.exec(folded)!
  const said = head[2]!
  const [verb] = VERBS.find(([, shape]) => new RegExp(`^(?:${shape})$`).test(said))!
  const target = findTarget(folded, head[0].length)
  const day = verb === 'grant_extension' || verb === 'approve' ? findDay(words, today) : undefined
  const { reason, at } = readReason(words, target.end, verb === 'transfer' || verb === 'accept_transfer')
  return { verb, words: words.slice(0, at), ...target, until: day?.day ?? null, reason }
}

const BECAUSE = /^[\s,;:–-]*(?:(?:vi|do|boi vi|boi|tai|ly do(?: la)?|la|rang|voi ly do)(?![a-z])[\s:,]*)*/
const SEPARATOR = /[,;:–]\s*|\s-\s|\s(?:vi|do|boi vi|ly do)(?![a-z])/

const OBJECT = /^\s*(?:cua|cho|sang|ve|den|toi|them|o|ben)(?![a-z])/

/** What follows the target, after a mark or "vì", or at once; and where it begins. */
export function readReason(words: string, end: number, isMarked = false): { readonly reason: string | null; readonly at: number } {
  const folded = fold(words)
  const rest = folded.slice(end)
  const from = SEPARATOR.exec(rest)?.index ?? (isMarked || OBJECT.test(rest) ? rest.length : 0)
  const begin = end + from + (BECAUSE.exec(rest.slice(from))?.[0].length ?? 0)
  const reason = words
    .slice(begin)
    .replace(/[\s.;,]+$/, '')
    .trim()
  const isReason = /\p{L}{2}/u.test(reason) && !POLITE.test(fold(reason))
  return { reason: isReason ? reason : null, at: isReason ? begin : words.length }
}

const POLITE = /^(?:(?:nhe|nha|a|em|anh|chi|di|luon|giup|ho|dc|dong chi|cho (?:em|anh|toi)|viec|nay|do|ay|nua|het|tat ca)[ .]*)+$/
