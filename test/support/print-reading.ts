import type { Reading } from '../../src/domain/plan.ts'

const printUnits = (units: Reading['duties'][number]['units']) =>
  units.map(({ name, role }) => `${role} ${name}`).join(' + ') || '-'

/** A reading as lines that a person can review: header, sections, duties with units and deadline, issues. */
export function printReading({ plan, sections, duties, issues }: Reading): string {
  return [
    `${plan.type} ${plan.number} | ${plan.issuer} | ${plan.place}, ${plan.issuedOn ?? plan.issuedOnRaw} | ${plan.signer?.title}, ${plan.signer?.name}`,
    `tiêu đề: ${plan.title}`,
    `nơi nhận: ${plan.recipients.join(' / ')}`,
    ...plan.citations.map((cited) => `viện dẫn: ${cited.type} ${cited.number}, ${cited.issuedOn}, ${cited.issuer}`),
    '',
    ...sections.map(({ path, heading, lines }) => `${path} [${lines.join('-')}] ${heading.slice(0, 70)}`),
    '',
    ...duties.flatMap(({ path, lines, text, units: charged, deadline, reporting }) => [
      `${path} [${lines.join('-')}] ${text.slice(0, 90)}`,
      `    ${printUnits(charged)} | ${deadline.kind} ${deadline.value ?? ''}${deadline.rrule ? ` ${deadline.rrule}` : ''}${reporting ? ` | báo cáo ${reporting.to}, qua ${reporting.via}, ${reporting.frequency}` : ''}`,
    ]),
    '',
    ...issues.map(({ code }) => `vấn đề: ${code}`),
    '',
  ].join('\n')
}
