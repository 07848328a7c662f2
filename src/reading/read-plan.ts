import type { DutyReading, Passage, Quality, Reading, Section } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'
import { matchUnitList } from '../units/find-unit-names.ts'
import { findSubject } from './find-subject.ts'
import type { ReadingLexicon } from './lexicon.ts'
import { learnPaperNames } from './learn-paper-names.ts'
import { listIssues } from './list-issues.ts'
import { matchHeadingUnits } from './match-heading-units.ts'
import { rateQuality } from './rate-quality.ts'
import { guessReferenceDay } from './read-place-and-day.ts'
import type { DutyDraft } from './duty-draft.ts'
import { findAnnex, findSection, listsTasks, placeBelow } from './read-annexes.ts'
import { readDuties } from './read-duties.ts'
import { readHeader } from './read-header.ts'
import { readLines, type Line } from './read-lines.ts'
import { listBlocks, readOutline, type Block } from './read-outline.ts'
import { measureStyle, readParagraphs } from './read-paragraphs.ts'
import { readTableDuties } from './read-table-duties.ts'
import { readTables, type Table } from './read-tables.ts'
import { splitHeadings } from './split-headings.ts'
import { splitPaper } from './split-paper.ts'

/** quality: what restoring found out about the copy; without it reading compares source and restored text. */
export type ReadingOptions = { readonly quality?: Quality }

/** Reads a paper as a careful clerk would: header, outline, duties with units and deadlines, and what could not be read. */
export function readPlan(source: string, restored: string, known: ReadingLexicon, options: ReadingOptions = {}): Reading {
  const lines = readLines(source, restored)
  const parts = splitPaper(lines)
  const plan = readHeader(parts, known)
  const style = measureStyle(lines)
  const lexicon = learnPaperNames(plan.recipients, readParagraphs([...parts.head, ...parts.body], style), known)

  const tables = readTables([...parts.body, ...parts.appendix], lexicon.words)
  const readSections = (part: readonly Line[]): Block[] =>
    readOutline(splitHeadings(readParagraphs(withoutTables(part, tables), style), lexicon))
  const outlines = [readSections(parts.body), readSections(parts.attached)]
  const annexes = parts.annexes.filter(listsTasks).flatMap(({ path, lines }) => placeBelow(path, readSections(lines)))
  const outline = [...outlines.flat(), ...annexes]
  const blocks = listBlocks(outline)
  const sections = blocks.filter(({ kind }) => kind === 'section').map((block) => toSection(block, lexicon))

  const context = { lexicon, issuedOn: guessReferenceDay(plan) }
  // Rows of an appendix stand in no section of the body.
  const isInAppendix = (line: number): boolean => line >= (parts.appendix[0]?.number ?? Infinity)
  const sectionAt = (line: number): string | undefined =>
    findAnnex(parts.annexes, line) ?? findSection(isInAppendix(line) ? outlines[1]! : outlines[0]!, line)
  const drafts = [
    ...readDuties(outline, readParagraphs(parts.head, style).at(-1)?.text ?? '', context),
    ...readTableDuties(tables, sectionAt, context),
  ]
  const duties = drafts.toSorted((a, b) => a.first - b.first).map((draft) => toDuty(draft, lines, source))

  const quality = options.quality ?? rateQuality(source, restored, lexicon.words)
  const passages = [...readParagraphs(parts.head).map((paragraph) => ({ path: '', paragraph })), ...blocks].map(toPassage)
  return { plan, sections, duties, passages, quality, issues: listIssues({ plan, sections, duties, quality }, lexicon.issues) }
}

function withoutTables(lines: readonly Line[], tables: readonly Table[]): Line[] {
  const isInside = (number: number): boolean => tables.some(({ first, last }) => first <= number && number <= last)
  return lines.map((line) => (isInside(line.number) ? { ...line, text: '' } : line))
}

function toSection({ path, paragraph, last }: Block, lexicon: ReadingLexicon): Section {
  return { path, heading: headingOf(paragraph.text, lexicon), lines: [paragraph.first, last] }
}

// Whom a paragraph charges is its heading; else its first clause when it is long.
function headingOf(text: string, lexicon: ReadingLexicon): string {
  const list =
    findSubject(text, lexicon)?.start === 0 || matchHeadingUnits(text, lexicon)
      ? matchUnitList(text, 0, lexicon.units, lexicon.words.verbs)
      : undefined
  if (list) {
    const printed = text.slice(list.start, list.end)
    const [only] = list.units
    return list.units.length === 1 && fold(only!.name) === fold(printed) ? only!.name : printed
  }
  const head = /^[^.;:]*/.exec(text)![0].trim()
  return text.length > 200 && head.length > 0 ? head : text.replace(/\s*:$/, '')
}

function toDuty(draft: DutyDraft, lines: readonly Line[], source: string): DutyReading {
  const { first, last, path, text, units, deadline, reporting, confidence } = draft
  const quote = source.slice(lines[first - 1]!.start, lines[last - 1]!.end).trim()
  return { path, lines: [first, last], text, quote, units, deadline, reporting, confidence }
}

function toPassage({ path, paragraph }: Pick<Block, 'path' | 'paragraph'>): Passage {
  return { path, lines: [paragraph.first, paragraph.last], text: paragraph.text }
}
