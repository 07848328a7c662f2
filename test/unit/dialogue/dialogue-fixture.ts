import { readFileSync } from 'node:fs'
import { buildMessageLexicon } from '../../../src/dialogue/build-message-lexicon.ts'
import type { PlanRef } from '../../../src/dialogue/plan-ref.ts'
import type { UnderstandContext } from '../../../src/dialogue/understand-context.ts'
import type { Conversation } from '../../../src/domain/conversation.ts'
import { buildRegistry } from '../../../src/units/build-registry.ts'
import { findUnits } from '../../../src/units/find-units.ts'
import { readUnit } from '../../../src/units/read-unit.ts'
import { buildUnitLexicon } from '../../../src/units/unit-lexicon.ts'

const readLexicon = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../data/lexicon/${name}.json`, import.meta.url), 'utf8'))

export const lexicon = buildMessageLexicon({
  abbreviations: readLexicon('abbreviations'),
  cues: readLexicon('intent-cues'),
  reports: readLexicon('report-cues'),
  words: readLexicon('message-words'),
  letterNames: readLexicon('letter-names'),
  intentModel: JSON.parse(readFileSync(new URL('../../../data/models/intents.json', import.meta.url), 'utf8')),
})

const aPlanRef = (id: string, number: string, type: string, place: string, cites: readonly string[]): PlanRef => ({
  id,
  number,
  type,
  issuer: null,
  place,
  issuedOn: null,
  subject: null,
  citations: cites.map((cited) => ({ number: cited })),
})

export const plans: readonly PlanRef[] = [
  aPlanRef('pln_bgm', '261-KH/HU', 'Kế hoạch', 'huyện Bù Gia Mập', ['57-KL/TW', '264-KH/TU']),
  aPlanRef('pln_bp', '197/KH-UBND', 'Kế hoạch', 'tỉnh Bình Phước', ['264-KH/TU']),
  aPlanRef('pln_nh', '234-KH/HU', 'Kế hoạch', 'huyện Ninh Hải', ['57-KL/TW']),
  aPlanRef('pln_bs', '815/UBND', 'Công văn', 'huyện Bình Sơn', ['57-KL/TW']),
]

const UNITS: readonly (readonly [string, string])[] = [
  ['Sở Ngoại vụ', 'tỉnh Bình Phước'],
  ['Sở Tài chính', 'tỉnh Bình Phước'],
  ['Sở Thông tin và Truyền thông', 'tỉnh Bình Phước'],
  ['Sở Kế hoạch và Đầu tư', 'tỉnh Bình Phước'],
  ['Công an tỉnh', 'tỉnh Bình Phước'],
  ['Bộ Chỉ huy Quân sự tỉnh', 'tỉnh Bình Phước'],
  ['Bộ Chỉ huy Bộ đội Biên phòng tỉnh', 'tỉnh Bình Phước'],
  ['Phòng Nội vụ', 'huyện Bình Sơn'],
  ['Phòng Văn hóa và Thông tin', 'huyện Bình Sơn'],
  ['Công an huyện', 'huyện Bình Sơn'],
  ['UBND các xã, thị trấn', 'huyện Bình Sơn'],
  ['Ban Tuyên giáo Huyện ủy', 'huyện Bù Gia Mập'],
  ['Ban Tổ chức Huyện ủy', 'huyện Ninh Hải'],
  ['Ban Thường vụ Huyện đoàn', 'huyện Ninh Hải'],
]

const unitLexicon = buildUnitLexicon(readLexicon('unit-aliases'), readLexicon('places'))
const registry = buildRegistry(
  UNITS.map(([name, place]) => readUnit(name, place, unitLexicon)),
  unitLexicon,
)

export const aConversation = (changes: Partial<Conversation> = {}): Conversation => ({
  chatId: 'try:1',
  accountId: 'try:1',
  shownDutyIds: [],
  shownPlanIds: [],
  shownUnitId: null,
  lastIntent: null,
  pages: [],
  choices: [],
  pending: null,
  expiresAt: null,
  updatedAt: '2026-11-21T02:00:00.000Z',
  ...changes,
})

export const aContext = (changes: Partial<UnderstandContext> = {}): UnderstandContext => ({
  today: '2026-11-21',
  findUnits: (text) => findUnits(text, registry),
  plans,
  lexicon,
  ...changes,
})
