import { createTableStack } from './create-table-stack.ts'
import { breakParagraph, endLine, writeText, type Sheet } from './sheet.ts'

/** Takes the tokens of a web page and lays them out in lines. */
export type Page = {
  readonly write: (text: string) => void
  readonly breakLine: () => void
  readonly breakParagraph: () => void
  readonly openTable: () => void
  readonly openRow: () => void
  readonly openCell: (spans: Readonly<Record<string, string>>) => void
  readonly closeCell: () => void
  readonly closeTable: () => void
  readonly openList: (type: string, start: number) => void
  readonly openItem: (id?: string) => void
  readonly closeList: () => void
  readonly render: () => string
}

type List = { readonly type: string; next: number }

/** An empty page. */
export function createPage(): Page {
  const root: Sheet = { lines: [], line: '' }
  const { sheet, open, openRow, openCell, closeCell, close, isOpen } = createTableStack(root)
  const lists: List[] = []
  return {
    write: (text) => writeText(sheet(), text),
    breakLine: () => endLine(sheet()),
    breakParagraph: () => breakParagraph(sheet()),
    openTable: open,
    openRow,
    openCell,
    closeCell,
    closeTable: close,
    openList: (type, start) => void lists.push({ type, next: Number.isSafeInteger(start) ? start : 1 }),
    openItem: (id) => {
      breakParagraph(sheet())
      writeText(sheet(), markItem(lists.at(-1), id))
    },
    closeList: () => void lists.pop(),
    render: () => {
      while (isOpen()) close()
      endLine(root)
      const text = root.lines.join('\n').replaceAll(/\n{3,}/g, '\n\n')
      return `${text.trim()}\n`
    },
  }
}

function markItem(list: List | undefined, id: string | undefined): string {
  const note = /^(?:foot|end)note-(\d+)$/.exec(id ?? '')
  if (note) return `[${note[1]}] `
  if (!list || list.type === '-') return '- '
  const count = list.next
  list.next += 1
  if (!/^a$/i.test(list.type)) return `${count}. `
  const letter = String.fromCodePoint(97 + ((count + 25) % 26))
  return list.type === 'a' ? `${letter}) ` : `${letter.toUpperCase()}. `
}
