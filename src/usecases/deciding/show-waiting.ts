import { dayInVietnam } from '../../domain/calendar.ts'
import type { ShownRow } from '../../domain/conversation.ts'
import type { Phrase } from '../../domain/reply.ts'
import { formatDay, shorten } from '../answers/describe-duty.ts'
import { offerChoices } from '../answers/offer-choices.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'
import type { HeardRow } from '../life/build-lives.ts'
import { describeLife } from '../life/describe-life.ts'
import { describeRound } from './describe-act.ts'
import { listWaiting } from './list-waiting.ts'
import type { Desk } from './point-to-rows.ts'

/** "Có gì chờ tôi duyệt": what waits for the asker, under numbers that can be decided by; asking which of them is meant. */
export function showWaiting(desk: Desk, { asker }: Asked, world: World, isAsking = false): Decision {
  const waiting = listWaiting(asker.officer, desk.lives, desk.people, world)
  if (waiting.length === 0) return say('waiting-none')
  const items = waiting.map((row, index) => describeWaiting(row, index + 1, world))
  const isOne = waiting.length === 1 && waiting[0]?.life.stage === 'reported'
  const labels = isOne ? [{ say: 'choice-confirm-one' }] : []
  const dutyIds = waiting.map(({ duty }) => duty.id)
  return {
    reply: reply(
      [
        { say: isAsking ? 'which-to-decide' : 'waiting-heading', with: { count: waiting.length } },
        ...items,
        { say: 'waiting-how' },
      ],
      {
        dutyIds,
        choices: offerChoices(labels, world),
        facts: waiting.flatMap(({ round }) => round?.replace(/^W/, '') ?? []),
        asksBack: isAsking,
      },
    ),
    remembers: {
      shownDutyIds: dutyIds,
      shownUnitId: null,
      shownRows: waiting.map(shownAs),
    },
  }
}

/** A row as the conversation remembers it. */
export function shownAs({ duty, unitId, round }: HeardRow): ShownRow {
  return { dutyId: duty.id, unitId, round }
}

/** One line of what waits, with who reported it and when. */
export function describeWaiting({ duty, unitId, round, life }: HeardRow, number: number, { library }: World): Phrase {
  return {
    say: 'waiting-line',
    with: {
      number,
      unit: library.unitById.get(life.heldBy ?? unitId)?.name ?? '',
      text: shorten(duty.text, 80),
      state: [describeLife({ ...life, heldBy: null }, library)],
      ref: life.report?.ref ?? '',
      round: round === null ? '' : [describeRound(round)],
      day: life.report ? formatDay(dayInVietnam(life.report.at)) : '',
    },
  }
}
