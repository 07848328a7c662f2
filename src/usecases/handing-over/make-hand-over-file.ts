import { dayInVietnam, type Moment } from '../../domain/calendar.ts'
import type { Unit } from '../../domain/unit.ts'
import type { OfficeFiles } from '../../ports/office-files.ts'
import type { World } from '../asked.ts'
import { buildLetterhead } from '../leading/build-report.ts'
import type { ReportWords } from '../leading/report-words.ts'
import { buildHandOverSheet } from './build-hand-over-sheet.ts'
import { collectHandOver } from './collect-hand-over.ts'
import type { HandOverWords } from './hand-over-words.ts'

/** What makes the papers of a hand-over. */
export type HandOverPress = { readonly officeFiles: OfficeFiles; readonly words: ReportWords; readonly handOver: HandOverWords }

/** The hand-over of a unit as Word or Excel file, as it stood at a moment. */
export async function makeHandOverFile(
  kind: 'docx' | 'xlsx',
  { unit, at }: { readonly unit: Unit; readonly at: Moment },
  world: Pick<World, 'library' | 'progress' | 'acts' | 'concerns' | 'evidence' | 'officers' | 'clock' | 'holidays' | 'templates'>,
  { officeFiles, words, handOver }: HandOverPress,
): Promise<Uint8Array> {
  const asOf = dayInVietnam(at)
  const people = new Map((await world.officers.all()).map(({ officer }) => [officer.id, officer.name] as const))
  const letterhead = buildLetterhead(unit, world.library.unitById.get(unit.parentId ?? ''), asOf, words)
  const sheet = buildHandOverSheet(await collectHandOver(unit, at, world), {
    world: { ...world, clock: { now: () => at, today: () => asOf } },
    words: handOver,
    // Minutes, and not the report that the form otherwise is for.
    letterhead: { ...letterhead, number: letterhead.number.replace(/(?<=[/-])BC(?=[-/])|(?<=-)BC(?=\/)/, handOver.symbol) },
    nameOf: (officerId) => people.get(officerId) ?? undefined,
  })
  return kind === 'docx' ? officeFiles.writeDocument(sheet) : officeFiles.writeWorkbook(sheet)
}
