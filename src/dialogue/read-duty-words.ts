import type { Claim } from './read-claim.ts'
import { findCue, type Cue } from './match-cues.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import type { MessageWord } from './normalized-message.ts'

// Where the words that name a duty end: time, reason, amount, particle.
const STOP = /^(?:%|:|\(|http.*|\d.*)$/

function findStop(words: readonly MessageWord[], { reports, pairs }: MessageLexicon): number {
  const stops = reports.get('stops') ?? []
  const isPaired = (at: number) => pairs.has(`${words[at]?.plain} ${words[at + 1]?.plain}`)
  return words.findIndex((word, at) => STOP.test(word.plain) || (!isPaired(at) && findCue(stops, [word]) !== undefined))
}

/** The words of a clause that name a duty: those before what is claimed, else those behind; undefined when none do. */
export function readDutyWords(words: readonly MessageWord[], claim: Claim, lexicon: MessageLexicon): MessageWord[] | undefined {
  const readings = [
    () => readSubject(words.slice(0, claim.from), lexicon, claim.by === 'done' ? WORK : TAILS),
    () => (claim.by === 'amount' ? readPredicate(words.slice(0, claim.from), lexicon) : []),
    () => (claim.by === 'partly' ? readObject(words.slice(claim.from + 1), lexicon) : []),
    // What is counted ("12/15 chi bộ") and what is lacking are no duties.
    () =>
      (claim.by === 'amount' && claim.percent === null) || claim.status === 'blocked' || claim.by === 'vague'
        ? []
        : readObject(words.slice(claim.to), lexicon),
    () =>
      /^(?:partly|doing|underway)$/.test(claim.by) ? trimWords(words.slice(claim.from + 1, claim.to), lexicon, ALL, WORK) : [],
  ]
  return readings.map((read) => read()).find(({ length }) => length > 0)
}

function readObject(words: readonly MessageWord[], lexicon: MessageLexicon): MessageWord[] {
  // "Cử 01 cán bộ": what is counted behind the verb belongs to it.
  const counted = countCounted(words)
  const stop = findStop(words.slice(counted), lexicon)
  return trimWords(stop < 0 ? words : words.slice(0, counted + stop), lexicon, ALL, TAILS)
}

/** The number that opens what was done, where enough is said behind it to name a duty: "02 lớp tập huấn chuyển đổi số". */
function countCounted(words: readonly MessageWord[]): number {
  const at = words.slice(0, 2).findIndex(({ plain }) => /^\d{1,3}$/.test(plain))
  const behind = words.slice(at + 1, at + 1 + FEWEST_COUNTED)
  return at >= 0 && behind.length === FEWEST_COUNTED && behind.every(({ plain }) => /^[a-z]/.test(plain)) ? at + 1 : 0
}

const FEWEST_COUNTED = 4

/** "Đã quán triệt đến 12/15 chi bộ": what was done names the duty. */
function readPredicate(words: readonly MessageWord[], lexicon: MessageLexicon): MessageWord[] {
  const from = findPredicate(words, lexicon) + 1
  const behind = words.slice(from)
  const stop = findStop(behind, lexicon)
  const said = stop < 0 ? behind : behind.slice(0, stop)
  const named = trimWords(said, lexicon, ALL, WORK)
  // "Họp triển khai": a verb by itself names nothing.
  return named.length === 1 ? trimWords(said, lexicon, ALL, TAILS) : named
}

/** "Hội nghị quán triệt: đã tổ chức" is about what stands before the colon, "báo cáo: hội nghị …" about what stands behind it. */
function readSubject(words: readonly MessageWord[], lexicon: MessageLexicon, tails: readonly string[]): MessageWord[] {
  const colon = words.findLastIndex(({ plain }) => plain === ':')
  const head = colon < 0 ? [] : trimWords(words.slice(0, colon), lexicon, TALK, TAILS)
  return head.length > 0 && !REPORTER.test(head.at(-1)!.plain) ? head : cutPredicate(words.slice(colon + 1), lexicon, tails)
}

/** "Đồn biên phòng báo: …" tells who reports. */
const REPORTER = /^(?:bao|nhan)$/

/** What was done begins here: "đã", "chưa"; the "mời" of "giấy mời" is none. */
function findPredicate(words: readonly MessageWord[], { pairs }: MessageLexicon): number {
  return words.findIndex(
    ({ text, plain }, at) =>
      AUXILIARY.test(plain) && (text === plain || AUXILIARY_TONED.test(text)) && !pairs.has(`${words[at - 1]?.plain} ${plain}`),
  )
}

const AUXILIARY = /^(?:da|dang|chua|van|moi|vua|cung|thi|duoc)$/
const AUXILIARY_TONED = /^(?:đã|dã|đang|chưa|vẫn|mới|vừa|cũng|thì|được|đươc|đuợc|đựơc|đựoc|dược)$/

/** "Hội nghị đã tổ chức" is about what stands before "đã". */
function cutPredicate(words: readonly MessageWord[], lexicon: MessageLexicon, tails: readonly string[]): MessageWord[] {
  const cut = findPredicate(words, lexicon)
  const subject = trimWords(cut < 0 ? words : words.slice(0, cut), lexicon, TALK, cut < 0 ? tails : TAILS)
  const isSpeaker = subject.length === 1 && SPEAKER.test(subject[0]!.plain)
  return isSpeaker || TIMED.test(subject.map(({ plain }) => plain).join(' ')) ? [] : subject
}

/** "Xã đã họp dân": who did it is no duty. */
const SPEAKER = /^(?:ben|xa|phuong|phong|so|ban|huyen|tinh|truong|thon|to|hoi|doan|tram|dai)$/

/** "Chiều thứ năm tuần rồi bên mình đã ký …": when it was done is no duty. */
const TIMED =
  /^(?:may|vai) (?:hom|ngay|bua|tuan|thang)(?: |$)|^(?:sang|trua|chieu|toi|hom|tuan|thang) (?:thu|nay|qua|kia|truoc|roi|hom|chu|vua|t\d|\d)/

// What opens a report is a part of the name at its end: "báo cáo …", but "cổng thông tin".
const TAILS = ['markers', 'vagueWords']
const TALK = ['openers', ...TAILS]
const ALL = [...TALK, 'genericVerbs']
const WORK = [...TAILS, 'genericVerbs']

/** Cuts groups of words off both ends until nothing more falls. */
function trimWords(
  words: readonly MessageWord[],
  lexicon: MessageLexicon,
  heads: readonly string[],
  tails: readonly string[],
): MessageWord[] {
  let kept = [...words]
  for (;;) {
    const before = kept.length
    for (const group of heads) kept = trimHead(kept, lexicon.reports.get(group) ?? [], lexicon)
    for (const group of tails) kept = trimTail(kept, lexicon.reports.get(group) ?? [])
    if (kept.length === before) return kept
  }
}

const LONGEST = 8
/** "Báo cáo năm đã gửi" speaks of a paper, "báo cáo: …" opens a report. */
const REPORT_NOUN = /^bao cao (?:@plan|nam|quy|thang|tuan|dinh ky|tong ket|so ket|chuyen de|giai doan|6 thang|9 thang|cuoi)(?: |$)/

function trimHead(words: MessageWord[], cues: readonly Cue[], { pairs }: MessageLexicon): MessageWord[] {
  if (REPORT_NOUN.test(words.map(({ plain }) => plain).join(' '))) return words
  for (let length = Math.min(LONGEST, words.length); length > 0; length--)
    if (isWhole(words.slice(0, length), cues) && !pairs.has(`${words[length - 1]!.plain} ${words[length]?.plain}`))
      return words.slice(length)
  return words
}

function trimTail(words: MessageWord[], cues: readonly Cue[]): MessageWord[] {
  for (let length = Math.min(LONGEST, words.length); length > 0; length--)
    if (isWhole(words.slice(-length), cues)) return words.slice(0, -length)
  return words
}

function isWhole(words: readonly MessageWord[], cues: readonly Cue[]): boolean {
  return cues.some((cue) => {
    const found = findCue([cue], words)
    return found?.from === 0 && found.to === words.length
  })
}
