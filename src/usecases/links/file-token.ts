import { addMinutes, dayInVietnam, type Moment } from '../../domain/calendar.ts'
import type { ReportKind, ReportSubject } from '../../ports/report-links.ts'
import type { Signer } from '../../ports/signer.ts'

/** What a link to a report says: which file, for whom, as of when, and until when it opens. */
export type FileLink = ReportSubject & { readonly at: Moment; readonly expiresAt: Moment }

/** Links to reports open so long. */
export const LINK_LIVES_MINUTES = 24 * 60

const KINDS: readonly ReportKind[] = ['png', 'xlsx', 'docx']
const SIGNATURE = 40
const SHAPE = /^f((?:[0-9a-f]{2})+)([0-9a-f]{40})$/

/** A token of small letters and digits that nobody else can make; nothing in it is secret but its signature. */
export function buildFileToken({ kind, officerId, handOverOf, at }: Omit<FileLink, 'expiresAt'>, signer: Signer): string {
  const expiresAt = addMinutes(at, LINK_LIVES_MINUTES)
  const what = handOverOf === undefined ? kind : `${kind}:${handOverOf}`
  const text = [what, Date.parse(at).toString(36), Date.parse(expiresAt).toString(36), officerId].join(' ')
  return `f${toHex(text)}${signer.sign(text)}`
}

/** "dondoc-2026-11-21.xlsx", "ban-giao-2026-11-21.docx". */
export function nameFile({ kind, handOverOf, at }: Pick<FileLink, 'kind' | 'handOverOf' | 'at'>): string {
  return `${handOverOf === undefined ? 'dondoc' : 'ban-giao'}-${dayInVietnam(at)}.${kind}`
}

/** What a token says, when it was signed here and still opens. */
export function parseFileToken(token: string, now: Moment, signer: Signer): FileLink | undefined {
  const [, hex = '', signature = ''] = SHAPE.exec(token) ?? []
  if (signature.length !== SIGNATURE) return undefined
  const text = fromHex(hex)
  if (!signer.isSigned(text, signature)) return undefined
  const [what = '', at = '', expires = '', ...officer] = text.split(' ')
  const [kind, handOverOf] = what.split(':')
  const known = KINDS.find((each) => each === kind)
  const expiresAt = toMoment(expires)
  if (!known || now >= expiresAt) return undefined
  return { kind: known, officerId: officer.join(' '), ...(handOverOf ? { handOverOf } : {}), at: toMoment(at), expiresAt }
}

function toMoment(base36: string): Moment {
  return addMinutes('1970-01-01T00:00:00.000Z', Number.parseInt(base36, 36) / 60_000)
}

function toHex(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromHex(hex: string): string {
  return new TextDecoder().decode(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))
}
