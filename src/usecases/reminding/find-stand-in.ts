import type { Officer } from '../../domain/officer.ts'
import { fold } from '../../text/fold.ts'

/** The colleague of the same unit whom words name, by the whole name or by its last word; undefined when nobody or more than one fits. */
export function findStandIn(text: string, self: Officer, officers: readonly Officer[]): Officer | undefined {
  const words = ` ${fold(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `
  const named = (name: string): boolean => words.includes(` ${name} `)
  const colleagues = officers.filter(
    ({ id, unitId, isActive, name }) => id !== self.id && unitId === self.unitId && isActive && name !== null,
  )
  const whole = colleagues.filter(({ name }) => named(fold(name ?? '')))
  const found =
    whole.length > 0
      ? whole
      : colleagues.filter(({ name }) =>
          named(
            fold(name ?? '')
              .split(' ')
              .at(-1) ?? '',
          ),
        )
  return found.length === 1 ? found[0] : undefined
}
