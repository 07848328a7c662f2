import type { Ids } from '../../ports/ids.ts'
import type { Storage } from '../../ports/storage.ts'

const NAME = 'links'

/** The secret that signs links, made when there is none; of two processes that make one at a time the first wins. */
export async function openSecret(
  { secrets, ledger }: Pick<Storage, 'secrets' | 'ledger'>,
  ids: Pick<Ids, 'secret'>,
): Promise<string> {
  const known = await secrets.of(NAME)
  if (known !== undefined) return known
  await ledger.commit([{ kind: 'keep-secret', name: NAME, value: ids.secret() }])
  const kept = await secrets.of(NAME)
  if (kept === undefined) throw new Error('a secret that was kept is there')
  return kept
}
