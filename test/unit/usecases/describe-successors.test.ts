import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDeclarations } from '../../../src/units/read-declarations.ts'
import { readUnit } from '../../../src/units/read-unit.ts'
import { describeSuccessors } from '../../../src/usecases/answers/describe-successors.ts'
import { buildLibrary } from '../../../src/usecases/library.ts'
import { readTemplates } from '../../../src/wording/read-templates.ts'
import { renderPhrase } from '../../../src/wording/render-phrase.ts'
import { unitLexicon } from '../../support/unit-lexicon.ts'

const templates = readTemplates(readFileSync(new URL('../../../prompts/replies.vi.md', import.meta.url), 'utf8'))
const declared = readDeclarations(
  {
    place: 'huyện Đại Lộc',
    successions: [
      {
        from: 'Phòng Y tế',
        to: 'Phòng Văn hóa - Xã hội xã Đại Lộc',
        field: 'y tế dự phòng',
        since: '2025-07-01',
        basis: 'Quyết định số 9/QĐ-UBND',
      },
      { from: 'Phòng Y tế', to: 'Sở Y tế thành phố Đà Nẵng', since: '2025-07-02', basis: 'Quyết định số 10/QĐ-UBND' },
    ],
  },
  unitLexicon,
)
const catalog = { version: '1', plans: [], duties: [], units: [], corrections: [] }
const library = buildLibrary(catalog, () => ({ search: () => [], size: 0 }), unitLexicon, declared)

test('every declared successor is told with its field, day and basis', () => {
  const phrases = describeSuccessors(readUnit('Phòng Y tế', 'huyện Đại Lộc', unitLexicon), { library })
  expect(phrases.map((phrase) => renderPhrase(phrase, templates))).toEqual([
    'Từ 01/07/2025, phần việc y tế dự phòng của Phòng Y tế do Phòng Văn hóa - Xã hội (xã Đại Lộc, huyện Đại Lộc) kế thừa, theo Quyết định số 9/QĐ-UBND.',
    'Từ 02/07/2025, Phòng Y tế do Sở Y tế (thành phố Đà Nẵng) kế thừa, theo Quyết định số 10/QĐ-UBND.',
  ])
})

test('of a unit nobody declared anything for nothing is told', () => {
  expect(describeSuccessors(readUnit('Phòng Tư pháp', 'huyện Đại Lộc', unitLexicon), { library })).toEqual([])
})
