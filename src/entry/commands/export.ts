import { writeFileSync } from 'node:fs'
import type { Moment } from '../../domain/calendar.ts'
import type { Officer } from '../../domain/officer.ts'
import type { Unit } from '../../domain/unit.ts'
import type { ReportKind } from '../../ports/report-links.ts'
import type { World } from '../../usecases/asked.ts'
import { makeHandOverFile } from '../../usecases/handing-over/make-hand-over-file.ts'
import { OPERATOR } from '../../usecases/leading/announce.ts'
import { makeReportFile } from '../../usecases/leading/make-report-file.ts'
import { openPress } from '../open-press.ts'
import { findNamedUnit } from './find-named-unit.ts'
import { openStandingOffice } from './open-command-office.ts'
import { parseWords, print, Usage, type Command } from './outcome.ts'

const KINDS = ['xlsx', 'docx', 'png'] as const satisfies readonly ReportKind[]

/** `export`: the table per unit, or what a unit hands over, as Excel or Word file; the table as a picture too. */
export const exportReport: Command = {
  usage: '--xlsx FILE | --docx FILE | --png FILE [--unit NAME] [--hand-over] [--db FILE]',
  does: 'writes the table per unit as .xlsx, as .docx with its heading, or as a chart; --unit: as the leader of that unit sees it; --hand-over: what that unit hands over',
  run: async (words) => {
    const { values } = parseWords(words, {
      xlsx: { type: 'string' },
      docx: { type: 'string' },
      png: { type: 'string' },
      unit: { type: 'string' },
      'hand-over': { type: 'boolean' },
    })
    const isHandOver = values['hand-over'] === true
    const wanted = KINDS.filter((kind) => values[kind])
    if (wanted.length === 0) throw new Usage('export needs --xlsx, --docx or --png with the file to write')
    if (isHandOver && (!values.unit || values.png)) throw new Usage('--hand-over needs --unit, and is written as --xlsx or --docx')
    const office = await openStandingOffice(values)
    const unit = values.unit ? await findNamedUnit(values.unit, office) : undefined
    const world = await office.openWorld()
    const at = world.clock.now()
    for (const kind of wanted) {
      const bytes = isHandOver && unit ? await writeHandOver(kind, unit, at, world) : await writeReport(kind, unit, at, world)
      writeFileSync(values[kind] ?? '', bytes)
    }
    office.storage.close()
    print({ asOf: world.clock.today(), files: wanted.map((kind) => values[kind]) })
  },
}

function writeReport(kind: ReportKind, unit: Unit | undefined, at: Moment, world: World): Promise<Uint8Array> {
  const officer: Officer = { ...OPERATOR, role: unit ? 'leader' : 'office', unitId: unit?.id ?? '' }
  return makeReportFile(kind, { officer, at }, world, openPress())
}

function writeHandOver(kind: ReportKind, unit: Unit, at: Moment, world: World): Promise<Uint8Array> {
  return makeHandOverFile(kind === 'docx' ? 'docx' : 'xlsx', { unit, at }, world, openPress())
}
