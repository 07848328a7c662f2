import { mayLead } from '../../domain/permission.ts'
import type { ReportKind, ReportLinks } from '../../ports/report-links.ts'
import { fold } from '../../text/fold.ts'
import { formatDay } from '../answers/describe-duty.ts'
import { offerChoices } from '../answers/offer-choices.ts'
import { reply, say, type Asked, type Decision, type World } from '../asked.ts'

const OFFERED: readonly ReportKind[] = ['png', 'xlsx', 'docx']

/** "Xuất báo cáo": the table of the asker's units as picture, Excel or Word, with the answer where the platform can, else by a link that expires. */
export function exportReport(asked: Asked, world: World): Decision {
  const { officer } = asked.asker
  const { reports } = world
  if (!mayLead(officer)) return say('export-leaders-only')
  if (asked.isGroup) return say('private-only')
  if (!reports) return say('export-no-address', {}, { isAnswered: false })
  const wanted = findKinds(wordsOf(asked), reports)
  if (wanted.length === 0) return askWhichKind(world)
  const attachments = wanted.map((kind) => ({
    attachment: reports.attach({ kind, officerId: officer.id }),
    say: `export-${kind}`,
    with: { day: formatDay(world.clock.today()) },
  }))
  return {
    reply: reply([], { attachments }),
    changes: [
      {
        kind: 'audit',
        actor: officer.id,
        action: 'offer-report',
        object: wanted.join(' '),
        at: world.clock.now(),
      },
    ],
  }
}

/** What was typed, or what the number typed stands for. */
function wordsOf({ text, conversation }: Asked): string {
  const number = /^\d$/.test(text.trim()) ? Number(text) : 0
  return conversation.choices[number - 1]?.means ?? text
}

function findKinds(text: string, { kinds }: ReportLinks): ReportKind[] {
  const folded = ` ${fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `
  return OFFERED.filter((kind) => kinds[kind].some((words) => folded.includes(` ${fold(words)} `)))
}

function askWhichKind(world: World): Decision {
  const choices = offerChoices(
    OFFERED.map((kind) => ({ say: `choice-export-${kind}` })),
    world,
  )
  return { reply: reply([{ say: 'export-which' }], { choices, asksBack: true }) }
}
