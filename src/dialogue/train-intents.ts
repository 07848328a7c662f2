import type { IntentModelData } from './intent-model.ts'

/** A message to learn from: its features and what it means. */
export type Example = { readonly features: readonly string[]; readonly intent: string }

const ROUNDS = 40
const STEP = 0.3
const SHRINK = 0.002
const RAREST = 2
const LEAST = 0.1

/** A model of intents learned from examples: one weight for every feature and intent that belong together. The same examples give the same model. */
export function trainIntents(examples: readonly Example[]): IntentModelData {
  const names = [...new Set(examples.map(({ intent }) => intent))].sort()
  const features = listFrequent(examples)
  const ids = new Map(features.map((feature, id) => [feature, id]))
  const rows = examples.map((example) => ({
    ids: [features.length, ...example.features.flatMap((feature) => ids.get(feature) ?? [])],
    goal: names.indexOf(example.intent),
  }))
  const weights = fitWeights(rows, features.length + 1, names.length)
  const listOf = (id: number) =>
    Object.fromEntries(
      names.flatMap((_, name) => {
        const weight = weights[id * names.length + name] ?? 0
        return Math.abs(weight) >= LEAST ? [[name, Math.round(weight * 100)]] : []
      }),
    )
  return {
    names,
    bias: names.map((_, name) => Math.round((weights[features.length * names.length + name] ?? 0) * 100)),
    weights: Object.fromEntries(
      features.map((feature, id) => [feature, listOf(id)] as const).filter(([, list]) => Object.keys(list).length > 0),
    ),
  }
}

function listFrequent(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>()
  for (const { features } of examples) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return [...counts].flatMap(([feature, count]) => (count >= RAREST ? [feature] : [])).sort()
}

type TrainingRow = { readonly ids: readonly number[]; readonly goal: number }

/** Multinomial logistic regression by gradient steps that grow smaller where much was learned (AdaGrad). */
function fitWeights(rows: readonly TrainingRow[], height: number, width: number): Float64Array {
  const weights = new Float64Array(height * width)
  const learned = new Float64Array(height * width).fill(1)
  for (let round = 0; round < ROUNDS; round++) {
    for (const { ids, goal } of rows) {
      const scale = 1 / Math.sqrt(ids.length)
      const chances = toChances(sumRows(weights, ids, width, scale))
      for (let name = 0; name < width; name++) {
        const error = ((name === goal ? 1 : 0) - (chances[name] ?? 0)) * scale
        for (const id of ids) stepTo(weights, learned, id * width + name, error)
      }
    }
  }
  return weights
}

function stepTo(weights: Float64Array, learned: Float64Array, at: number, error: number): void {
  const slope = error - SHRINK * (weights[at] ?? 0)
  learned[at] = (learned[at] ?? 0) + slope * slope
  weights[at] = (weights[at] ?? 0) + (STEP * slope) / Math.sqrt(learned[at] ?? 1)
}

function sumRows(weights: Float64Array, ids: readonly number[], width: number, scale: number): Float64Array {
  const sums = new Float64Array(width)
  for (const id of ids) for (let name = 0; name < width; name++) sums[name] = (sums[name] ?? 0) + (weights[id * width + name] ?? 0)
  return sums.map((sum) => sum * scale)
}

function toChances(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}
