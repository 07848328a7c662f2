import { fold } from '../text/fold.ts'

// The one month whose name is another word once the tones are gone: "tháng sau" is the next one.
const MONTH_SIX = /(?<=tháng\s)sáu(?!\p{L})/giu

// "tính đến" says that a time is none to be kept, "tỉnh" says nothing.
const PROVINCE = /(?<!\p{L})tỉnh(?!\p{L})/giu

/**
 * NFC text in plain lower-case letters with one kind of blank, dash and slash: what the rules of this room read.
 * As long as the NFC text, so offsets agree.
 */
export function foldForDates(text: string): string {
  return fold(text.normalize('NFC').replaceAll(MONTH_SIX, '  6').replaceAll(PROVINCE, 'ti-h'))
    .replaceAll(/[^\S ]/g, ' ')
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/[⁄∕]/g, '/')
}

/** A rule's shape over such text: a blank stands for blanks (OCR scatters them), "_" for blanks or none; whole words only. */
export function buildShape(source: string): RegExp {
  const spaced = source.replaceAll(' ', '\\s+').replaceAll('_', '\\s*')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced})(?![\\p{L}\\p{N}])`, 'gu')
}
