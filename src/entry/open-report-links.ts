import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSigner } from '../adapters/system/create-signer.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { ReportLinks } from '../ports/report-links.ts'
import type { Storage } from '../ports/storage.ts'
import { buildFileToken, nameFile } from '../usecases/links/file-token.ts'
import { openSecret } from '../usecases/links/open-secret.ts'
import { ROOT } from './read-data.ts'

/** Report files as attachments, and as links under the office's public address where it has told one. */
export function openReportLinks(
  publicUrl: string | undefined,
  storage: Pick<Storage, 'secrets' | 'ledger'>,
  ids: Ids,
  clock: Clock,
): () => Promise<ReportLinks> {
  const address = publicUrl?.replace(/\/+$/, '') ?? null
  const kinds = JSON.parse(readFileSync(join(ROOT, 'data/lexicon/export-kinds.json'), 'utf8')) as ReportLinks['kinds']
  let links: ReportLinks | undefined
  return async () => {
    if (links) return links
    const signer = createSigner(await openSecret(storage, ids))
    const attach: ReportLinks['attach'] = (subject) => {
      const at = clock.now()
      const token = buildFileToken({ ...subject, at }, signer)
      const link = address === null ? null : `${address}/files/${token}`
      return { kind: subject.kind, token, name: nameFile({ ...subject, at }), link }
    }
    links = { address, attach, kinds }
    return links
  }
}
