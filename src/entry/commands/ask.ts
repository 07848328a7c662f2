import { z } from 'zod'
import { createSystemClock } from '../../adapters/system/clock.ts'
import { openConversation } from '../../domain/conversation.ts'
import type { Unit } from '../../domain/unit.ts'
import { answerWords } from '../../usecases/answer-message.ts'
import type { Asker, World } from '../../usecases/asked.ts'
import { findAskerUnits } from '../../usecases/find-asker-units.ts'
import { renderWhole } from '../../wording/render-reply.ts'
import type { Office } from '../open-office.ts'
import { openReadingOffice } from './open-command-office.ts'
import { parseWords, print, Usage, type Command } from './outcome.ts'
import { readJsonl } from './read-jsonl.ts'

const CHAT = 'terminal:ask'

const Question = z.object({ q: z.string(), unit: z.string().nullish(), today: z.iso.date().nullish() })

/** `ask`: one question, or one a line, answered as an officer of the unit would be. */
export const ask: Command = {
  usage: '[--unit NAME] [--db FILE] [--today DAY] [QUESTION] | --jsonl < lines',
  does: 'answers a question from the plans, as JSON',
  run: async (words) => {
    const { values, positionals } = parseWords(words, { unit: { type: 'string' }, jsonl: { type: 'boolean' } })
    if (!values.jsonl && positionals.length === 0) throw new Usage('ask needs a question, or --jsonl')
    const office = await openReadingOffice(values)
    if (!values.jsonl) return print(await answer({ q: positionals.join(' '), unit: values.unit ?? null }, office))
    for await (const question of readJsonl(Question)) print(await answer({ unit: values.unit ?? null, ...question }, office))
  },
}

async function answer({ q, unit, today }: z.infer<typeof Question>, office: Office): Promise<object> {
  const opened = await office.openWorld()
  const world: World = today ? { ...opened, clock: createSystemClock(today) } : opened
  const started = performance.now()
  const units = unit ? findAskerUnits(unit, world.library, office.data.units) : []
  const message = {
    platform: 'terminal',
    kind: 'text',
    chat: { id: CHAT, kind: 'private' },
    from: CHAT,
    text: q,
  } as const
  const {
    intent,
    reply,
    withheld = [],
  } = await answerWords(q, message, openConversation(CHAT, CHAT, world.clock.now()), askerOf(units), world, office.readers)
  const ms = performance.now() - started
  for (const { kind } of withheld) office.log.error('answer-withheld', undefined, { unfounded: kind })
  return {
    q,
    intent,
    answerable: reply.isAnswered,
    clarify: reply.asksBack,
    text: renderWhole(reply, world.templates),
    duties: reply.dutyIds.flatMap((id) => {
      const duty = world.library.dutyById.get(id)
      return duty
        ? [
            {
              plan: world.library.planById.get(duty.planId)?.plan.number ?? null,
              path: duty.path,
              lines: duty.lines,
              text: duty.text,
            },
          ]
        : []
    }),
    ms: Math.round(ms * 10) / 10,
  }
}

/** The operator may see everything; the unit only says for whom is asked. */
function askerOf(units: readonly Unit[]): Asker {
  return { officer: { id: 'off_operator', name: null, role: 'office', unitId: units[0]?.id ?? '', isActive: true }, units }
}
