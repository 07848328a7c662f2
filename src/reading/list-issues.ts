import type { DutyReading, Issue, Lines, PlanHeader, Quality, Section } from '../domain/plan.ts'

type Parts = {
  readonly plan: PlanHeader
  readonly sections: readonly Section[]
  readonly duties: readonly DutyReading[]
  readonly quality: Quality
}
type Found = { readonly code: string; readonly lines?: Lines; readonly blanks?: Readonly<Record<string, string>> }

/** Everything that could not be read, in words for officers. */
export function listIssues({ plan, sections, duties, quality }: Parts, messages: Readonly<Record<string, string>>): Issue[] {
  const found: Found[] = [...listHeaderIssues(plan), ...listRepeatedMarks(sections)]
  if (duties.length === 0) found.push({ code: 'no-duties' })
  if (quality.score < 0.5) found.push({ code: 'poor-scan' })
  return found.map(({ code, lines = [1, 1], blanks = {} }) => ({
    lines,
    code,
    message: (messages[code] ?? code).replace(/\{(\w+)\}/g, (_, blank: string) => blanks[blank] ?? ''),
  }))
}

function listHeaderIssues(plan: PlanHeader): Found[] {
  const dayCode = plan.issuedOnRaw ? 'issue-day-unreadable' : 'issue-day-missing'
  const checks: readonly (readonly [isMissing: boolean, found: Found])[] = [
    [plan.number === null, { code: 'number-unreadable' }],
    [plan.issuer === null, { code: 'issuer-unreadable' }],
    [plan.type === null, { code: 'type-unreadable' }],
    [plan.issuedOn === null, { code: dayCode, blanks: { raw: plan.issuedOnRaw ?? '' } }],
    [!plan.signer?.name, { code: 'signer-unreadable' }],
    [plan.recipients.length === 0, { code: 'recipients-missing' }],
  ]
  return checks.flatMap(([isMissing, found]) => (isMissing ? [found] : []))
}

// Two items printed "6.": their lines tell them apart. Marks below them repeat with them.
function listRepeatedMarks(sections: readonly Section[]): Found[] {
  const seen = new Set<string>()
  return sections.flatMap(({ path, lines }): Found[] => {
    const isRepeated = seen.has(path) && !seen.has(`repeated ${path.split('.').slice(0, -1).join('.')}`)
    if (seen.has(path)) seen.add(`repeated ${path}`)
    seen.add(path)
    return isRepeated ? [{ code: 'mark-repeated', lines, blanks: { path } }] : []
  })
}
