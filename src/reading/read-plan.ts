import type { DutyReading, Passage, Quality, Reading, Section } from '../domain/plan.ts'
import type { ReadingLexicon } from './lexicon.ts'
import { listIssues } from './list-issues.ts'
import { rateQuality } from './rate-quality.ts'
import { guessReferenceDay } from './read-place-and-day.ts'
import type { DutyDraft } from './duty-draft.ts'
import { readDuties } from './read-duties.ts'
import { readHeader } from './read-header.ts'
import { readLines, type Line } from './read-lines.ts'
import { listBlocks, readOutline, type Block } from './read-outline.ts'
import { readParagraphs } from './read-paragraphs.ts'
import { splitPaper } from './split-paper.ts'

/** quality: what restoring found out about the copy; without it reading compares source and restored text. */
export type ReadingOptions = { readonly quality?: Quality }

/** Reads a paper as a careful clerk would: header, outline, duties with units and deadlines, and what could not be read. */
export function readPlan(source: string, restored: string, lexicon: ReadingLexicon, options: ReadingOptions = {}): Reading {
  const lines = readLines(source, restored)
  const parts = splitPaper(lines)
  const plan = readHeader(parts, lexicon.words)

  const outline = readOutline(readParagraphs(parts.body))
  const blocks = listBlocks(outline)
  const sections = blocks.filter(({ kind }) => kind === 'section').map(toSection)

  const drafts = readDuties(outline, { lexicon, issuedOn: guessReferenceDay(plan) })
  const duties = drafts.map((draft) => toDuty(draft, lines, source))

  const quality = options.quality ?? rateQuality(source, restored, lexicon.words)
  const passages = [...readParagraphs(parts.head).map((paragraph) => ({ path: '', paragraph })), ...blocks].map(toPassage)
  return { plan, sections, duties, passages, quality, issues: listIssues(plan, sections, duties, quality, lexicon.issues) }
}

function toSection(block: Block): Section {
  const { text, first } = block.paragraph
  return { path: block.path, heading: headingOf(text), lines: [first, block.last] }
}

function headingOf(text: string): string {
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
