import { fold } from '../text/fold.ts'
import { listBlocks, type Block } from './read-outline.ts'
import type { Annex } from './split-paper.ts'

const LISTS_TASKS = /\b(?:nhiem vu|phan cong|cong viec|noi dung trien khai|tien do thuc hien|lo trinh)\b/
const IS_FORM = /\b(?:mau|bieu mau|bieu so|danh sach|de cuong|huong dan (?:ghi|lap|viet)|phieu|thong ke|so lieu)\b/

/** Whether an appendix gives tasks in numbered paragraphs, rather than a list, a form or a template. */
export function listsTasks({ title, lines }: Annex): boolean {
  const folded = fold(title).replace(/\([^)]*\)?/g, ' ')
  return lines.length > 0 && LISTS_TASKS.test(folded) && !IS_FORM.test(folded)
}

/** The sections of an appendix stand below its own path: "PL.I.1". */
export function placeBelow(path: string, blocks: readonly Block[]): Block[] {
  return blocks.map((block) => ({
    ...block,
    path: block.path ? `${path}.${block.path}` : path,
    children: placeBelow(path, block.children),
  }))
}

/** The path of the appendix that a line stands in. */
export function findAnnex(annexes: readonly Annex[], line: number): string | undefined {
  return annexes.findLast(({ first }) => first <= line)?.path
}

/** The path of the last section that begins before a line. */
export function findSection(blocks: readonly Block[], line: number): string | undefined {
  return listBlocks(blocks).findLast(({ kind, paragraph }) => kind === 'section' && paragraph.first < line)?.path
}
