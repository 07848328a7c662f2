import { mayLead } from '../../domain/permission.ts'
import type { ReportKind } from '../../ports/report-links.ts'
import type { Signer } from '../../ports/signer.ts'
import type { World } from '../asked.ts'
import { makeReportFile, type Press } from '../leading/make-report-file.ts'
import { nameFile, parseFileToken } from './file-token.ts'

const TYPES: Readonly<Record<ReportKind, string>> = {
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** What a link to a report leads to. The right is looked at again: who no longer leads opens nothing. */
export async function openReportFile(
  token: string,
  world: Pick<World, 'library' | 'progress' | 'acts' | 'concerns' | 'officers' | 'clock'>,
  { signer, press }: { readonly signer: Signer; readonly press: Press },
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array } | undefined> {
  const link = parseFileToken(token, world.clock.now(), signer)
  if (!link) return undefined
  const officer = (await world.officers.all()).find(({ officer: { id } }) => id === link.officerId)?.officer
  if (!officer || !mayLead(officer)) return undefined
  const bytes = await makeReportFile(link.kind, { officer, at: link.at }, world, press)
  return { name: nameFile(link), type: TYPES[link.kind], bytes }
}
