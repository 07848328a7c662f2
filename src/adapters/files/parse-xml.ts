import { FileRefusal } from './refusal.ts'

/** An element of an XML part; text between elements stays as it was written, references and all. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Record<string, string>
  children: (XmlElement | string)[]
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|[^<]+/gy
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const MAX_DEPTH = 256

/** Parses an XML part into its root element. Document types are refused whole, and with them every trick with entities. */
export function parseXml(xml: string): XmlElement {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new FileRefusal('entities')
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [top]
  let at = 0
  for (const token of xml.matchAll(TOKEN)) {
    at = token.index + token[0].length
    place(token, open)
  }
  const root = top.children.find((child) => typeof child !== 'string')
  if (at < xml.length || open.length !== 1 || !root) throw new FileRefusal('damaged', 'broken XML')
  return root
}

function place([whole, cdata, closes, name, attributes = '', isEmpty]: RegExpExecArray, open: XmlElement[]): void {
  const parent = open.at(-1)!
  if (cdata !== undefined) parent.children.push(escapeXml(cdata))
  else if (!name) {
    if (!whole.startsWith('<')) parent.children.push(whole)
  } else if (closes) {
    if (open.length === 1 || parent.name !== name) throw new FileRefusal('damaged', 'broken XML')
    open.pop()
  } else {
    const element = { name, attributes: parseAttributes(attributes), children: [] }
    parent.children.push(element)
    if (isEmpty) return
    if (open.push(element) > MAX_DEPTH) throw new FileRefusal('damaged', 'nested too deep')
  }
}

function parseAttributes(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? '']))
}

/** The element as XML again. */
export function renderXml(node: XmlElement | string): string {
  if (typeof node === 'string') return node
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
  return `<${node.name}${attributes.join('')}>${node.children.map(renderXml).join('')}</${node.name}>`
}

/** Text made fit to stand between elements. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The first child element of a name. */
export function findChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name)
}

/** All child elements of a name. */
export function listChildren(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name) ?? []
}

/** Every element of a name at any depth, in document order, not looking inside those found. */
export function findInside(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === name ? [child] : findInside(child, name)
  })
}
