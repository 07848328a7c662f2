import { isBullet, type Mark, type MarkStyle } from './match-mark.ts'
import type { Paragraph } from './read-paragraphs.ts'
import { repairRomans } from './repair-romans.ts'

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
  item: 4.5,
  number: 5,
  paren: 9,
  letter: 10,
  dash: 20,
  plus: 21,
  dot: 22,
}
const LETTERS = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split(' ')

type Open = { readonly block: Block; readonly rank: number; readonly mark: Mark | undefined }

/** The tree of sections, bullets and paragraphs of a paper's body. */
export function readOutline(paragraphs: readonly Paragraph[]): Block[] {
  const roots: Block[] = []
  const all: Block[] = []
  let open: Open[] = []
  for (const paragraph of repairRomans(paragraphs)) {
    const mark = paragraph.mark && repairMark(paragraph.mark, open)
    const rank = mark ? rankOf(mark, open) : 0
    open = mark ? open.filter((entry) => entry.rank < rank) : open.filter(({ block }) => block.kind === 'section')
    const block = toBlock(paragraph, mark, open)
    ;(open.at(-1)?.block.children ?? roots).push(block)
    for (const { block: ancestor } of open) ancestor.last = Math.max(ancestor.last, paragraph.last)
    if (mark) open.push({ block, rank, mark })
    // "Giao Sở Nội vụ:" without a mark stands above the bullets that follow it.
    else if (paragraph.text.endsWith(':')) open.push({ block, rank: RANKS.dash - 1, mark })
    all.push(block)
  }
  for (const block of all.slice(all.findLastIndex(({ kind }) => kind !== 'plain') + 1)) block.isLast = true
  return roots
}

function toBlock(paragraph: Paragraph, mark: Mark | undefined, open: readonly Open[]): Block {
  const isSection = mark !== undefined && !isBullet(mark.style)
  return {
    kind: isSection ? 'section' : mark ? 'bullet' : 'plain',
    style: mark?.style,
    path: isSection ? joinPath(open, mark) : (open.at(-1)?.block.path ?? ''),
    paragraph,
    children: [],
    last: paragraph.last,
    isLast: false,
  }
}

// "1)" stands below "a)" where letters are open, else beside or below "1.".
function rankOf(mark: Mark, open: readonly Open[]): number {
  if (mark.style === 'number') return RANKS.number + mark.value.split('.').length - 1
  if (mark.style === 'paren' && open.some(({ rank }) => rank === RANKS.letter)) return RANKS.letter + 1
  return RANKS[mark.style]
}

// "1)" after "h)" is i), a lone ")" after "k)" is l).
function repairMark(mark: Mark, open: readonly Open[]): Mark {
  const before = open.find(({ rank }) => rank === RANKS.letter)?.mark?.value
  if (mark.style === 'letter') return repairLetter(mark, before)
  if (mark.style !== 'paren' || mark.value !== '1') return mark
  const next = before && LETTERS[LETTERS.indexOf(before) + 1]
  return next === 'i' || next === 'l' ? { ...mark, style: 'letter', value: next } : mark
}

// Copies without accents print đ) as d): after c) comes d), after d) comes đ).
function repairLetter(mark: Mark, before: string | undefined): Mark {
  if (mark.value === 'd' && before === 'd') return { ...mark, value: 'đ' }
  if (mark.value === '') return { ...mark, value: LETTERS[LETTERS.indexOf(before ?? '') + 1] ?? '' }
  return mark.value === 'đ' && before === 'c' ? { ...mark, value: 'd' } : mark
}

function joinPath(open: readonly Open[], mark: Mark): string {
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
