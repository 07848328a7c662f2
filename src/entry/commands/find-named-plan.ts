import type { Plan } from '../../domain/plan.ts'
import type { Library } from '../../usecases/library.ts'
import { toKey } from '../../usecases/papers/is-same-paper.ts'
import { Refusal } from './outcome.ts'

/** The loaded plan that an operator names by number ("815/UBND", "815"), slug or id; refused when none or several fit. */
export function findNamedPlan(name: string, { plans }: Pick<Library, 'plans'>): Plan {
  const key = toKey(name)
  const tests: readonly ((plan: Plan) => boolean)[] = [
    ({ id, slug }) => id === name || slug === name,
    ({ plan }) => plan.number !== null && toKey(plan.number) === key,
    ({ plan }) => /^\d+$/.test(key) && /\d+/.exec(plan.number ?? '')?.[0] === key,
    ({ slug }) => slug.startsWith(name),
  ]
  const found = tests.map((fits) => plans.filter(fits)).find(({ length }) => length > 0) ?? []
  const [plan, ...others] = found
  if (!plan) throw new Refusal(`no loaded plan is called "${name}"; loaded: ${plans.map(describe).join(', ')}`)
  if (others.length > 0) throw new Refusal(`"${name}" fits several plans, say which by its slug: ${found.map(describe).join(', ')}`)
  return plan
}

function describe({ slug, plan }: Plan): string {
  return `${slug} (${[plan.number, plan.issuer, plan.issuedOn].filter((part) => part !== null).join(', ')})`
}
