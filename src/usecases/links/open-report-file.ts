import type { Officer } from '../../domain/officer.ts'
import { mayLead, maySeeProgress } from '../../domain/permission.ts'
import type { ReportKind } from '../../ports/report-links.ts'
import type { Signer } from '../../ports/signer.ts'
import type { World } from '../asked.ts'
import { makeHandOverFile, type HandOverPress } from '../handing-over/make-hand-over-file.ts'
import { makeReportFile, type Press } from '../leading/make-report-file.ts'
import { nameFile, parseFileToken, type FileLink } from './file-token.ts'

const TYPES: Readonly<Record<ReportKind, string>> = {
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** What a link to a report leads to. The right is looked at again: who no longer leads, or has left the unit, opens nothing. */
export async function openReportFile(
  token: string,
  world: World,
  { signer, press }: { readonly signer: Signer; readonly press: Press & HandOverPress },
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array } | undefined> {
  const link = parseFileToken(token, world.clock.now(), signer)
  if (!link) return undefined
  const officer = (await world.officers.all()).find(({ officer: { id } }) => id === link.officerId)?.officer
  const bytes = officer && (await makeFile(link, officer, world, press))
  return bytes && { name: nameFile(link), type: TYPES[link.kind], bytes }
}

function makeFile(
  { kind, handOverOf, at }: FileLink,
  officer: Officer,
  world: World,
  press: Press & HandOverPress,
): Promise<Uint8Array | undefined> | undefined {
  if (handOverOf === undefined) return mayLead(officer) ? makeReportFile(kind, { officer, at }, world, press) : undefined
  const unit = world.library.unitById.get(handOverOf)
  const isAllowed = unit && kind !== 'png' && maySeeProgress(officer, unit.id, world.library.unitById)
  return isAllowed ? makeHandOverFile(kind, { unit, at }, world, press) : undefined
}
