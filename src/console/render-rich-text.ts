import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** A run of lines of one shape, as replies are written: numbered lines, bullets, a quote, or plain lines. */
type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'quote'; readonly lines: readonly string[] }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | { readonly kind: 'numbers'; readonly items: readonly { readonly number: number; readonly text: string }[] }

// As replies mark them; what people and papers mark otherwise stays as they wrote it.
const NUMBERED = /^(\d{1,3})\.\s+(.+)$/
const BULLET = /^[•–]\s+(.+)$/
const QUOTE = /^["“].*["”]\.?$/s
/** "Nguyên văn: "…" over one or more lines; short ones are words to type and stay in their line. */
const LABELLED_QUOTE = /^([^"“”\n]{1,40}:) +(["“][^"“”]{40,}["”]\.?)$/gm
const BREAK = '\u2028'

/** A reply's text as escaped HTML: numbered and bulleted lists, quotes of plans, line breaks. */
export function renderRichText(text: string): Html {
  return html`${readBlocks(text).map(renderBlock)}`
}

function readBlocks(text: string): Block[] {
  const blocks: Block[] = []
  // Inside a quote a line break is the paper's own: it is kept out of the reading of lines.
  const apart = text
    .trim()
    .replaceAll(LABELLED_QUOTE, (_, label: string, quote: string) => `${label}\n${quote.replaceAll('\n', BREAK)}`)
  for (const paragraph of apart.split(/\n\s*\n/)) {
    let open: Block | undefined
    for (const line of paragraph.split('\n').map((line) => line.trim())) {
      const next: Block = readLine(line)
      open = open && joinBlocks(open, next)
      if (open) blocks[blocks.length - 1] = open
      else blocks.push((open = next))
    }
  }
  return blocks
}

function readLine(line: string): Block {
  const numbered = NUMBERED.exec(line)
  if (numbered) return { kind: 'numbers', items: [{ number: Number(numbered[1]), text: numbered[2]! }] }
  const bullet = BULLET.exec(line)
  if (bullet) return { kind: 'bullets', items: [bullet[1]!] }
  return { kind: QUOTE.test(line) ? 'quote' : 'paragraph', lines: line.split(BREAK) }
}

function joinBlocks(before: Block, next: Block): Block | undefined {
  if (before.kind === 'numbers' && next.kind === 'numbers') return { ...before, items: [...before.items, ...next.items] }
  if (before.kind === 'bullets' && next.kind === 'bullets') return { ...before, items: [...before.items, ...next.items] }
  if (before.kind === 'paragraph' && next.kind === 'paragraph') return { ...before, lines: [...before.lines, ...next.lines] }
  return undefined
}

function renderBlock(block: Block): Html {
  if (block.kind === 'numbers')
    return html`<ol>
      ${block.items.map((item) => html`<li value="${item.number}">${renderLine(item.text)}</li>`)}
    </ol>`
  if (block.kind === 'bullets')
    return html`<ul>
      ${block.items.map((item) => html`<li>${renderLine(item)}</li>`)}
    </ul>`
  const lines = block.lines.map((line, at) => html`${at > 0 ? html`<br />` : ''}${renderLine(line)}`)
  return block.kind === 'quote' ? html`<blockquote>${lines}</blockquote>` : html`<p>${lines}</p>`
}

/** As typed: no letter of it is markup. A percent sign stays with its number. */
function renderLine(line: string): string {
  return line.replaceAll(/(\d) %/g, '$1\u00a0%')
}
