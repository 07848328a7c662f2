import type { Day, Moment } from './calendar.ts'
import type { Deadline } from './deadline.ts'

/** First and last source line, 1-based, both included. */
export type Lines = readonly [first: number, last: number]

/** Văn bản viện dẫn: a paper that the plan cites. */
export type Citation = {
  readonly number: string | null
  readonly type: string | null
  readonly issuedOn: Day | null
  readonly issuer: string | null
}

/** What stands at the head and the foot of the paper; null is "not there or not readable", never a guess. */
export type PlanHeader = {
  readonly number: string | null
  readonly type: string | null
  readonly issuer: string | null
  readonly place: string | null
  readonly issuedOn: Day | null
  readonly issuedOnRaw: string | null
  readonly subject: string | null
  readonly title: string | null
  readonly signer: { readonly name: string | null; readonly title: string | null } | null
  readonly recipients: readonly string[]
  readonly citations: readonly Citation[]
}

/** Mục: a numbered or lettered level; path joins the printed marks, "III.3.2.a". */
export type Section = { readonly path: string; readonly heading: string; readonly lines: Lines }

/** A paragraph of the restored text, for "what does the plan say about ...". */
export type Passage = { readonly path: string; readonly lines: Lines; readonly text: string }

/** lead = chủ trì, coordinate = phối hợp, assigned = charged without "chủ trì", report_to = receives the report. */
export type Role = 'lead' | 'coordinate' | 'assigned' | 'report_to'

/** Tuyến báo cáo: to whom, through whom (qua), how often. */
export type Reporting = { readonly to: string; readonly via: string | null; readonly frequency: string | null }

/** Nhiệm vụ as it was read from a paper. */
export type DutyReading = {
  readonly path: string
  readonly lines: Lines
  /** Restored and complete. */
  readonly text: string
  /** As in the source, byte for byte. */
  readonly quote: string
  readonly units: readonly { readonly name: string; readonly role: Role }[]
  readonly deadline: Deadline
  readonly reporting: Reporting | null
  readonly confidence: number
}

/** score 0..1; label is what officers see, "bản quét kém". */
export type Quality = { readonly score: number; readonly label: string }

/** Something that could not be read, told instead of guessed. */
export type Issue = { readonly lines: Lines; readonly code: string; readonly message: string }

/** Kết quả đọc: everything that reading found in one paper. */
export type Reading = {
  readonly plan: PlanHeader
  readonly sections: readonly Section[]
  readonly duties: readonly DutyReading[]
  readonly passages: readonly Passage[]
  readonly quality: Quality
  readonly issues: readonly Issue[]
}

/** Kế hoạch: a paper that the office has loaded, with the bytes it came in. */
export type Plan = Reading & {
  /** pln_ and the first 12 hex digits of the source's SHA-256. */
  readonly id: string
  readonly slug: string
  /** The source as received; quotes are parts of it. */
  readonly source: string
  /** Restored text, line for line with the source. */
  readonly restored: string
  readonly importedAt: Moment
  /** Another loaded plan that is the same paper in a better copy. */
  readonly witnessOf: string | null
}
