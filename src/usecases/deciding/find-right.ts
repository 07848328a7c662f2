import { makerOf, type DutyActKind } from '../../domain/duty-life.ts'
import type { Officer } from '../../domain/officer.ts'
import { mayAct } from '../../domain/permission.ts'
import type { World } from '../asked.ts'
import type { Library } from '../library.ts'
import type { HeardRow } from '../life/build-lives.ts'

/** Whether somebody may do something to a duty, or why not: it is their own report, or not theirs to decide. */
export function findRight(
  officer: Officer,
  kind: DutyActKind,
  { unitId, life }: Pick<HeardRow, 'unitId' | 'life'>,
  toUnitId: string | null,
  people: ReadonlyMap<string, Officer>,
  { unitById }: Pick<Library, 'unitById'>,
): 'may' | 'own' | 'not-theirs' {
  const makerId = makerOf(life, kind)
  const right = { kind, unitId: life.heldBy ?? unitId, toUnitId }
  if (mayAct(officer, { ...right, maker: people.get(makerId ?? '') }, unitById)) return 'may'
  // Without the report that is theirs they might.
  return mayAct(officer, { ...right, maker: undefined }, unitById) ? 'own' : 'not-theirs'
}

/** Everybody, by id. */
export async function readPeople({ officers }: Pick<World, 'officers'>): Promise<ReadonlyMap<string, Officer>> {
  return new Map((await officers.all()).map(({ officer }) => [officer.id, officer]))
}
