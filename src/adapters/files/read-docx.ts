import mammoth from 'mammoth'
import { buildZip } from './build-zip.ts'
import { openZip, type ZipParts } from './open-zip.ts'
import { findChild, parseXml, renderXml, type XmlElement } from './parse-xml.ts'
import { prepareWordBody } from './prepare-word-body.ts'
import { readHtml } from './read-html.ts'
import { FileRefusal } from './refusal.ts'
import { createNumberer, type Numberer } from './create-numberer.ts'

const MAIN = 'word/document.xml'
const WORD = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:[a-z]+\d*\.xml|_rels\/document\.xml\.rels))$/i

/**
 * The text of a Word file, a paragraph a line, with header, footer, text boxes and the numbers that Word prints by itself.
 * Mammoth reads a package made anew of the parts that were inflated within limits.
 */
export async function readDocx(bytes: Uint8Array, maxBytes: number): Promise<string> {
  const parts = openZip(bytes, maxBytes, (name) => WORD.test(name))
  const main = parts.get(MAIN)
  if (!main) throw new FileRefusal('file-kind', 'a package without a Word document')
  const document = parseXml(main.toString('utf8'))
  const body = findChild(document, 'w:body')
  if (!body) throw new FileRefusal('damaged', 'a Word document without a body')
  const read = (name: string): XmlElement | undefined => parsePart(parts, name)
  const number = createNumberer(read('word/numbering.xml'), read('word/styles.xml'))
  const around = readAround(parts, number)
  const inside = prepareWordBody(body.children, number)
  body.children = [...around.headers, ...inside, ...around.footers]
  const clean = new Map<string, Buffer>()
  for (const [name, part] of parts) {
    if (/header|footer|numbering|comments|settings|fontTable|theme/i.test(name)) continue
    parsePart(parts, name)
    clean.set(name, name === MAIN ? Buffer.from(renderXml(document)) : part)
  }
  const { value } = await mammoth.convertToHtml(
    { buffer: buildZip(clean) },
    { includeDefaultStyleMap: false, includeEmbeddedStyleMap: false, externalFileAccess: false },
  )
  return readHtml(value)
}

function parsePart(parts: ZipParts, name: string): XmlElement | undefined {
  const part = parts.get(name)
  return part && parseXml(part.toString('utf8'))
}

type Around = { readonly headers: XmlElement['children']; readonly footers: XmlElement['children'] }

// Page headers say a stamp or nothing but page numbers; each is read once.
function readAround(parts: ZipParts, number: Numberer): Around {
  const read = (kind: RegExp): XmlElement['children'] => {
    const seen = new Set<string>()
    return [...parts.keys()]
      .filter((name) => kind.test(name))
      .flatMap((name) => {
        const children = prepareWordBody(parsePart(parts, name)?.children ?? [], number)
        const words = children
          .map(renderXml)
          .join('')
          .replaceAll(/<[^>]*>/g, '')
        if (seen.has(words) || !/\p{L}/u.test(words)) return []
        seen.add(words)
        return children
      })
  }
  return { headers: read(/^word\/header\d*\.xml$/i), footers: read(/^word\/footer\d*\.xml$/i) }
}
