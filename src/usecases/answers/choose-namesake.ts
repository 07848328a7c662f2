import type { Plan } from '../../domain/plan.ts'
import { fold } from '../../text/fold.ts'
import { renderPhrase } from '../../wording/render-phrase.ts'
import { reply, type Asked, type Decision, type World } from '../asked.ts'
import { toKey } from '../papers/is-same-paper.ts'
import { formatDay, introducePlan } from './describe-duty.ts'
import { offerChoices } from './offer-choices.ts'

/**
 * Numbers start anew each year and in each office: of several papers under one number those that the question tells apart by issuer,
 * place or day, or that were on the screen; else the question which one is meant.
 */
export function chooseNamesake(found: readonly Plan[], asked: Asked, world: World): readonly Plan[] | Decision {
  const [first] = found
  const isOneNumber = first?.plan.number && found.every(({ plan }) => toKey(plan.number ?? '') === toKey(first.plan.number ?? ''))
  if (found.length < 2 || !isOneNumber) return found
  const said = found.filter((plan) => isSaid(plan, fold(readWords(asked))))
  if (said.length > 0 && said.length < found.length) return said
  const shown = found.filter(({ id }) => asked.conversation.shownPlanIds.includes(id))
  return shown.length === 1 ? shown : askWhich(found, asked, world)
}

/** What was typed, or what the number or label of a choice on the screen stands for. */
function readWords({ text, conversation: { choices } }: Asked): string {
  const chosen = choices.find(({ label }, index) => text.trim() === String(index + 1) || text.trim() === label)
  return chosen?.means ?? text
}

function isSaid({ plan }: Plan, text: string): boolean {
  const { issuer, place, issuedOn } = plan
  const words = [issuer, place, issuedOn && formatDay(issuedOn), issuedOn?.slice(0, 4)]
  return words.some((word) => word && text.includes(fold(word)))
}

/** Choosing one asks the same again with what tells it apart. */
function askWhich(found: readonly Plan[], asked: Asked, world: World): Decision {
  const labels = found.map(introducePlan)
  const choices = offerChoices(labels, world)
  const items = labels.map((plan, index) => ({ say: 'plan-line', with: { number: index + 1, plan: [plan], subject: '' } }))
  return {
    reply: reply([{ say: 'which-of-plans', with: { count: found.length, number: found[0]?.plan.number ?? '', items } }], {
      choices,
      asksBack: true,
    }),
    remembers: {
      shownPlanIds: found.map(({ id }) => id),
      choices: choices.map(({ id, label }, index) => ({
        id,
        label: renderPhrase(label, world.templates),
        means: `${asked.text} ${tellApart(found[index], found)}`,
      })),
    },
  }
}

/** The issuer where that differs, else the day. */
function tellApart(plan: Plan | undefined, found: readonly Plan[]): string {
  const { issuer, issuedOn } = plan?.plan ?? {}
  const isOnlyIssuer = found.filter((other) => other.plan.issuer === issuer).length === 1
  return (isOnlyIssuer ? issuer : issuedOn && `(${formatDay(issuedOn)})`) ?? ''
}
