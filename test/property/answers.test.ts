import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Intent, IntentName, PlanMention, UnitMention } from '../../src/dialogue/intent.ts'
import { NO_SLOTS } from '../../src/dialogue/list-slots.ts'
import type { Deadline } from '../../src/domain/deadline.ts'
import type { Duty, DutyUnit } from '../../src/domain/duty.ts'
import type { OfficerRole } from '../../src/domain/officer.ts'
import type { Plan } from '../../src/domain/plan.ts'
import type { ProgressStatus } from '../../src/domain/progress.ts'
import type { Unit } from '../../src/domain/unit.ts'
import { readAnsweringData } from '../../src/entry/read-data.ts'
import { buildIndex } from '../../src/search/build-index.ts'
import type { World } from '../../src/usecases/asked.ts'
import { checkAnswer } from '../../src/usecases/check-answer.ts'
import { buildLibrary } from '../../src/usecases/library.ts'
import { perform } from '../../src/usecases/perform.ts'
import { readUnit } from '../../src/units/read-unit.ts'
import { aConversation, aDuty, anOfficer, aPlan, aPlanHeader } from '../support/builders.ts'
import { fixedClock } from '../support/clock.ts'
import { sequentialIds } from '../support/ids.ts'
import { createMemoryStorage } from '../support/memory-storage.ts'
import { unitLexicon } from '../support/unit-lexicon.ts'

const INTENTS: readonly IntentName[] = [
  'my_duties', 'unit_duties', 'who_responsible', 'deadline', 'report_route', 'doc_info', 'cite_source', 'search', 'list_due', 'update_progress',
  'mark_done', 'report_blocker', 'request_extension', 'undo_correct', 'attach_evidence', 'status_query', 'summary', 'urge', 'broadcast', 'assign',
  'approve_return', 'export_report', 'reminder_pref', 'identity', 'unit_succession', 'followup', 'confirm_deny', 'help', 'out_of_scope',
  'link_account', 'next_page', 'unclear',
] // prettier-ignore

const NAMES = [
  'Phòng Nội vụ',
  'Phòng Tài chính - Kế hoạch',
  'Công an huyện',
  'Ủy ban nhân dân xã Bình Minh',
  'Các phòng, ban, ngành',
  'Trung tâm Văn hóa, Thông tin và Thể thao',
  'Văn phòng HĐND và UBND huyện',
  'Đội 35',
]
const units = NAMES.map((name) => readUnit(name, 'huyện Tân Hòa', unitLexicon))
const data = readAnsweringData()

const unit = fc.constantFrom(...units)
const day = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const written = day.map((iso) => iso.split('-').toReversed().join('/'))

/** Words as plans have them: numbers, days, quotes that do not always close, names, marks of bad scans, line ends. */
const words = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'chủ trì',
      'phối hợp với',
      'tham mưu',
      'tuyên truyền',
      'về',
      'kết quả;',
      'thực hiện.',
      'đến',
      'ban hành',
      'số',
      'trên địa bàn',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '"chuyển đổi số"',
      '"mở ngoặc',
      'đóng ngoặc"',
      '“ngoặc cong”',
      'T6 chirc',
      '&',
      '<b>',
      '{text}',
      '[[',
      '…',
      '- ',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '60%',
      '5 ngày làm việc',
      '24 giờ',
      '3/5',
      '1.200 hộ',
      'quý IV năm 2026',
      'tháng 10',
      'năm 2030',
      '815/UBND',
      '264 -KH/TU',
      '2026-2030',
    ),
  },
  { weight: 1, arbitrary: written.map((text) => `trước ngày ${text}`) },
  { weight: 2, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
)
const text = (least: number, most: number) =>
  fc.array(words, { minLength: least, maxLength: most }).map((all) => all.join(' ').normalize('NFC'))

const deadline: fc.Arbitrary<Deadline> = fc.oneof(
  fc.constant<Deadline>({ kind: 'none', value: null, asWritten: null, rrule: null }),
  fc.constant<Deadline>({ kind: 'ongoing', value: null, asWritten: 'thường xuyên', rrule: null }),
  fc.record({ value: day, op: fc.constantFrom('before', 'on', 'by') }).map(({ value, op }): Deadline => ({
    kind: 'date',
    value,
    op,
    asWritten: `ngày ${value.split('-').toReversed().join('/')}`,
    rrule: null,
  })),
  fc.constantFrom<Deadline>(
    { kind: 'month', value: '2026-12', asWritten: 'trong tháng 12/2026', rrule: null },
    { kind: 'quarter', value: '2026-Q4', asWritten: 'quý IV', rrule: null },
    { kind: 'year', value: '2030', asWritten: 'đến năm 2030', rrule: null },
    { kind: 'period', value: '2026/2027', asWritten: 'giai đoạn 2026 - 2027', rrule: null },
    { kind: 'period', value: '2026/..', asWritten: 'từ năm 2026', rrule: null },
    { kind: 'recurring', value: 'quarterly', asWritten: 'định kỳ hằng quý', rrule: 'FREQ=MONTHLY;INTERVAL=3' },
    { kind: 'recurring', value: 'monthly', asWritten: 'trước ngày 25 hằng tháng', rrule: 'FREQ=MONTHLY;BYMONTHDAY=25' },
    { kind: 'recurring', value: 'periodic', asWritten: 'định kỳ', rrule: null },
    { kind: 'relative', value: 'P5WD;after=nhận văn bản', asWritten: 'sau 5 ngày làm việc', rrule: null },
  ),
)

const named: fc.Arbitrary<DutyUnit> = fc
  .record({ unit, role: fc.constantFrom('lead', 'coordinate', 'assigned', 'report_to') })
  .map(({ unit, role }) => ({ unitId: unit.id, name: unit.name, role, isCollective: unit.isCollective }))

const duty = fc.record({
  path: fc.constantFrom('II.1', 'III.3.2.a', '2.b', 'closing', 'A.IV'),
  text: text(3, 60),
  units: fc.array(named, { maxLength: 4 }),
  deadline,
  reporting: fc.option(
    fc.record({
      to: fc.constantFrom(...NAMES),
      via: fc.option(fc.constantFrom(...NAMES)),
      frequency: fc.option(fc.constant('hằng quý')),
    }),
  ),
})

const plan = fc.record({
  number: fc.constantFrom('815/UBND', '264-KH/TU', '197/KH-UBND', '12/2026/QĐ-UBND', null),
  issuedOn: fc.option(day),
  issuedOnRaw: fc.option(fc.constantFrom('ngày 2/ tháng 3 năm 2024', 'ngày "l2" tháng 3')),
  subject: fc.option(text(2, 12)),
  signer: fc.option(fc.record({ name: fc.option(fc.constant('Trần Thị Hòa')), title: fc.option(fc.constant('Phó Chủ tịch')) })),
  recipients: fc.array(fc.constantFrom(...NAMES), { maxLength: 3 }),
  citation: fc.option(
    fc.record({
      number: fc.constantFrom('09-NQ/HU', '72/2025/QH15', null),
      issuedOn: fc.option(day),
      issuer: fc.option(fc.constantFrom(...NAMES)),
    }),
  ),
  isPoor: fc.boolean(),
  passage: text(4, 40),
  duties: fc.array(duty, { minLength: 1, maxLength: 6 }),
})

type GivenPlan = typeof plan extends fc.Arbitrary<infer Given> ? Given : never

function buildPlan({ duties, passage, citation, isPoor, ...header }: GivenPlan, order: number): { plan: Plan; duties: Duty[] } {
  const id = `pln_${order}`
  const read = duties.map((given, at): Duty =>
    aDuty({ ...given, quote: ` ${given.text}\n`, id: `dty_${order}.${at + 1}`, planId: id, order: at + 1 }),
  )
  const source = [`Kính gửi:\n- ${NAMES[0]};\n- ${passage}\n\n`, ...read.map(({ quote }) => quote), passage].join('\n')
  const citations = citation ? [{ ...citation, type: 'Nghị quyết' }] : []
  const restored = isPoor ? `${source}.` : source
  const quality = isPoor ? { score: 0.4, label: 'bản quét kém' } : { score: 0.95, label: 'bản rõ' }
  const passages = [
    { path: 'II', lines: [1, 2] as const, text: passage },
    { path: 'I.1', lines: [3, 3] as const, text: `Thành phần: ${passage}` },
  ]
  const sections = [{ path: 'I.1', heading: 'Mục đích', lines: [2, 2] as const }]
  return {
    plan: aPlan({
      id,
      slug: `tan-hoa-${order}`,
      plan: aPlanHeader({ ...header, citations }),
      source,
      restored,
      quality,
      passages,
      sections,
    }),
    duties: read,
  }
}

const asking = fc.record({
  name: fc.constantFrom(...INTENTS),
  role: fc.constantFrom<OfficerRole>('officer', 'leader', 'office'),
  asker: unit,
  mention: fc.option(
    fc.oneof(
      unit,
      fc.constantFrom('Sở Du lịch', 'Phòng Y tế').map((name) => readUnit(name, 'huyện Tân Hòa', unitLexicon)),
    ),
  ),
  second: fc.option(unit),
  isAbout: fc.option(fc.constantFrom('pln_0', 'pln_1', 'none', 'cited')),
  shape: fc.constantFrom(
    '',
    'có phải làm không',
    'mấy người',
    'bao nhiêu tiền',
    'mấy lần một năm',
    'nếu khó khăn thì sao',
    'ai phối hợp',
    'khác nhau thế nào',
    'nơi nhận gồm ai, ai ký, ngày nào',
    'thành phần gồm những ai',
    'hội trường nào',
    'chủ trì việc gì',
  ),
  section: fc.option(fc.constantFrom('II.1', '2', '2.b')),
  topic: fc.constantFrom('', 'tuyên truyền', 'chuyển đổi số', 'kết quả thực hiện', 'thành phần', 'mục đích', 'khó khăn vướng mắc'),
  window: fc.option(fc.record({ from: fc.option(day), to: fc.option(day) })),
  ordinal: fc.option(fc.integer({ min: 1, max: 4 })),
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
  note: fc.option(text(1, 6)),
  dueChange: fc.option(day),
  isYes: fc.option(fc.boolean()),
})

type Asking = typeof asking extends fc.Arbitrary<infer Given> ? Given : never

const STATUS: Readonly<Partial<Record<IntentName, ProgressStatus>>> = {
  update_progress: 'in_progress',
  mark_done: 'done',
  report_blocker: 'blocked',
  request_extension: 'in_progress',
}

const SPOT = { start: 0, end: 1 }

function mentionUnit(unit: Unit): UnitMention {
  const isRegistered = units.some(({ id }) => id === unit.id)
  return {
    words: unit.name,
    ...SPOT,
    matches: isRegistered ? [{ unitId: unit.id, score: 1 }] : [],
    ...(isRegistered ? {} : { derived: unit }),
  }
}

function mentionPlan(id: string): PlanMention {
  const known = { words: 'kế hoạch 99', ...SPOT }
  if (id === 'none' || id === 'cited') return { ...known, planIds: [], number: id === 'none' ? '99/KH-UBND' : '09-NQ/HU' }
  return { ...known, planIds: [id], number: null }
}

function buildIntent({
  name,
  mention,
  second,
  isAbout,
  section,
  topic,
  window,
  ordinal,
  percent,
  note,
  dueChange,
  isYes,
}: Asking): Intent {
  const status = STATUS[name]
  const slots = {
    ...NO_SLOTS,
    units: [mention, mention && second].flatMap((unit) => (unit ? [mentionUnit(unit)] : [])),
    plans: isAbout ? [mentionPlan(isAbout)] : [],
    sections: section ? [section] : [],
    topic,
    window,
    ordinals: ordinal ? [ordinal] : [],
    updates: status ? [{ duty: String(ordinal ?? 1), status, percent, note, dueChange }] : [],
    isYes,
  }
  return { name, certainty: 1, slots }
}

describe('answers, whatever the plans hold and whatever is asked', () => {
  test('nothing that the templates say is without origin', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(plan, { minLength: 1, maxLength: 2 }),
        fc.array(asking, { minLength: 8, maxLength: 14 }),
        async (plans, talk) => {
          const built = plans.map(buildPlan)
          const storage = createMemoryStorage()
          await storage.ledger.commit(built.map(({ plan, duties }) => ({ kind: 'import-plan', plan, units, duties })))
          const library = buildLibrary(
            await storage.catalogs.load(),
            (documents) => buildIndex(documents, data.searchFillers),
            unitLexicon,
          )
          const world: World = { ...data, ...storage, library, clock: fixedClock(), ids: sequentialIds() }
          let conversation = aConversation({ shownDutyIds: built.flatMap(({ duties }) => duties.map(({ id }) => id)) })
          for (const asked of talk) {
            const asker = { officer: anOfficer({ role: asked.role, unitId: asked.asker.id }), units: [asked.asker] }
            const intent = buildIntent(asked)
            const text = `Thông báo: ${asked.note ?? asked.topic} ${asked.shape}`
            const decision = await perform([intent], { text, asker, conversation, isGroup: false }, world)
            const { withheld } = await checkAnswer(decision, { text, intents: [intent], conversation, asker }, world)
            expect({ intent: intent.name, withheld }).toEqual({ intent: intent.name, withheld: undefined })
            await storage.ledger.commit(decision.changes ?? [])
            conversation = { ...conversation, ...decision.remembers }
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
