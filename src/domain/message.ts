import type { Moment } from './calendar.ts'

/** Platforms by the name that prefixes every account, chat and event of theirs. */
export type Platform = 'telegram' | 'zalo-bot' | 'try' | 'terminal'

/** A raw event as it came, stored before it is understood. */
export type InboxEvent = {
  /** Unique: platform, bot and the platform's own id. */
  readonly key: string
  readonly platform: Platform
  /** "telegram:42": events of one chat are handled in order. */
  readonly chatId: string
  readonly body: string
  readonly receivedAt: Moment
}

/** A photo or a file as the platform keeps it; dondoc keeps where it is and not what is in it. */
export type SentFile = {
  readonly platform: Platform
  /** The platform's own id, where it has one. */
  readonly id: string | null
  /** Where the platform shows it, where that is an address. */
  readonly url: string | null
  readonly name: string | null
  /** "application/pdf" */
  readonly type: string | null
  /** In bytes. */
  readonly size: number | null
}

/** A message as dondoc sees it, whatever platform it came from. */
export type InboundMessage = {
  readonly platform: Platform
  readonly kind: 'text' | 'choice' | 'attachment' | 'unsupported' | 'blocked' | 'unblocked'
  readonly chat: { readonly id: string; readonly kind: 'private' | 'group' }
  /** Account id, "telegram:42". */
  readonly from: string
  /** NFC, mention stripped; for a choice the id that the button carried. */
  readonly text: string
  /** The photo or file that came, its caption being the text. */
  readonly file?: SentFile & { readonly kind: 'photo' | 'file' }
  /** Platform id of a button press that wants an answer. */
  readonly pressId?: string
  /** When the person sent it, where the platform says so: a late delivery keeps its day. */
  readonly sentAt?: Moment
}

/** A choice that can be pressed or typed: by its number or its words. */
export type Choice = {
  /** At most 40 ASCII characters: it fits Telegram's 64-byte callback data. */
  readonly id: string
  readonly label: string
}

/** What a platform can do; use cases look here and never at platform names. */
export type Capabilities = {
  readonly maxText: number
  readonly buttons: number
  /** How each kind of file goes out: as bytes, by its link, or shown by the platform's own page; what is missing goes as a link in the text. */
  readonly attaches?: Readonly<Partial<Record<AttachmentKind, 'bytes' | 'link' | 'page'>>>
}

/** reply and reminder may be sent again after an unknown outcome, a broadcast never. */
export type Urgency = 'reply' | 'reminder' | 'broadcast'

/** ready -> sending -> sent | unknown | failed. */
export type OutboxState = 'ready' | 'sending' | 'sent' | 'unknown' | 'failed'

/** A picture or office file that dondoc makes when it is sent, by the signed token that says which. */
export type AttachmentKind = 'png' | 'xlsx' | 'docx'

/** What goes out with a message; the file itself is made anew from the token, and always comes out the same. */
export type Attachment = {
  readonly kind: AttachmentKind
  readonly token: string
  /** "dondoc-2026-11-21.png" */
  readonly name: string
  /** Where it can be fetched, when the office has told its public address. */
  readonly link: string | null
}

/** A message on its way out, already rendered for its platform. */
export type OutboxMessage = {
  readonly id: string
  readonly platform: Platform
  readonly chatId: string
  readonly text: string
  readonly choices: readonly Choice[]
  readonly urgency: Urgency
  readonly state: OutboxState
  readonly attempts: number
  readonly notBefore: Moment
  readonly createdAt: Moment
  /** The broadcast, digest or press that it belongs to. */
  readonly cause: string | null
  readonly platformMessageId: string | null
  readonly error: string | null
  /** Goes out with the text as its caption. */
  readonly attachment?: Attachment | null
}
