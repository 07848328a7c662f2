import type { Phrase, Reply } from '../../domain/reply.ts'
import type { World } from '../asked.ts'

/** Choices with short opaque ids; choosing one stands for typing its label. */
export function offerChoices(labels: readonly Phrase[], { ids }: Pick<World, 'ids'>): Reply['choices'] {
  return labels.map((label) => ({ id: ids.next('chc'), label }))
}
