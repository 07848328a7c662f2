import type { Intent } from '../../dialogue/intent.ts'
import { mayLead } from '../../domain/permission.ts'
import type { Asker } from '../asked.ts'
import { readDigestWish } from './read-digest-wish.ts'

/** When the digest is to come is a wish about what comes by itself, whatever else its words resemble. */
export function recognizeDigestWish(intents: readonly Intent[], text: string, asker: Asker | undefined): readonly Intent[] {
  const [first] = intents
  const isWish = asker !== undefined && readDigestWish(text, mayLead(asker.officer)) !== undefined
  return first && isWish
    ? [{ name: 'reminder_pref', slots: { ...first.slots, updates: [] }, certainty: Math.max(first.certainty, 0.9) }]
    : intents
}
