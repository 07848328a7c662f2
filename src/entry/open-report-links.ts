import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSigner } from '../adapters/system/create-signer.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { ReportLinks } from '../ports/report-links.ts'
import type { Storage } from '../ports/storage.ts'
import { buildFileToken } from '../usecases/links/file-token.ts'
import { openSecret } from '../usecases/links/open-secret.ts'
import { ROOT } from './read-data.ts'

/** Links to reports under the office's public address; none where it has told none. */
export function openReportLinks(
  publicUrl: string | undefined,
  storage: Pick<Storage, 'secrets' | 'ledger'>,
  ids: Ids,
  clock: Clock,
): () => Promise<ReportLinks | undefined> {
  if (publicUrl === undefined) return async () => undefined
  const address = publicUrl.replace(/\/+$/, '')
  const kinds = JSON.parse(readFileSync(join(ROOT, 'data/lexicon/export-kinds.json'), 'utf8')) as ReportLinks['kinds']
  let links: ReportLinks | undefined
  return async () => {
    if (links) return links
    const signer = createSigner(await openSecret(storage, ids))
    const linkTo: ReportLinks['linkTo'] = (kind, officerId) =>
      `${address}/files/${buildFileToken({ kind, officerId, at: clock.now() }, signer)}`
    links = { address, linkTo, kinds }
    return links
  }
}
