import { fold } from '../text/fold.ts'
import type { FoundUnitName } from '../units/find-unit-names.ts'
import type { ChargedUnit, DutyDraft, ReadingContext, Scope } from './duty-draft.ts'
import { isLead } from './find-roles.ts'
import { findSubject } from './find-subject.ts'
import { readOwnDeadline } from './govern-deadline.ts'
import { governByBlock, governByOwnLabels } from './govern-duties.ts'
import { isShouted } from './is-shouted.ts'
import { isClosing } from './is-closing.ts'
import { matchHeadingUnits, nameHeadingUnits } from './match-heading-units.ts'
import { matchLabel, type Label } from './match-label.ts'
import { matchZone } from './match-zone.ts'
import { startsWithAny } from './phrase-start.ts'
import { splitCharge, type Charge } from './charge.ts'
import { completeUnits, readCharge } from './read-charge.ts'
import type { Block } from './read-outline.ts'
import { splitDuty } from './split-duty.ts'
import { splitSentences } from './split-sentences.ts'

/** Every duty of the body's blocks, in the order of the paper. */
export function readDuties(blocks: readonly Block[], preamble: string, context: ReadingContext): DutyDraft[] {
  return readChildren(blocks, { zone: 'task', units: readAddressed(preamble, context) }, undefined, context)
}

// "… đề nghị các sở giáo dục và đào tạo thực hiện một số nội dung sau:" charges them with whatever names nobody else.
function readAddressed(preamble: string, context: ReadingContext): ChargedUnit[] {
  const subject = /:\s*$/.test(preamble) ? findSubject(preamble, context.lexicon) : undefined
  return subject && subject.start > 0 && /(?:yeu cau|de nghi|giao)\s*:?\s*$/.test(fold(preamble.slice(0, subject.start)))
    ? toUnits(subject.units, '')
    : []
}

// Labelled lines govern the duties since the labels before them, or the block they stand in.
function readChildren(blocks: readonly Block[], scope: Scope, owner: DutyDraft | undefined, context: ReadingContext): DutyDraft[] {
  const duties: DutyDraft[] = []
  let governed = owner ? [owner] : []
  let isSettled = owner !== undefined
  for (const [index, block] of blocks.entries()) {
    const label = labelOf(block, context) ?? matchBareLabel(block, blocks, context)
    if (label && label.kind !== 'content' && !isChargeBehindLabel(label, scope, context)) {
      const split = scope.zone === 'purpose' ? [] : governByLabel(label, block, governed, context)
      governed.push(...split)
      duties.push(...split)
      isSettled ||= label.kind !== 'other'
      continue
    }
    const read = label
      ? readContent(block, label.value, scope, context)
      : readBlock(block, narrowScope(block, scope, index > 0 || owner !== undefined, context), context)
    if (isSettled) governed = []
    isSettled = false
    governed.push(...read)
    duties.push(...read)
    spreadLast(governed, findClosingLabel(block, context))
  }
  return duties
}

function governByLabel(label: Label, block: Block, governed: readonly DutyDraft[], context: ReadingContext): DutyDraft[] {
  governByBlock(label, block, governed, context)
  return splitDuty(label, block, governed, context)
}

// Behind all numbered parts only who is named is charged, unless a verb begins a task: "Chương trình này phổ biến đến chi bộ."
function narrowScope(block: Block, scope: Scope, isBelowAnother: boolean, { lexicon }: ReadingContext): Scope {
  const isTail = isBelowAnother && block.isLast && block.kind === 'plain' && block.path !== ''
  return isTail && !startsWithAny(block.paragraph.text, lexicon.words.verbs) ? { ...scope, units: [], isTail } : scope
}

// "a) Nội dung thực hiện", "b) Phân công thực hiện", "c) Thời gian thực hiện": headings that are labels of one duty.
function matchBareLabel(block: Block, siblings: readonly Block[], { lexicon }: ReadingContext): Label | undefined {
  const labels = siblings.map(({ paragraph, children }) =>
    children.length > 0 ? matchLabel(`${paragraph.text.replace(/[.:]$/, '')}:`, lexicon.words) : undefined,
  )
  const kinds = new Set(labels.map((label) => label?.kind))
  const isSet = kinds.has('content') && (kinds.has('deadline') || kinds.has('assigned') || kinds.has('lead'))
  return isSet ? labels[siblings.indexOf(block)] : undefined
}

// "Chỉ tiêu: Mỗi xã, phường đảm nhận một công trình …" charges somebody.
function isChargeBehindLabel({ kind, value }: Label, { zone }: Scope, context: ReadingContext): boolean {
  return kind === 'other' && zone !== 'purpose' && readCharge(value, { zone, units: [] }, context)?.isNamed === true
}

function labelOf(block: Block, context: ReadingContext): Label | undefined {
  return matchLabel(block.paragraph.text, context.lexicon.words)
}

function readContent(block: Block, value: string, scope: Scope, context: ReadingContext): DutyDraft[] {
  const below = readChildren(block.children, scope, undefined, context)
  if (!value) return below
  const at = block.paragraph.text.length - value.length
  return [...draftDuties(block, { text: value, at, units: scope.units, certainty: 0.9, isNamed: false }, context), ...below]
}

// "Thời gian: …" as a plain line below the last of several items (1.1, 1.2) is said of all of them.
function findClosingLabel(block: Block, context: ReadingContext): Label | undefined {
  const last = block.children.at(-1)
  const label = block.kind === 'section' && block.path.includes('.') && last?.kind === 'plain' ? labelOf(last, context) : undefined
  const isAlone = block.children.every((child) => child === last || labelOf(child, context)?.kind !== 'lead')
  return label && isAlone && ['deadline', 'lead', 'assigned'].includes(label.kind) ? label : undefined
}

function spreadLast(duties: readonly DutyDraft[], label: Label | undefined): void {
  const last = duties.at(-1)
  if (!last || !label || duties.slice(0, -1).some((duty) => duty.deadline.kind !== 'none' || duty.units.length > 0)) return
  for (const duty of duties) {
    duty.deadline = last.deadline
    if (label.kind !== 'deadline') duty.units = last.units
  }
}

function readBlock(block: Block, scope: Scope, context: ReadingContext): DutyDraft[] {
  const { text } = block.paragraph
  const inner = enterSection(block, scope, context)
  if (inner.zone === 'purpose') return []
  if (isHeadingOnly(block, context)) return readChildren(block.children, inner, undefined, context)
  const units = matchHeadingUnits(text, context.lexicon) ?? matchUnknownUnit(block, inner, context)
  if (units) {
    const charged = toUnits(nameHeadingUnits(units, text, context.lexicon), text)
    return readChildren(block.children, { ...inner, units: charged }, undefined, context)
  }
  if (isListOfContents(block, context) || isCourtesy(text)) return []
  return isClosing(block) || inner.isTail ? readClosing(block, context) : readCharged(block, inner, context)
}

// "Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./."
const ANNOUNCES =
  /^[^.;]{0,80}\bthong bao\s(?:y kien |ket luan |noi dung |chi dao |den |de )[^.;]{0,200}\s(?:biet|duoc biet)\b[^.;]{0,60}[./\s]*$/

// "Trân trọng cảm ơn./."
function isCourtesy(text: string): boolean {
  const folded = fold(text)
  return (
    /^(?:xin )?(?:tran trong|cam on|(?:[^.;,:]{3,70}\s)?rat mong (?:nhan duoc|duoc)|kinh mong)\b[^.;]{0,120}[./\s]*$/.test(
      folded,
    ) || ANNOUNCES.test(folded)
  )
}

// The closing demand counts where it names somebody.
function readClosing(block: Block, context: ReadingContext): DutyDraft[] {
  const charge = readCharge(block.paragraph.text, { zone: 'task', units: [] }, context)
  return charge?.isNamed ? draftDuties(block, charge, context) : []
}

function readCharged(block: Block, scope: Scope, context: ReadingContext): DutyDraft[] {
  const charge = readCharge(block.paragraph.text, scope, context)
  if (block.children.length > 0) return readParent(block, charge, scope, context)
  return charge ? draftDuties(block, charge, context) : []
}

// Below "Tổ chức thực hiện" a short heading is a unit, also one that no list knows: "Các ông (bà) Trưởng thôn".
function matchUnknownUnit(block: Block, { zone }: Scope, { lexicon }: ReadingContext): readonly FoundUnitName[] | undefined {
  const { text } = block.paragraph
  const name = text.replace(/\s*:$/, '')
  const isShort = name.length < 80 && !isTerminated(name)
  const isHeading = block.kind === 'section' && zone === 'organise' && block.children.length > 0 && isShort
  if (
    !isHeading ||
    isShouted(name) ||
    !/^\p{Lu}/u.test(name) ||
    matchZone(name, lexicon.words) ||
    startsWithAny(name, lexicon.words.verbs)
  )
    return undefined
  const isClause =
    /^(?:ngoai|doi voi|tren co so|can cu|trong|ve|de|nham|mot so|nhung|viec|che do)\s/.test(fold(name)) ||
    /[,;]\s*(?:yeu cau|gom)$/.test(fold(name))
  return isClause ? undefined : [{ name, start: 0, end: name.length, isCollective: name.startsWith('Các ') }]
}

function toUnits(units: readonly { readonly name: string }[], text: string): ChargedUnit[] {
  return units.map(({ name }) => ({ name, role: isLead(text) ? 'lead' : 'assigned' }))
}

function enterSection(block: Block, scope: Scope, context: ReadingContext): Scope {
  const { text } = block.paragraph
  if (block.kind !== 'section' || scope.zone === 'purpose') return scope
  const isHeading = (block.children.length > 0 || text.length < 80) && !isTerminated(text)
  const zone = isHeading ? matchZone(text, context.lexicon.words) : undefined
  return { ...scope, zone: zone ?? scope.zone }
}

// "TỔ CHỨC THỰC HIỆN" names a part of the paper, never a unit.
function isHeadingOnly(block: Block, context: ReadingContext): boolean {
  const { text } = block.paragraph
  return (
    (block.kind === 'section' &&
      text === text.toUpperCase() &&
      text.length < 250 &&
      matchHeadingUnits(text, context.lexicon) === undefined) ||
    (block.kind === 'section' &&
      !isTerminated(text) &&
      text.length < 80 &&
      matchZone(text, context.lexicon.words) !== undefined &&
      /^(?:nhiem vu|noi dung|to chuc thuc hien|kinh phi|giai phap|phan cong)/.test(fold(text)) &&
      !block.children.every((child) => labelOf(child, context)))
  )
}

function isTerminated(text: string): boolean {
  return /[.;…]["”]?$|\/\.?$/.test(text)
}

// "Bản tin thường kỳ, tập trung vào các nhóm nội dung": a noun and its parts, nobody's duty.
function isListOfContents(block: Block, { lexicon }: ReadingContext): boolean {
  const folded = fold(block.paragraph.text)
  return (
    block.children.length > 0 &&
    !/bao gom\s*:$/.test(folded) &&
    startsWithAny(block.paragraph.text, lexicon.words.nouns) &&
    !startsWithAny(block.paragraph.text, lexicon.words.verbs) &&
    /(?:noi dung|chuyen de|tieu chi)(?: sau| chinh)?\s*:?$/.test(folded)
  )
}

function readParent(block: Block, charge: Charge | undefined, scope: Scope, context: ReadingContext): DutyDraft[] {
  const { text } = block.paragraph
  const isLeadIn = text.endsWith(':')
  const tasks = block.children.filter((child) => !labelOf(child, context))
  if (charge && isLeadIn && tasks.length > 0 && isContentList(text, tasks, context)) {
    return draftDuties(block, charge, context).map((duty) => ({ ...duty, last: block.last }))
  }
  const inner = charge && (charge.isNamed || isLeadIn) ? { ...scope, units: charge.units } : scope
  const own = chooseOwn(block, charge, tasks, scope, context)
  if (!own) return readChildren(block.children, inner, undefined, context)
  const duties = draftDuties(block, own, context)
  return [...duties, ...readChildren(block.children, inner, duties.at(-1), context)]
}

// A parent is a duty itself when its labels govern nothing else, or when it is a whole sentence.
function chooseOwn(
  block: Block,
  charge: Charge | undefined,
  tasks: readonly Block[],
  scope: Scope,
  context: ReadingContext,
): Charge | undefined {
  const { text } = block.paragraph
  const isGoverned = tasks.length === 0 && !block.children.some((child) => labelOf(child, context)?.kind === 'content')
  if (isGoverned) return charge ?? { text, at: 0, units: scope.units, certainty: 0.85, isNamed: false }
  return isTerminated(text) ? charge : undefined
}

const PARTS = /(?:noi dung|linh vuc|van de|doi tuong|hinh thuc|dia ban|tieu chi|nhom)[^:.;]{0,40}:$/

// What follows "… các nội dung sau:" are parts of one duty, not duties.
function isContentList(text: string, tasks: readonly Block[], { lexicon }: ReadingContext): boolean {
  const nouns = tasks.filter(
    ({ paragraph }) => startsWithAny(paragraph.text, lexicon.words.nouns) && !startsWithAny(paragraph.text, lexicon.words.verbs),
  ).length
  return nouns * 2 >= tasks.length || (PARTS.test(fold(text)) && tasks[0]!.style === 'plus')
}

function draftDuties(block: Block, charge: Charge, context: ReadingContext): DutyDraft[] {
  const path = isClosing(block) ? 'closing' : block.path
  const parts = splitCharge(charge).flatMap(({ units, ...part }) =>
    splitSentences({ ...part, units }, block.paragraph, context.issuedOn).map((each) => ({ ...each, charged: units })),
  )
  return parts.map(({ text, first, last, charged }) => {
    const { units, reporting } = completeUnits(text, charged, context)
    const draft: DutyDraft = {
      path,
      first,
      last,
      text,
      units,
      deadline: readOwnDeadline(text, context.issuedOn),
      reporting,
      confidence: charge.certainty,
    }
    return governByOwnLabels(draft, context)
  })
}
