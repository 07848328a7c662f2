import { isShouted } from './is-shouted.ts'
import type { Mark } from './match-mark.ts'
import type { Paragraph } from './read-paragraphs.ts'

const ROMANS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']

/**
 * Damaged copies misread the marks of main headings: "1. MỤC ĐÍCH" for I, "II." twice for II and III, or none at all.
 * Where a paper counts its headings in capitals with Roman numbers, their sequence tells them; clean papers keep what they print.
 */
export function repairRomans(paragraphs: readonly Paragraph[]): Paragraph[] {
  if (!paragraphs.some((paragraph) => paragraph.mark?.style === 'roman' && isShouted(paragraph.text))) return [...paragraphs]
  let last = 0
  return paragraphs.map((paragraph) => {
    const value = isShouted(paragraph.text) ? readValue(paragraph, last) : undefined
    if (value === undefined) return paragraph
    last = value
    return { ...paragraph, mark: { style: 'roman', value: ROMANS[value] ?? '', rest: paragraph.text } }
  })
}

function readValue({ mark, isDamaged, text }: Paragraph, last: number): number | undefined {
  if (mark?.style === 'roman') return readPrinted(ROMANS.indexOf(mark.value), isDamaged, last)
  const isLost = mark === undefined && last > 0 && text.split(' ').length > 3
  return isDamaged && (isLost || isMisread(mark)) ? last + 1 : undefined
}

function readPrinted(printed: number, isDamaged: boolean, last: number): number {
  return printed < 1 || (isDamaged && printed <= last) ? last + 1 : printed
}

function isMisread(mark: Mark | undefined): boolean {
  return mark?.style === 'number' && /^1{1,3}$/.test(mark.value)
}
