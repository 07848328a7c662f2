import { isBullet, type Mark, type MarkStyle } from './match-mark.ts'
import type { Paragraph } from './read-paragraphs.ts'

/** Mục, gạch đầu dòng or plain paragraph, with what stands below it. */
export type Block = {
  readonly kind: 'section' | 'bullet' | 'plain'
  readonly style: MarkStyle | undefined
  /** Printed marks from the outermost section down; bullets and plain paragraphs carry their section's. */
  readonly path: string
  readonly paragraph: Paragraph
  readonly children: Block[]
  /** Last line of the block and everything below it. */
  last: number
  /** Among the plain paragraphs that end the body. */
  isLast: boolean
}

const RANKS: Readonly<Record<MarkStyle, number>> = {
  part: 0,
  chapter: 1,
  capital: 2,
  roman: 3,
  article: 4,
  number: 5,
  paren: 9,
  letter: 10,
  dash: 20,
  plus: 21,
  dot: 22,
}
const LETTERS = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split(' ')

/** The tree of sections, bullets and paragraphs of a paper's body. */
export function readOutline(paragraphs: readonly Paragraph[]): Block[] {
  const roots: Block[] = []
  const all: Block[] = []
  let open: { readonly block: Block; readonly rank: number; readonly mark: Mark | undefined }[] = []
  const siblingMark = (rank: number): Mark | undefined => open.find((entry) => entry.rank === rank)?.mark
  for (const paragraph of paragraphs) {
    const mark = paragraph.mark && repairMark(paragraph.mark, siblingMark)
    const rank = mark ? rankOf(mark, open) : 30
    open = mark ? open.filter((entry) => entry.rank < rank) : open.filter(({ block }) => block.kind === 'section')
    const parent = open.at(-1)?.block
    const block: Block = {
      kind: mark ? (isBullet(mark.style) ? 'bullet' : 'section') : 'plain',
      style: mark?.style,
      path: mark && !isBullet(mark.style) ? joinPath(open, mark) : (parent?.path ?? ''),
      paragraph,
      children: [],
      last: paragraph.last,
      isLast: false,
    }
    ;(parent?.children ?? roots).push(block)
    for (const { block: ancestor } of open) ancestor.last = Math.max(ancestor.last, paragraph.last)
    if (mark) open.push({ block, rank, mark })
    all.push(block)
  }
  for (let index = all.length - 1; all[index]?.kind === 'plain'; index -= 1) all[index]!.isLast = true
  return roots
}

function rankOf(mark: Mark, open: readonly { readonly rank: number }[]): number {
  if (mark.style === 'number') return RANKS.number + mark.value.split('.').length - 1
  if (mark.style === 'paren')
    return open.some(({ rank }) => rank === RANKS.number || rank === RANKS.letter)
      ? open.some(({ rank }) => rank === RANKS.letter)
        ? 11
        : 9
      : 9
  return RANKS[mark.style]
}

// "I1" and "111" are II and III; "1)" after "h)" is i), a lone ")" after "k)" is l).
function repairMark(mark: Mark, siblingMark: (rank: number) => Mark | undefined): Mark {
  if (mark.style === 'roman') return { ...mark, value: mark.value.replace(/[1l|]/g, 'I') }
  if (mark.style === 'letter') return repairLetter(mark, siblingMark(RANKS.letter)?.value)
  if (mark.style !== 'paren' || mark.value !== '1') return mark
  const before = siblingMark(RANKS.letter)?.value
  const next = before && LETTERS[LETTERS.indexOf(before) + 1]
  return next === 'i' || next === 'l' ? { ...mark, style: 'letter', value: next } : mark
}

// Copies without accents print đ) as d): after c) comes d), after d) comes đ).
function repairLetter(mark: Mark, before: string | undefined): Mark {
  if (mark.value === 'd' && before === 'd') return { ...mark, value: 'đ' }
  if (mark.value === '') return { ...mark, value: LETTERS[LETTERS.indexOf(before ?? '') + 1] ?? '' }
  return mark.value === 'đ' && before === 'c' ? { ...mark, value: 'd' } : mark
}

function joinPath(open: readonly { readonly block: Block; readonly mark: Mark | undefined }[], mark: Mark): string {
  // "3.2" prints its parent's "3" again.
  const parents = open.filter(({ block, mark: above }) => block.kind === 'section' && !(above && isPrefix(above, mark)))
  const base = parents.at(-1)?.block.path
  return [...(base ? [base] : []), mark.value].join('.')
}

function isPrefix(above: Mark, mark: Mark): boolean {
  return above.style === 'number' && mark.style === 'number' && mark.value.startsWith(`${above.value}.`)
}

/** Every block, a parent before its children. */
export function listBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...listBlocks(block.children)])
}
