import type { IntentName } from './intent.ts'

/** data/models/intents.json: how much each feature speaks for each intent, in hundredths, by the place of the intent in names. */
export type IntentModelData = {
  readonly names: readonly string[]
  readonly bias: readonly number[]
  readonly weights: Readonly<Record<string, Readonly<Record<number, number>>>>
}

/** A model of intents ready to guess. */
export type IntentModel = {
  readonly names: readonly IntentName[]
  readonly bias: readonly number[]
  readonly weights: ReadonlyMap<string, readonly (readonly [name: number, weight: number])[]>
}

/** The model from data. */
export function buildIntentModel({ names, bias, weights }: IntentModelData): IntentModel {
  return {
    names: names as readonly IntentName[],
    bias: bias.map((weight) => weight / 100),
    weights: new Map(
      Object.entries(weights).map(([feature, list]) => [
        feature,
        Object.entries(list).map(([name, weight]) => [Number(name), weight / 100] as const),
      ]),
    ),
  }
}

/** How likely each intent is by features of a message alone, 0..1. */
export function guessIntents(features: readonly string[], { names, bias, weights }: IntentModel): ReadonlyMap<IntentName, number> {
  const known = features.flatMap((feature) => weights.get(feature) ?? [])
  const scale = 1 / Math.sqrt(1 + features.filter((feature) => weights.has(feature)).length)
  const sums = [...bias]
  for (const [name, weight] of known) sums[name] = (sums[name] ?? 0) + weight
  const highest = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp((sum - highest) * scale))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return new Map(names.map((name, at) => [name, (powers[at] ?? 0) / total]))
}
