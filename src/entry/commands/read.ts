import { existsSync } from 'node:fs'
import type { Reading } from '../../domain/plan.ts'
import { createPaperReaders, readPaperFile } from '../read-paper-file.ts'
import { explainRefusal } from './explain-refusal.ts'
import { parseWords, print, Refusal, tell, Usage, type Command } from './outcome.ts'

/** `read`: one paper as dondoc reads it, as a page for people or as JSON. */
export const read: Command = {
  usage: 'FILE [--json]',
  does: 'reads a paper into sections, duties, units and deadlines',
  run: async (words) => {
    const { values, positionals } = parseWords(words, {})
    const [file] = positionals
    if (!file) throw new Usage('read needs a file')
    if (!existsSync(file)) throw new Refusal(`${file}: no such file`)
    const result = await readPaperFile(file, createPaperReaders(), { tell })
    if ('refused' in result) throw new Refusal(`${file}: ${explainRefusal(result.refused)}`)
    const { reading } = result.paper
    const { plan, sections, duties, quality, issues } = reading
    if (values.json) return print({ plan, sections, duties, quality, issues })
    process.stdout.write(describeReading(reading))
  },
}

/** A page that a person can check at a glance: duty, unit, role, deadline, certainty, source lines. */
function describeReading({ plan, sections, duties, quality, issues }: Reading): string {
  const head = [
    `${plan.type ?? '?'} ${plan.number ?? '?'}  ${plan.issuer ?? '?'}  ${plan.issuedOn ?? `? (${plan.issuedOnRaw ?? '-'})`}`,
    plan.subject ?? '',
    `${quality.label} (${quality.score.toFixed(2)}) · ${sections.length} sections · ${duties.length} duties · ${duties.filter(({ units }) => units.length > 0).length} with units · ${duties.filter(({ deadline }) => deadline.kind !== 'none').length} with a deadline`,
  ]
  const lines = duties.map((duty) => {
    const units = duty.units.map(({ name, role }) => `${name} (${role})`).join(', ') || '-'
    const due =
      duty.deadline.kind === 'none' ? '-' : `${duty.deadline.asWritten ?? ''} [${duty.deadline.kind} ${duty.deadline.value ?? ''}]`
    return `${duty.path.padEnd(12)} ${String(duty.lines.join('-')).padEnd(9)} ${duty.confidence.toFixed(2)}  ${due}\n    ${units}\n    ${duty.text.replaceAll(/\s+/g, ' ').slice(0, 160)}`
  })
  const doubts = issues.map(({ lines: [from, to], code, message }) => `! ${from}-${to} ${code}: ${message}`)
  return `${[...head, '', ...lines, '', ...doubts].join('\n')}\n`
}
