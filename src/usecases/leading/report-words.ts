/** Words with {blanks}. */
type Words = string

type Form = {
  readonly underSubject: string | null
  /** How headings are numbered: "I. …" and "1. …", "I- …" and "1- …". */
  readonly section: Words
  readonly part: Words
  readonly nation: readonly string[]
  readonly mark: string | null
  readonly number: string
  readonly recipients: readonly string[]
  readonly signature: readonly string[]
}

/** Every word of reports, charts and calendars: prompts/report.vi.json. */
export type ReportWords = {
  readonly sheetName: string
  readonly title: string
  readonly subject: string
  readonly asOf: Words
  readonly columns: Readonly<Record<ReportColumnName, string>>
  readonly groups: Readonly<Record<'done' | 'open' | 'doneRate' | 'onTimeRate' | 'change', string>>
  readonly sum: string
  readonly neverReported: string
  readonly lastReport: Words
  readonly withEvidence: Words
  readonly notes: readonly string[]
  readonly carriedNote: Words
  readonly placeAndDay: Words
  readonly placeUnknown: string
  readonly issuerUnknown: string
  readonly forms: Readonly<Record<'state' | 'party', Form>>
  /** How names of party bodies begin. */
  readonly partyUnits: readonly string[]
  readonly placePrefixes: readonly string[]
  /** The sign of a body in the number of its papers, by how its name begins. */
  readonly symbols: Readonly<Record<string, string>>
  readonly symbolUnknown: string
  /** Above a committee of the Party stands the Party's organization of the place above. */
  readonly partyCommittees: readonly string[]
  readonly partyAbove: Words
  readonly outcome: OutcomeWords
  readonly chart: {
    readonly title: string
    readonly subtitle: Words
    readonly parts: Readonly<Record<'onTime' | 'late' | 'doneNoDeadline' | 'inTime' | 'overdue' | 'noDeadline', string>>
    readonly remark: Words
    readonly sum: string
    readonly others: Words
    readonly footer: Words
    readonly footerNone: string
    readonly compared: Words
  }
  readonly calendar: { readonly name: Words; readonly summary: Words; readonly description: Words }
}

type OutcomeSentence =
  | 'subject'
  | 'opening'
  | 'andMore'
  | 'noPlans'
  | 'toFill'
  | 'given'
  | 'done'
  | 'open'
  | 'rate'
  | 'moved'
  | 'plan'
  | 'duty'
  | 'dutyLate'
  | 'allDone'
  | 'noneAllDone'
  | 'worst'
  | 'noneOverdue'
  | 'neverReported'
  | 'settle'
  | 'concern'
  | 'concernTo'
  | 'noConcerns'

/** The words of "Báo cáo kết quả". */
export type OutcomeWords = Readonly<Record<OutcomeSentence, Words>> & {
  readonly sections: Readonly<Record<'lead' | 'results' | 'assessment' | 'ahead' | 'concerns', string>>
  readonly parts: Readonly<Record<'general' | 'perPlan' | 'strengths' | 'weaknesses' | 'causes', string>>
  readonly appendix: readonly string[]
}

/** The columns of "Tổng hợp theo đơn vị", in their order. */
export type ReportColumnName =
  | 'order'
  | 'unit'
  | 'total'
  | 'carried'
  | 'doneTotal'
  | 'doneOnTime'
  | 'doneLate'
  | 'doneNoDeadline'
  | 'openTotal'
  | 'openInTime'
  | 'openOverdue'
  | 'openNoDeadline'
  | 'doneRate'
  | 'doneRatio'
  | 'onTimeRate'
  | 'onTimeRatio'
  | 'doneChange'
  | 'overdueChange'
  | 'remark'

/** Words with their blanks filled; what is filled in is never looked at for blanks again. */
export function fillWords(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replaceAll(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`"${words}" needs {${name}}`)
    return String(value)
  })
}
