import type { DutyReading, Issue, Lines, PlanHeader, Quality, Section } from '../domain/plan.ts'

/** Everything that could not be read, in words for officers. */
export function listIssues(
  plan: PlanHeader,
  sections: readonly Section[],
  duties: readonly DutyReading[],
  quality: Quality,
  messages: Readonly<Record<string, string>>,
): Issue[] {
  const issues: Issue[] = []
  const add = (code: string, lines: Lines, blanks: Readonly<Record<string, string>> = {}): void => {
    const message = (messages[code] ?? code).replace(/\{(\w+)\}/g, (_, blank: string) => blanks[blank] ?? '')
    issues.push({ lines, code, message })
  }
  if (!plan.number) add('number-unreadable', [1, 1])
  if (!plan.issuer) add('issuer-unreadable', [1, 1])
  if (!plan.type) add('type-unreadable', [1, 1])
  if (!plan.issuedOn) {
    if (plan.issuedOnRaw) add('issue-day-unreadable', [1, 1], { raw: plan.issuedOnRaw })
    else add('issue-day-missing', [1, 1])
  }
  if (!plan.signer?.name) add('signer-unreadable', [1, 1])
  if (plan.recipients.length === 0) add('recipients-missing', [1, 1])
  const seen = new Set<string>()
  for (const { path, lines } of sections) {
    if (seen.has(path) && !path.includes('.')) add('mark-repeated', lines, { path })
    seen.add(path)
  }
  if (duties.length === 0) add('no-duties', [1, 1])
  if (quality.score < 0.5) add('poor-scan', [1, 1])
  return issues
}
