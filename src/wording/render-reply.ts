import type { Capabilities, Choice } from '../domain/message.ts'
import type { Phrase, Reply } from '../domain/reply.ts'
import type { Templates } from './read-templates.ts'
import { renderPhrase } from './render-phrase.ts'

/** One phone screen: the first page holds at most so many UTF-16 units. */
const PAGE = 900

/** A reply in words: the first page goes out, the others wait for "tiếp". */
export type RenderedReply = { readonly pages: readonly string[]; readonly choices: readonly Choice[] }

/** Puts a reply into words for a platform: pages of at most 900 characters, choices printed where there are no buttons. */
export function renderReply(reply: Reply, templates: Templates, capabilities: Capabilities): RenderedReply {
  const sheets = splitIntoSheets(reply.phrases).map((phrases) =>
    phrases.map((phrase) => renderPhrase(phrase, templates)).filter((text) => text !== ''),
  )
  const more = renderPhrase({ say: 'more' }, templates)
  const choices = reply.choices.map(({ id, label }) => ({ id, label: renderPhrase(label, templates) }))
  const menu = capabilities.buttons === 0 ? renderMenu(choices, templates) : ''
  const pages = sheets.flatMap((paragraphs) => splitIntoPages(paragraphs, PAGE - more.length - menu.length - 2))
  const first = pages[0] ?? ''
  const words = [first, pages.length > 1 ? more : '', menu].filter((text) => text !== '').join('\n')
  return { pages: [words, ...pages.slice(1)], choices }
}

/** Phrases that stand together; a phrase that starts a page starts a new sheet. */
function splitIntoSheets(phrases: readonly Phrase[]): Phrase[][] {
  const sheets: Phrase[][] = [[]]
  for (const phrase of phrases) {
    if (phrase.startsPage && sheets.at(-1)?.length) sheets.push([])
    sheets.at(-1)?.push(phrase)
  }
  return sheets
}

/** The whole reply in one piece, all pages, without the printed menu. */
export function renderWhole(reply: Reply, templates: Templates): string {
  return reply.phrases
    .map((phrase) => renderPhrase(phrase, templates))
    .filter((text) => text !== '')
    .join('\n')
}

/** The choices as a line of numbers to type, for platforms without buttons; "" without choices. */
function renderMenu(choices: readonly Choice[], templates: Templates): string {
  if (choices.length === 0) return ''
  const items = choices.map(({ label }, index) => `${index + 1} = ${label}`).join(' · ')
  return renderPhrase({ say: 'menu', with: { items } }, templates)
}

/** Fills pages line by line; a line longer than a page is cut at spaces. */
function splitIntoPages(paragraphs: readonly string[], size: number): string[] {
  const lines = paragraphs.flatMap((text) => text.split('\n')).flatMap((line) => splitLine(line, size))
  const pages: string[] = []
  for (const line of lines) {
    const page = pages.at(-1)
    if (page !== undefined && page.length + 1 + line.length <= size) pages[pages.length - 1] = `${page}\n${line}`
    else pages.push(line)
  }
  return pages
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code < 0xdc00
}

function splitLine(line: string, size: number): string[] {
  const parts: string[] = []
  let rest = line
  while (rest.length > size) {
    const cut = rest.lastIndexOf(' ', size)
    const end = cut > size / 2 ? cut : size - (isHighSurrogate(rest, size - 1) ? 1 : 0)
    parts.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return [...parts, rest]
}
