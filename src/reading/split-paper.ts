import { fold } from '../text/fold.ts'
import { matchMark } from './match-mark.ts'
import type { Line } from './read-lines.ts'

/** The paper in its parts: head up to the first section, body, foot from "Nơi nhận" on, appendix or attached paper after it. */
export type PaperParts = {
  readonly head: readonly Line[]
  readonly body: readonly Line[]
  readonly foot: readonly Line[]
  readonly appendix: readonly Line[]
  /** The sections of the plan that a decision is issued with; part of the appendix. */
  readonly attached: readonly Line[]
  /** What is printed below each "PHỤ LỤC"; part of the appendix too. */
  readonly annexes: readonly Annex[]
}

/** Phụ lục: how its sections' paths begin ("PL", "PLII"), its title, and the lines from its first mark on. */
export type Annex = { readonly path: string; readonly title: string; readonly first: number; readonly lines: readonly Line[] }

const FOOT =
  /^(?:\||\s)*noi\s+nhan\b|^noi$|^(?:\||\s)*(?:t\s*\/\s*m|tm|k\s*\/\s*t|kt|tuq|q)\s*[./]\s*\p{L}|^(?:\||\s)*(?:tl|t\s*\/\s*l)\s*[./]\s*(?:chu tich|bo truong|thu truong|giam doc|truong|tong|cuc|chanh|ban|uy ban|ubnd|thuong truc|hieu truong|vien)/u
// In capitals, also beside an unreadable "Nơi nhận".
const SIGNATURE = /(?:^|\s)(?:KT|TM|T\/M|TL|TUQ|K\/T)[./]\s?\p{Lu}{2,}|^(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC)$/u
const MAX_FOOT_GAP = 30
const APPENDIX = /^phu\s+luc\b/
const ATTACHED = /^(?:ke hoach|chuong trinh|chuong trinh hanh dong|de an|phuong an|danh muc nhiem vu)$/

/** Cuts a paper into head, body, foot and appendix. */
export function splitPaper(lines: readonly Line[]): PaperParts {
  const start = findBody(lines)
  const foot = findFoot(lines, start)
  const appendix = lines.findIndex((line, index) => index > foot + 2 && (isAppendix(line) || isAttached(lines, index)))
  const end = appendix < 0 ? lines.length : appendix
  const rest = lines.slice(end)
  return {
    head: lines.slice(0, start),
    body: lines.slice(start, foot),
    foot: lines.slice(foot, end),
    appendix: rest,
    attached: appendix >= 0 && isAttached(lines, end) ? listAttached(rest) : [],
    annexes: listAnnexes(rest),
  }
}

function isAppendix({ text }: Line): boolean {
  return APPENDIX.test(fold(text)) && text.length < 80
}

// "KẾ HOẠCH", its title, "(Kèm theo Quyết định số …)".
function isAttached(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!
  return (
    /^\p{Lu}/u.test(text) &&
    ATTACHED.test(fold(text)) &&
    lines.slice(at + 1, at + 10).some((line) => /(?:^\W*|\()(?:ban hanh )?kem theo\b/.test(fold(line.text)))
  )
}

function listAttached(lines: readonly Line[]): readonly Line[] {
  const from = lines.findIndex(({ text }, index) => isFirstMark(text, lines[index + 1]?.text ?? ''))
  const end = lines.findIndex((line, index) => index > from && isAppendix(line))
  return from < 0 ? [] : lines.slice(from, end < 0 ? lines.length : end)
}

function listAnnexes(lines: readonly Line[]): Annex[] {
  const starts = lines.flatMap((line, index) => (isAppendix(line) ? [index] : []))
  return starts.map((start, index) => {
    const own = lines.slice(start, starts[index + 1])
    const from = own.findIndex(({ text }, at) => at > 0 && isFirstMark(text, own[at + 1]?.text ?? ''))
    const number = /^\S+\s+\S+\s+(?:số\s+)?([IVX]{1,4}|\d{1,2})(?=[\s.:]|$)/u.exec(own[0]!.text)?.[1] ?? ''
    const title = own.slice(0, Math.max(from, 1)).map(({ text }) => text)
    return { path: `PL${number}`, title: title.join(' ').trim(), first: own[0]!.number, lines: from < 0 ? [] : own.slice(from) }
  })
}

function findBody(lines: readonly Line[]): number {
  const at = lines.findIndex(({ text }, index) => isFirstMark(text, lines[index + 1]?.text ?? ''))
  if (at >= 0) return at
  const preamble = lines.findIndex(({ text }) => /(?:sau|sau day|duoi day|yeu cau|de nghi|y kien|thuc hien)\s*:$/.test(fold(text)))
  if (preamble >= 0) return preamble + 1
  // A letter of plain paragraphs: its body begins below "Kính gửi" and the addressees.
  const addressed = lines.findIndex(({ text }) => /^\W*kinh gui/.test(fold(text)))
  const gap = addressed < 0 ? -1 : lines.findIndex(({ text }, index) => index > addressed && text === '')
  return gap >= 0
    ? gap + 1
    : Math.max(
        0,
        lines.findIndex(({ text }) => text !== ''),
      )
}

// "I.", "A.", "1.", "Điều 1.": where the numbering of a paper begins.
function isFirstMark(text: string, next: string): boolean {
  const mark = matchMark(text)
  if (!mark || (mark.rest === '' && next === '')) return false
  if (mark.style === 'roman') return /^[I1l|]$/.test(mark.value)
  if (mark.style === 'capital') return mark.value === 'A'
  const isNumbered = ['number', 'article', 'chapter', 'part'].includes(mark.style)
  return isNumbered && /^(?:1|I|0?1|nhất|NHẤT)$/.test(mark.value) && !/^\d/.test(mark.rest)
}

function findFoot(lines: readonly Line[], start: number): number {
  const at = lines.findIndex(({ text }, index) => index > start && FOOT.test(fold(text)) && !/[a-z]\s*:\s*\S{20}/.test(text))
  const signed = lines.findIndex(({ text }, index) => index > start && SIGNATURE.test(text))
  const foot = at >= 0 && signed >= 0 ? Math.min(at, signed) : Math.max(at, signed)
  const end = foot < 0 ? lines.length : foot
  const closing = lines.findLastIndex(({ text }, index) => index > start && index < end && /\.\/\.?$/.test(text))
  // "./." ends the text; an unreadable "Nơi nhận" may stand between it and the signature.
  return closing >= 0 && (foot < 0 || end - closing < MAX_FOOT_GAP) ? closing + 1 : end
}
