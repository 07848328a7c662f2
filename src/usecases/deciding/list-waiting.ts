import type { DutyActKind, DutyStage } from '../../domain/duty-life.ts'
import type { Officer } from '../../domain/officer.ts'
import type { World } from '../asked.ts'
import type { HeardRow, Lives } from '../life/build-lives.ts'
import { findRight } from './find-right.ts'

const ASKS: Readonly<Partial<Record<DutyStage, DutyActKind>>> = {
  reported: 'confirm',
  extension_asked: 'grant_extension',
  transfer_proposed: 'refuse_transfer',
}
const ORDER = Object.keys(ASKS)

function rank({ life }: HeardRow): string {
  return `${ORDER.indexOf(life.stage)} ${life.report?.at ?? life.act?.at ?? ''}`
}

/** What somebody has to decide: reports to confirm, then extensions, then transfers, the oldest first. */
export function listWaiting(
  officer: Officer,
  lives: Lives,
  people: ReadonlyMap<string, Officer>,
  { library }: Pick<World, 'library'>,
): HeardRow[] {
  const waiting = lives.heard(library).filter((row) => {
    const kind = ASKS[row.life.stage]
    return kind !== undefined && findRight(officer, kind, row, null, people, library) === 'may'
  })
  return waiting.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
}
