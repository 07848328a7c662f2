/** The files that a report comes in: picture, Excel, Word. */
export type ReportKind = 'png' | 'xlsx' | 'docx'

/** How report files reach people: by signed links, where the office has told its public address. */
export type ReportLinks = {
  /** "https://bot.example.gov.vn" */
  readonly address: string
  readonly linkTo: (kind: ReportKind, officerId: string) => string
  /** Words by which people ask for each kind. */
  readonly kinds: Readonly<Record<ReportKind, readonly string[]>>
}
