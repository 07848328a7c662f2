import { findEvidence, type FoundEvidence } from '../../dialogue/find-evidence.ts'
import type { EvidenceItem } from '../../domain/evidence.ts'
import { fold } from '../../text/fold.ts'
import type { Asked, World } from '../asked.ts'
import type { Library } from '../library.ts'

/** The evidence that a message brings: what was sent with it, and what its words name. */
export function listBrought({ text, file }: Pick<Asked, 'text' | 'file'>, world: Pick<World, 'library' | 'clock'>): EvidenceItem[] {
  const typed = findTypedEvidence(text, world).map(({ item }) => item)
  if (!file) return typed
  const { kind, ...sent } = file
  return [{ kind, file: sent, caption: text === '' ? null : text }, ...typed]
}

/** Numbers and links of a message; the number of a paper that is loaded, or that a loaded one rests on, shows nothing. */
export function findTypedEvidence(text: string, { library, clock }: Pick<World, 'library' | 'clock'>): FoundEvidence[] {
  const known = listKnownNumbers(library)
  return findEvidence(text, clock.today(), (number) => known.has(spell(number)))
}

const numbers = new WeakMap<Library, ReadonlySet<string>>()

function listKnownNumbers(library: Library): ReadonlySet<string> {
  const known =
    numbers.get(library) ??
    new Set(
      library.plans
        .flatMap(({ plan }) => [plan.number, ...plan.citations.map((citation) => citation.number)])
        .flatMap((number) => (number ? [spell(number)] : [])),
    )
  numbers.set(library, known)
  return known
}

function spell(number: string): string {
  return fold(number).replaceAll(/\s+/g, '')
}
