import type { Clause } from './find-clauses.ts'
import type { IntentName } from './intent.ts'
import { scoreOf } from './recognizers.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import { hasCue, type Claim } from './read-claim.ts'

/** Why a clause reports nothing although it speaks of work. */
export type Silence =
  | 'wished'
  | 'asked'
  | 'supposed'
  | 'heard'
  | 'told'
  | 'listed'
  | 'past'
  | 'acknowledged'
  | 'promised'
  | 'wanted'

const PAST = / da [^ ]| roi(?: (?:em|anh|chi|nhe|nha|do|day|dong chi))* $/

/** "Phải đến cuối tháng mới xong" expects. */
const LATER = / moi (?:co the )?(?:xong|hoan) /

type Rule = {
  readonly silence: Silence
  readonly isSo: (clause: Clause, claim: Claim | undefined, lexicon: MessageLexicon) => boolean
}

const RULES: readonly Rule[] = [
  { silence: 'wished', isSo: (clause, _, lexicon) => hasCue('wishes', clause, lexicon) },
  {
    silence: 'asked',
    isSo: (clause, claim, lexicon) =>
      clause.endedBy === '?' || (!isPlea(clause, claim) && !isDenial(clause, claim) && hasCue('question', clause, lexicon)),
  },
  { silence: 'supposed', isSo: (clause, _, lexicon) => hasCue('hypothetical', clause, lexicon) },
  { silence: 'past', isSo: (clause, claim, lexicon) => claim?.kind !== 'withdrawal' && hasCue('past', clause, lexicon) },
  {
    silence: 'heard',
    isSo: (clause, claim, lexicon) => !/^(?:withdrawal|dispute)$/.test(claim?.kind ?? '') && hasCue('hearsay', clause, lexicon),
  },
  {
    silence: 'acknowledged',
    isSo: (clause, _, lexicon) => !clause.plain.includes('@duty') && hasCue('acknowledged', clause, lexicon),
  },
  {
    silence: 'told',
    isSo: (clause, claim, lexicon) =>
      isOfWork(claim) &&
      !isOwnDelay(clause, claim) &&
      !LATER.test(clause.plain) &&
      !PAST.test(clause.plain) &&
      !(claim?.by === 'amount' && clause.plain.includes('@duty')) &&
      !hasCue('confirming', clause, lexicon) &&
      hasCue('instruction', clause, lexicon),
  },
  { silence: 'wanted', isSo: isWanted },
  {
    silence: 'listed',
    isSo: (clause, claim, lexicon) =>
      isOfWork(claim) && !clause.plain.includes('@duty') && !isHeaded(clause, claim) && hasCue('listing', clause, lexicon),
  },
  {
    silence: 'promised',
    isSo: (clause, claim, lexicon) =>
      claim?.status === 'done' &&
      !PAST.test(clause.plain) &&
      hasCue('future', clause, lexicon) &&
      !hasCue('expected', clause, lexicon),
  },
]

/** "Tổng hợp việc chưa xong", "hạn hoàn thành nv 5", "đồng ý cho gia hạn": a question or an order that names work. */
function isWanted(clause: Clause, claim: Claim | undefined, lexicon: MessageLexicon): boolean {
  if (isUndoing(clause, claim, lexicon)) return true
  if (claim?.kind === 'dispute') return false
  const isSure = (names: readonly IntentName[]) => names.some((name) => scoreOf(name, clause.words, lexicon) >= SURE)
  if (isToldOfWork(clause, claim) || isDenial(clause, claim)) return false
  if (isSure(clause.plain.includes('@duty') ? ['approve_return'] : ['out_of_scope', 'approve_return'])) return true
  if (claim === undefined) return isSure(ORDERS)
  if (isPlainlyReported(clause, claim)) return false
  return isSure(clause.plain.includes('@duty') ? OF_DUTIES : ASKING)
}

/** "Nv 5 bị trả lại", "chưa được phê duyệt", "duyệt được 8/20 bài của nv 4" tell of work in words of those who rule on it. */
function isToldOfWork({ plain }: Clause, claim: Claim | undefined): boolean {
  if (claim?.by === 'notDone' && / chua duoc /.test(plain)) return true
  if (claim?.by === 'done' && / (?:da|vua|moi) duoc /.test(plain)) return true
  return claim?.by === 'returned' || (claim?.by === 'amount' && plain.includes(' @duty '))
}

/** "Hủy báo cáo vừa rồi" takes back; "sửa nv 2 thành 70%" reports anew. */
function isUndoing({ plain, words }: Clause, claim: Claim | undefined, lexicon: MessageLexicon): boolean {
  const isNew = claim?.status === 'done' && / (?:thanh|la) /.test(plain)
  if (isNew || claim?.by === 'amount' || plain.includes('@duty')) return false
  return scoreOf('undo_correct', words, lexicon) >= SURE
}

function isPlainlyReported({ plain }: Clause, claim: Claim): boolean {
  return !isOfWork(claim) || PAST.test(plain) || /^(?:amount|vague)$/.test(claim.by) || OWN_LACK.test(plain)
}

/** "Bên em chưa tổng hợp": who speaks of what they have not done asks for nothing. */
const OWN_LACK = /^ (?:(?:@self|em|ben|toi|phong|hien|nay|van|con) )+chua /

const ORDERS: readonly IntentName[] = ['urge', 'broadcast', 'assign', 'approve_return', 'reminder_pref', 'export_report']

/** What is wanted of a duty that is named; "tiến độ nv 2: đang làm" and "nv 2 tổng hợp xong" report. */
const OF_DUTIES: readonly IntentName[] = ['deadline', 'assign', 'urge', 'cite_source', 'export_report', 'reminder_pref']
const ASKING: readonly IntentName[] = [
  'urge',
  'broadcast',
  'assign',
  'export_report',
  'reminder_pref',
  'unit_succession',
  'identity',
  'cite_source',
  'list_due',
  'deadline',
  'status_query',
  'summary',
  'who_responsible',
  'my_duties',
  'unit_duties',
  'help',
]

/** A score from which words are surely a question or an order. */
const SURE = 6

/** Why a clause with this claim reports nothing; undefined when it does report. */
export function matchSilence(clause: Clause, claim: Claim | undefined, lexicon: MessageLexicon): Silence | undefined {
  return RULES.find(({ isSo }) => isSo(clause, claim, lexicon))?.silence
}

/** "Xin dời sang thứ hai được không em" asks for time, it does not ask about it. */
function isPlea({ plain }: Clause, claim: Claim | undefined): boolean {
  return (
    claim?.kind === 'extension' &&
    (/^ (?:(?:a|anh|chi|em|bac) )?(?:xin|cho) /.test(plain) || plain.includes(' @duty ')) &&
    / duoc khong /.test(plain)
  )
}

/** "Đã có ai làm đâu", "xong gì mà xong" tell that nobody did. */
function isDenial({ plain }: Clause, claim: Claim | undefined): boolean {
  return (
    /^(?:notStarted|notDone)$/.test(claim?.by ?? '') &&
    / dau(?: [^ ]+)? $| (?:gi|dau) (?:ma )?(?:xong|hoan) | tuong (?:da )?(?:xong|hoan) | (?:biet|ro) (?:bao|khi|chung|luc|hom) | (?:chua|khong|chang) (?:[^ ]+ ){1,3}(?:nao|gi) /.test(
      plain,
    )
  )
}

/** "Nhiệm vụ 4 chưa hoàn thành đúng hạn": nobody orders what is not done. */
function isOwnDelay({ plain }: Clause, claim: Claim | undefined): boolean {
  return claim?.by === 'notDone' && / @duty /.test(plain)
}

/** "Rà soát danh sách: xong" names its duty and lists nothing. */
function isHeaded({ words }: Clause, claim: Claim | undefined): boolean {
  return words[(claim?.from ?? 0) - 1]?.plain === ':'
}

/** Instructions and lists speak of work done or not; of trouble and of more time only those speak who do the work. */
function isOfWork(claim: Claim | undefined): boolean {
  return claim?.kind === 'status' && claim.status !== 'blocked'
}
