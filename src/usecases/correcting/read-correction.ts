import { parseDeadline } from '../../dates/parse-deadline.ts'
import type { Role } from '../../domain/plan.ts'
import { fold } from '../../text/fold.ts'

/** "Sửa việc 2: hạn 15/12/2026": the words that point at a duty, and those that say what it should be. */
export type CorrectionRequest = { readonly target: string; readonly wish: string }

/** One part of a duty that is to read otherwise; words are as typed. */
export type Edit =
  /** null = the paper sets no deadline. */
  | { readonly part: 'deadline'; readonly words: string | null }
  | { readonly part: 'units'; readonly how: 'set' | 'add' | 'remove'; readonly role: Role | null; readonly names: string }
  | { readonly part: 'text'; readonly words: string }

// Shapes see folded text, of the same length as the NFC original.
const HEAD = /^\s*(?:(?:de nghi|nho|xin|cho|giup) )?(?:sua|chinh sua|chinh|dinh chinh)(?: lai| doi)?(?: giup| ho| cho)?\s+/
const LABEL =
  /^((?:thoi )?han|(?:(?:don vi|co quan) )?(?:chu tri|phoi hop|thuc hien|duoc giao|nhan bao cao)|noi dung|cau chu)(?: (?:cua|o|tai))?\s+/
const TARGET = /^((?:viec|cong viec|nhiem vu|nv|muc|diem|khoan|phan|dieu|tiet|cau)\s+[^:\n]{0,80}?)\s*(?::|\s+thanh\s+|\s+la\s+)\s*/

/** A message that asks for another reading of a duty; whatever else is said about a duty is none. */
export function readCorrection(text: string): CorrectionRequest | undefined {
  const original = text.normalize('NFC').trim()
  const folded = fold(original)
  const head = HEAD.exec(folded)
  if (!head) return undefined
  const label = LABEL.exec(folded.slice(head[0].length))
  const from = head[0].length + (label?.[0].length ?? 0)
  const target = TARGET.exec(folded.slice(from))
  const to = from + (target?.[0].length ?? 0)
  if (!target || to >= original.length) return undefined
  const said = label?.[1] ? `${original.slice(head[0].length, head[0].length + label[1].length)} ` : ''
  return { target: original.slice(from, from + (target[1]?.length ?? 0)), wish: `${said}${original.slice(to)}` }
}

const NO_DEADLINE = /^(?:bo (?:thoi )?han|(?:khong|chua) (?:co |dat |ghi )?(?:thoi )?han)\s*\.?$/
const DEADLINE = /^(?:thoi )?han(?: chot| hoan thanh| bao cao| cuoi)?(?:\s*:|\s+la\b)?\s+/
const UNITS =
  /^(?:(them|bo)\s+)?(?:(?:don vi|co quan)\s+)?(chu tri|phoi hop|thuc hien|duoc giao|nhan bao cao)(?:\s*:|\s+la\b|\s+voi\b)?\s+/
const REMOVED = /^bo\s+(?:don vi|co quan)\s+/
const TEXT = /^(?:noi dung|cau chu)(?:\s*:|\s+la\b)?\s+/

const ROLES: Readonly<Record<string, Role>> = {
  'chu tri': 'lead',
  'phoi hop': 'coordinate',
  'thuc hien': 'assigned',
  'duoc giao': 'assigned',
  'nhan bao cao': 'report_to',
}

/** What a wish changes: parts that are named ("hạn …", "đơn vị chủ trì …"), a bare deadline, else the words of the duty. */
export function readEdits(wish: string): Edit[] {
  const parts = wish.split(/;\s*/).map((part) => readLabelled(part.trim()))
  const labelled = parts.flatMap((edit) => edit ?? [])
  return labelled.length === parts.length ? labelled : [{ part: 'text', words: wish.slice(TEXT.exec(fold(wish))?.[0].length ?? 0) }]
}

/** True where the words themselves say which part of a duty they are about. */
export function isLabelled(wish: string): boolean {
  return readEdits(wish).every(({ part }) => part !== 'text') || TEXT.test(fold(wish))
}

function readLabelled(part: string): Edit | undefined {
  const folded = fold(part)
  if (NO_DEADLINE.test(folded)) return { part: 'deadline', words: null }
  const deadline = DEADLINE.exec(folded)
  if (deadline) return { part: 'deadline', words: part.slice(deadline[0].length) }
  const removed = REMOVED.exec(folded)
  if (removed) return { part: 'units', how: 'remove', role: null, names: part.slice(removed[0].length) }
  const units = UNITS.exec(folded)
  if (units) {
    const [all, how, role = ''] = units
    const verb = how === 'them' ? 'add' : how === 'bo' ? 'remove' : 'set'
    return { part: 'units', how: verb, role: ROLES[role] ?? null, names: part.slice(all.length) }
  }
  const text = TEXT.exec(folded)
  if (text) return { part: 'text', words: part.slice(text[0].length) }
  return isBareDeadline(part) ? { part: 'deadline', words: part } : undefined
}

/** "trước ngày 15/12/2026": nothing but a time. */
function isBareDeadline(part: string): boolean {
  const { kind, asWritten } = parseDeadline(part, { issuedOn: null })
  return kind !== 'none' && (asWritten?.length ?? 0) >= part.length * 0.8
}
