import type { Day } from '../domain/calendar.ts'
import type { Deadline } from '../domain/deadline.ts'
import type { DutyReading, Role } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { findOtherRoles, isLead } from './find-roles.ts'
import { findSubject, matchHeadingUnits } from './find-subject.ts'
import { applyLabel } from './govern-duties.ts'
import { readOwnDeadline } from './govern-deadline.ts'
import type { ReadingLexicon } from './lexicon.ts'
import { matchLabel } from './match-label.ts'
import { matchZone, type Zone } from './match-zone.ts'
import { startsWithAny } from './phrase-start.ts'
import type { Block } from './read-outline.ts'

export type ChargedUnit = DutyReading['units'][number]

/** A duty before its quote is cut from the source. */
export type DutyDraft = {
  readonly path: string
  readonly first: number
  readonly last: number
  readonly text: string
  units: readonly ChargedUnit[]
  deadline: Deadline
  readonly reporting: DutyReading['reporting']
  readonly confidence: number
}

/** What the sections above a block say about it. */
type Scope = { readonly zone: Zone; readonly units: readonly ChargedUnit[]; readonly path: string | undefined }

export type ReadingContext = { readonly lexicon: ReadingLexicon; readonly issuedOn: Day | null }

/** Every duty of the body's blocks, in the order of the paper. */
export function readDuties(blocks: readonly Block[], context: ReadingContext): DutyDraft[] {
  return readChildren(blocks, { zone: 'task', units: [], path: undefined }, undefined, context)
}

// Labelled lines govern the duties since the labels before them, or the block they stand in.
function readChildren(blocks: readonly Block[], scope: Scope, owner: DutyDraft | undefined, context: ReadingContext): DutyDraft[] {
  const duties: DutyDraft[] = []
  let governed: DutyDraft[] = owner ? [owner] : []
  let isAfterLabel = false
  for (const block of blocks) {
    const label = matchLabel(block.paragraph.text, context.lexicon.words)
    if (label && label.kind !== 'content') {
      if (scope.zone !== 'purpose') duties.push(...applyLabel(label, block, governed, context))
      isAfterLabel ||= label.kind !== 'other'
      continue
    }
    const read = label ? readContent(block, label.value, scope, context) : readBlock(block, scope, context)
    if (isAfterLabel || (owner && governed[0] === owner)) governed = []
    isAfterLabel = false
    governed.push(...read)
    duties.push(...read)
    if (closesWithDeadline(block, context)) spreadDeadline(governed)
  }
  return duties
}

function readContent(block: Block, value: string, scope: Scope, context: ReadingContext): DutyDraft[] {
  const below = readChildren(block.children, scope, undefined, context)
  if (!value) return below
  return [buildDuty(block, value, scope.units, scope, context), ...below]
}

// "Thời gian: …" as a plain line below the last of several numbered duties is said of all of them.
function closesWithDeadline(block: Block, context: ReadingContext): boolean {
  const last = block.children.at(-1)
  return (
    last?.kind === 'plain' &&
    block.kind === 'section' &&
    matchLabel(last.paragraph.text, context.lexicon.words)?.kind === 'deadline'
  )
}

function spreadDeadline(duties: readonly DutyDraft[]): void {
  const deadline = duties.at(-1)?.deadline
  for (const duty of duties) if (deadline && duty.deadline.kind === 'none') duty.deadline = deadline
}

function readBlock(block: Block, scope: Scope, context: ReadingContext): DutyDraft[] {
  const { text } = block.paragraph
  const inner = enterSection(block, scope, context)
  if (inner.zone === 'purpose') return []
  const heading = matchHeadingUnits(text, context.lexicon)
  if (heading) return readChildren(block.children, { ...inner, units: toRoles(heading, text) }, undefined, context)
  if (block.children.length === 0) return readLeaf(block, inner, context)
  return readParent(block, inner, context)
}

function enterSection(block: Block, scope: Scope, context: ReadingContext): Scope {
  if (block.kind !== 'section') return scope
  const isHeading = block.children.length > 0 || isShort(block)
  const zone = isHeading && !isTerminated(block.paragraph.text) ? matchZone(block.paragraph.text, context.lexicon.words) : undefined
  // A sub-heading "Yêu cầu" below "Mục đích, yêu cầu" keeps it; "Nội dung" below it would not.
  return { ...scope, zone: scope.zone === 'purpose' ? 'purpose' : (zone ?? scope.zone) }
}

function isShort(block: Block): boolean {
  return block.paragraph.text.length < 80 && !/[.;]$/.test(block.paragraph.text)
}

function isTerminated(text: string): boolean {
  return /[.;…]["”]?$|\/\.?$/.test(text)
}

function readLeaf(block: Block, scope: Scope, context: ReadingContext): DutyDraft[] {
  const { text } = block.paragraph
  const charge = readCharge(text, scope, context)
  return charge
    ? [buildDuty(block, charge.text, charge.units, { ...scope, path: closingPath(block, text) }, context, charge.certainty)]
    : []
}

function closingPath(_block: Block, _text: string): string | undefined {
  return undefined
}

const CONTENT_LIST = /(?:noi dung|linh vuc|van de|doi tuong|hinh thuc|dia ban|tieu chi|nhom)[^:.;]{0,40}:$/

function readParent(block: Block, scope: Scope, context: ReadingContext): DutyDraft[] {
  const { text } = block.paragraph
  const charge = readCharge(text, scope, context)
  const hasLabels = block.children.some((child) => matchLabel(child.paragraph.text, context.lexicon.words))
  const tasks = block.children.filter((child) => !matchLabel(child.paragraph.text, context.lexicon.words))
  const isList = text.endsWith(':')
  if (charge && isList && tasks.length > 0 && isContentList(text, tasks, context))
    return [buildWhole(block, charge, scope, context)]
  const inner = charge ? { ...scope, units: charge.units } : scope
  const isOwnDuty = charge && (isTerminated(text) || (hasLabels && !hasContent(block, context) && tasks.length === 0))
  if (!isOwnDuty) {
    if (hasLabels && tasks.length === 0 && !hasContent(block, context)) {
      const own = buildDuty(block, text, scope.units, scope, context)
      return [own, ...readChildren(block.children, inner, own, context)]
    }
    return readChildren(block.children, inner, undefined, context)
  }
  const own = buildDuty(block, charge.text, charge.units, scope, context, charge.certainty)
  return [own, ...readChildren(block.children, inner, own, context)]
}

function hasContent(block: Block, context: ReadingContext): boolean {
  return block.children.some((child) => matchLabel(child.paragraph.text, context.lexicon.words)?.kind === 'content')
}

// What follows "… các nội dung sau:" are parts of one duty, not duties.
function isContentList(text: string, tasks: readonly Block[], context: ReadingContext): boolean {
  const nouns = tasks.filter((task) => startsWithAny(fold(task.paragraph.text), context.lexicon.words.nouns)).length
  return nouns * 2 >= tasks.length || (CONTENT_LIST.test(fold(text)) && tasks[0]!.style === 'plus')
}

function buildWhole(block: Block, charge: Charge, scope: Scope, context: ReadingContext): DutyDraft {
  const whole = [charge.text, ...listTexts(block.children)].join(' ')
  return { ...buildDuty(block, whole, charge.units, scope, context, charge.certainty), last: block.last }
}

function listTexts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => [block.paragraph.text, ...listTexts(block.children)])
}

type Charge = { readonly text: string; readonly units: readonly ChargedUnit[]; readonly certainty: number }

/** Whom a paragraph charges; undefined when it charges nobody with anything. */
function readCharge(text: string, scope: Scope, context: ReadingContext): Charge | undefined {
  const subject = findSubject(text, context.lexicon)
  if (subject) {
    const predicate = text.slice(subject.predicateAt)
    const units = toRoles(subject.units, predicate)
    return { text: subject.isRunIn ? predicate : text, units, certainty: 0.95 }
  }
  const folded = fold(text)
  const isVerb = startsWithAny(folded, context.lexicon.words.verbs)
  if (scope.units.length > 0) return { text, units: applyPredicate(scope.units, text), certainty: isVerb ? 0.95 : 0.8 }
  if (scope.zone === 'funds') return undefined
  return isVerb || !startsWithAny(folded, context.lexicon.words.nouns)
    ? { text, units: [], certainty: isVerb ? 0.85 : 0.6 }
    : undefined
}

function toRoles(units: readonly { readonly name: string }[], predicate: string): ChargedUnit[] {
  const role: Role = isLead(predicate) ? 'lead' : 'assigned'
  return units.map(({ name }) => ({ name, role }))
}

function applyPredicate(units: readonly ChargedUnit[], predicate: string): readonly ChargedUnit[] {
  const role: Role = isLead(predicate) ? 'lead' : 'assigned'
  return units.map((unit) => (unit.role === 'lead' || unit.role === 'assigned' ? { ...unit, role } : unit))
}

function buildDuty(
  block: Block,
  text: string,
  units: readonly ChargedUnit[],
  scope: Scope,
  context: ReadingContext,
  certainty = 0.9,
): DutyDraft {
  const others = findOtherRoles(text, 0, context.lexicon)
  const charged = new Set(units.map(({ name }) => fold(name)))
  const added = others.units.filter(({ name, role }) => role === 'report_to' || !charged.has(fold(name)))
  return {
    path: scope.path ?? block.path,
    first: block.paragraph.first,
    last: block.paragraph.last,
    text,
    units: dedupe([...units, ...added]),
    deadline: readOwnDeadline(text, context.issuedOn),
    reporting: others.reporting,
    confidence: certainty,
  }
}

function dedupe(units: readonly ChargedUnit[]): ChargedUnit[] {
  return units.filter(
    (unit, index) => units.findIndex(({ name, role }) => role === unit.role && fold(name) === fold(unit.name)) === index,
  )
}
