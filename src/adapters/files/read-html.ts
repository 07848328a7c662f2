import { decodeEntities } from './decode-entities.ts'
import { createPage, type Page } from './create-page.ts'

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([a-z][a-z\d:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi
const ATTRIBUTE = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi

/** What is not printed, with everything up to its end. */
const UNPRINTED = /<(script|style|head|template|noscript|svg|math|select|textarea|iframe|object)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi
const BLOCKS: ReadonlySet<string> = new Set(
  'p div h1 h2 h3 h4 h5 h6 section article header footer main aside nav blockquote pre hr ul ol dl dt dd center figure address form fieldset'.split(
    ' ',
  ),
)

type Handler = (page: Page, attributes: Readonly<Record<string, string>>) => void

const OPEN: Readonly<Record<string, Handler>> = {
  br: (page) => page.breakLine(),
  table: (page) => page.openTable(),
  tr: (page) => page.openRow(),
  td: (page, spans) => page.openCell(spans),
  th: (page, spans) => page.openCell(spans),
  ol: (page, { type, start }) => page.openList(type ?? '1', Number(start ?? 1)),
  ul: (page) => page.openList('-', 1),
  li: (page, { id }) => page.openItem(id),
}

const CLOSE: Readonly<Record<string, Handler>> = {
  table: (page) => page.closeTable(),
  tr: (page) => page.closeCell(),
  td: (page) => page.closeCell(),
  th: (page) => page.closeCell(),
  ol: (page) => page.closeList(),
  ul: (page) => page.closeList(),
  li: (page) => page.breakParagraph(),
}

/** The printed text of a web page, a paragraph a line; tables of three columns and more as rows of cells between bars. */
export function readHtml(html: string): string {
  const page = createPage()
  for (const [token, slash, tag, attributes = ''] of html.replaceAll(UNPRINTED, ' ').matchAll(TOKEN)) {
    if (tag === undefined) {
      if (!/^<[!?]/.test(token)) page.write(decodeEntities(token))
      continue
    }
    const name = tag.toLowerCase()
    if (BLOCKS.has(name)) page.breakParagraph()
    ;(slash ? CLOSE : OPEN)[name]?.(page, parseAttributes(attributes))
  }
  return page.render()
}

function parseAttributes(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
    name.toLowerCase(),
    decodeEntities(double ?? single ?? bare ?? ''),
  ])
  return Object.fromEntries(found) as Readonly<Record<string, string>>
}
