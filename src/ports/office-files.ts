/** A cell of a report: a number stays a number, text is text as typed and never a formula. */
export type ReportCell = string | number

/** A column; columns that stand side by side with the same group have it as a heading above their own. */
export type ReportColumn = {
  readonly title: string
  readonly group: string | null
  /** In characters. */
  readonly width: number
  readonly isText: boolean
}

/** What stands above a paper: NĐ 30/2020 for the State, its own form for the Party. */
export type Letterhead = {
  readonly form: 'state' | 'party'
  /** The body above, where one is known. */
  readonly superior: string | null
  readonly issuer: string
  /** What stands alone below the issuer: a star for the Party, nothing for the State. */
  readonly mark: string | null
  readonly number: string
  /** Quốc hiệu and Tiêu ngữ, or the Party's name. */
  readonly nation: readonly string[]
  readonly placeAndDay: string
}

/** A paragraph of a report in words; headings stand above others. */
export type ReportParagraph = { readonly text: string; readonly level: 'section' | 'part' | 'text' }

/** A report in words, whose appendix the table is. */
export type ReportBody = {
  /** Trích yếu. */
  readonly subject: string
  readonly paragraphs: readonly ReportParagraph[]
  /** What stands above the appendix. */
  readonly appendix: readonly string[]
}

/** A table of a report with everything that stands around it, in the words in which it is printed. */
export type ReportSheet = {
  readonly name: string
  readonly letterhead: Letterhead
  readonly title: string
  readonly subtitle: readonly string[]
  /** What stands alone below the subject in the Party's form: a dash; the State draws a rule. */
  readonly underSubject: string | null
  /** Where a report is more than its table; a workbook leaves it out. */
  readonly body?: ReportBody
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly ReportCell[])[]
  readonly sum: readonly ReportCell[]
  readonly notes: readonly string[]
  /** Nơi nhận on the left, who signs on the right. */
  readonly recipients: readonly string[]
  readonly signature: readonly string[]
}

/** Writes a report as the files that offices work with. */
export type OfficeFiles = {
  /** .xlsx */
  readonly writeWorkbook: (sheet: ReportSheet) => Promise<Uint8Array>
  /** .docx */
  readonly writeDocument: (sheet: ReportSheet) => Promise<Uint8Array>
}
