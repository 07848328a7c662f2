import { isLead } from './find-roles.ts'
import type { DutyDraft, ReadingContext } from './duty-draft.ts'
import { matchUnitList } from '../units/find-unit-names.ts'
import { fold } from '../text/fold.ts'
import type { Label } from './match-label.ts'
import type { Block } from './read-outline.ts'

/** "Cơ quan thực hiện: Sở A chủ trì tham mưu … ban hành Kế hoạch; Sở B …": the leading clause is a duty of its own. */
export function splitDuty(label: Label, block: Block, governed: readonly DutyDraft[], { lexicon }: ReadingContext): DutyDraft[] {
  const [first = '', ...others] = label.value.split(';')
  const list = matchUnitList(label.value, 0, lexicon.units, lexicon.words.verbs)
  const [owner] = governed
  if (label.kind !== 'assigned' || others.length === 0 || !list || !owner) return []
  const predicate = first.slice(list.end)
  if (!isLead(predicate) || predicate.trim().split(' ').length < 6 || /^\s*chu tri,? phoi hop/.test(fold(predicate))) return []
  const names = new Set(list.units.map(({ name }) => name))
  for (const duty of governed) duty.units = duty.units.filter(({ name, role }) => !(role === 'lead' && names.has(name)))
  return [
    {
      ...owner,
      first: block.paragraph.first,
      last: block.paragraph.last,
      text: first.trim(),
      units: list.units.map(({ name }) => ({ name, role: 'lead' })),
      reporting: null,
      confidence: 0.8,
    },
  ]
}
