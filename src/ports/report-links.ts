import type { Attachment, AttachmentKind } from '../domain/message.ts'

/** The files that a report comes in: picture, Excel, Word. */
export type ReportKind = AttachmentKind

/** Which file: a report of the units that somebody sees, or what a unit hands over. */
export type ReportSubject = {
  readonly kind: ReportKind
  readonly officerId: string
  /** The unit whose work is handed over; absent for a report. */
  readonly handOverOf?: string
}

/** How report files reach people: with a message where the platform can, else by signed links under the office's public address. */
export type ReportLinks = {
  /** "https://bot.example.gov.vn"; null when the office has told none: then files only go where they can be sent. */
  readonly address: string | null
  readonly attach: (subject: ReportSubject) => Attachment
  /** Words by which people ask for each kind. */
  readonly kinds: Readonly<Record<ReportKind, readonly string[]>>
}
