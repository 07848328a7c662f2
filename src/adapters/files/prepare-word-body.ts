import { escapeXml, findChild, findInside, listChildren, type XmlElement } from './parse-xml.ts'
import type { Numberer } from './create-numberer.ts'

/** Pictures, shapes and their text boxes, and the two readings that newer and older Word are offered. */
const SHAPES: ReadonlySet<string> = new Set(['mc:AlternateContent', 'w:drawing', 'w:pict', 'w:object'])
const DROPPED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:commentReference'])
const VML = 'urn:schemas-microsoft-com:vml'

/**
 * Makes a body plain for mammoth: list numbers become printed words, text boxes and word art become
 * text, pictures and deleted words go, links keep their words.
 */
export function prepareWordBody(children: XmlElement['children'], number: Numberer): XmlElement['children'] {
  return children.flatMap((child): XmlElement['children'] => {
    if (typeof child === 'string') return [child]
    if (DROPPED.has(child.name)) return []
    if (SHAPES.has(child.name)) return buildTextBoxes(child, number)
    if (child.name === 'w:hyperlink') return prepareWordBody(child.children, number)
    if (child.name === 'w:p') return [numberParagraph(child, number)]
    return [{ ...child, children: prepareWordBody(child.children, number) }]
  })
}

function numberParagraph(paragraph: XmlElement, number: Numberer): XmlElement {
  const mark = hasWords(paragraph) ? number(paragraph) : ''
  const properties = findChild(paragraph, 'w:pPr')
  const rest = prepareWordBody(
    paragraph.children.filter((child) => child !== properties),
    number,
  )
  const kept = properties ? [{ ...properties, children: properties.children.filter(isNotNumbering) }] : []
  return { ...paragraph, children: [...kept, ...(mark ? [buildRun(`${mark} `)] : []), ...rest] }
}

function isNotNumbering(child: XmlElement | string): boolean {
  return typeof child === 'string' || child.name !== 'w:numPr'
}

// Word numbers empty paragraphs too, but nobody sees a duty in them.
function hasWords(paragraph: XmlElement): boolean {
  return findInside(paragraph, 'w:t').some((run) => run.children.some((text) => typeof text === 'string' && text.trim() !== ''))
}

function buildTextBoxes(shape: XmlElement, number: Numberer): XmlElement[] {
  const boxes = findBoxes(shape).map((box) => ({ ...box, children: prepareWordBody(box.children, number) }))
  const art = findInside(shape, 'v:textpath').flatMap(({ attributes: { string } }) => (string ? [buildBox(string)] : []))
  return [...boxes, ...art].map((box) => ({
    name: 'w:pict',
    attributes: { 'xmlns:v': VML },
    children: [{ name: 'v:textbox', attributes: {}, children: [box] }],
  }))
}

// Both readings of a shape hold the same words: one of them is enough.
function findBoxes(shape: XmlElement): XmlElement[] {
  if (shape.name !== 'mc:AlternateContent') return findInside(shape, 'w:txbxContent')
  const readings = [...listChildren(shape, 'mc:Choice'), ...listChildren(shape, 'mc:Fallback')]
  return readings.map((reading) => findInside(reading, 'w:txbxContent')).find((boxes) => boxes.length > 0) ?? []
}

function buildBox(words: string): XmlElement {
  return { name: 'w:txbxContent', attributes: {}, children: [{ name: 'w:p', attributes: {}, children: [buildRun(words, true)] }] }
}

function buildRun(words: string, isEscaped = false): XmlElement {
  const text = { name: 'w:t', attributes: { 'xml:space': 'preserve' }, children: [isEscaped ? words : escapeXml(words)] }
  return { name: 'w:r', attributes: {}, children: [text] }
}
