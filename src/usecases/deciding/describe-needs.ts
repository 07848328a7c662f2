import type { ShownRow } from '../../domain/conversation.ts'
import type { LogLine } from '../../domain/duty-life.ts'
import type { Officer } from '../../domain/officer.ts'
import type { Phrase } from '../../domain/reply.ts'
import type { World } from '../asked.ts'
import { buildLives } from '../life/build-lives.ts'
import { readPeople } from './find-right.ts'
import { listWaiting } from './list-waiting.ts'
import { describeWaiting, shownAs } from './show-waiting.ts'

/** What waits for somebody: in one sentence, where there is anything, and line by line. */
export type Needs = {
  readonly count: number
  readonly sentence: readonly Phrase[]
  readonly lines: readonly Phrase[]
  readonly rows: readonly ShownRow[]
}

/** "Cần đồng chí: 3 báo cáo chờ xác nhận, 1 đề nghị gia hạn". */
export async function describeNeeds(officer: Officer, log: readonly LogLine[], world: World): Promise<Needs> {
  const waiting = listWaiting(officer, buildLives(log, world.clock.today()), await readPeople(world), world)
  const count = (stage: string): number => waiting.filter(({ life }) => life.stage === stage).length
  const transfers = count('transfer_proposed')
  const values = { unconfirmed: count('reported'), extensions: count('extension_asked'), transfers: transfers > 0 ? transfers : '' }
  return {
    count: waiting.length,
    sentence: waiting.length > 0 ? [{ say: 'digest-waiting', with: values }] : [],
    rows: waiting.map(shownAs),
    lines: waiting.map((row, index) => describeWaiting(row, index + 1, world)),
  }
}
