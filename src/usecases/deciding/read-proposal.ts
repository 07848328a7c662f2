import { fold } from '../../text/fold.ts'
import { findTarget, type Target } from './find-target.ts'
import { readReason } from './read-wishes.ts'

const NOT_OURS =
  /(?<![a-z])(?:khong|ko|k|hong) (?:phai|thuoc)(?: (?:la|viec|nhiem vu|chuc nang|tham quyen|trach nhiem|phan viec|linh vuc|cua|phan))* (?:cua )?(?:(?:don vi|phong|ben|co quan|so|ban|chung) )?(?:em|toi|minh|tui|chung toi|chung em|ta)(?![a-z])|(?<![a-z])(?:giao )?(?:nham|sai) don vi|ngoai (?:chuc nang|tham quyen|linh vuc)/
const MOVE =
  /(?<![a-z])(?:de nghi|xin|kien nghi|de xuat|nho)(?: (?:duoc|cho|anh|chi|em|lanh dao))* (?:chuyen|giao lai)(?! (?:tien|kinh phi|cong van|van ban|khoan|loi))(?: (?:viec|nhiem vu|nv|cho|sang|ve|qua|lai|nay|do|so|\d{1,2}))*/

// An officer who says "chuyển việc 3 sang Sở Tài chính" proposes it; a person within the unit gets it without anybody's leave.
const ORDER =
  /^\s*(?:(?:da|a|em|toi|minh|anh|chi|sep|oi|bot|thoi|cho|nho|giup|ghi)[ ,]+)*chuyen (?:lai )?(?:viec|nhiem vu|nv)(?: so)? ?(?:\d{1,2}|nay|do) (?:nay )?(?:sang|ve|qua|cho|den)(?! (?:anh|chi|em|dc|dong chi|ong|ba|co|chu|bac|tuan|thang|quy|nam)(?![a-z]))(?!.*(?:roi|xong)[ .]*$)/

/** "Việc này không phải của đơn vị em, đề nghị chuyển Phòng X": the duty that is pointed at, and the words that name the unit. */
export function readProposal(
  text: string,
  isOfficer: boolean,
): (Target & { readonly words: string; readonly reason: string | null }) | undefined {
  const words = text.normalize('NFC')
  const folded = fold(words)
  if (/\?\s*$/.test(folded)) return undefined
  const [notOurs, move] = [NOT_OURS.exec(folded), findMove(folded, isOfficer)]
  if (!move && !(notOurs && /(?<![a-z])(?:viec|nhiem vu|nv|cai) ?(?:nay|do|\d|so)/.test(folded))) return undefined
  const target = findTarget(folded, 0)
  const given = notOurs ? words.slice(notOurs.index, notOurs.index + notOurs[0].length) : null
  const { reason } = readReason(words.slice((move?.index ?? 0) + (move?.[0].length ?? 0)), 0, true)
  return { ...target, words, reason: given ?? reason }
}

function findMove(folded: string, isOfficer: boolean): RegExpExecArray | null {
  return MOVE.exec(folded) ?? (isOfficer ? ORDER.exec(folded) : null)
}
