import { writeFileSync } from 'node:fs'
import type { Officer } from '../../domain/officer.ts'
import type { ReportKind } from '../../ports/report-links.ts'
import { makeReportFile } from '../../usecases/leading/make-report-file.ts'
import { openPress } from '../open-press.ts'
import { findNamedUnit } from './find-named-unit.ts'
import { openStandingOffice } from './open-command-office.ts'
import { parseWords, print, Usage, type Command } from './outcome.ts'

const KINDS = ['xlsx', 'docx', 'png'] as const satisfies readonly ReportKind[]

/** `export`: the table per unit as Excel or Word file, or as a picture. */
export const exportReport: Command = {
  usage: '--xlsx FILE | --docx FILE | --png FILE [--unit NAME] [--db FILE]',
  does: 'writes the table per unit as .xlsx, as .docx with its heading, or as a chart; --unit: as the leader of that unit sees it',
  run: async (words) => {
    const { values } = parseWords(words, {
      xlsx: { type: 'string' },
      docx: { type: 'string' },
      png: { type: 'string' },
      unit: { type: 'string' },
    })
    const wanted = KINDS.filter((kind) => values[kind])
    if (wanted.length === 0) throw new Usage('export needs --xlsx, --docx or --png with the file to write')
    const office = await openStandingOffice(values)
    const unit = values.unit ? await findNamedUnit(values.unit, office) : undefined
    const officer: Officer = {
      id: 'off_operator',
      name: null,
      role: unit ? 'leader' : 'office',
      unitId: unit?.id ?? '',
      isActive: true,
    }
    const world = await office.openWorld()
    const at = world.clock.now()
    for (const kind of wanted) {
      writeFileSync(values[kind] ?? '', await makeReportFile(kind, { officer, at }, world, openPress()))
    }
    office.storage.close()
    print({ asOf: world.clock.today(), files: wanted.map((kind) => values[kind]) })
  },
}
