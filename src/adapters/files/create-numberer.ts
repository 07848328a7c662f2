import { findChild, listChildren, type XmlElement } from './parse-xml.ts'

/** One level of a numbered list: how its mark is written. */
type Level = {
  readonly start: number
  readonly format: string
  readonly text: string
  readonly isLegal: boolean
  readonly restarts: boolean
}

type List = { readonly id: string; readonly levels: ReadonlyMap<number, Level>; readonly restarts: ReadonlyMap<number, number> }

/** Gives each numbered paragraph the mark that Word prints before it, "II.", "1.2.", "a)"; asked in document order. */
export type Numberer = (paragraph: XmlElement) => string

type NumberingReference = { readonly list: string; readonly level: number }

const BULLETS: Readonly<Record<string, string>> = {
  '\uf02d': '-',
  '\uf0a7': '▪',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf0b7': '•',
  o: '○',
}
const MAX_LETTER_REPEATS = 5

/** Reads numbering.xml and styles.xml; either may be missing. */
export function createNumberer(numbering: XmlElement | undefined, styles: XmlElement | undefined): Numberer {
  const lists = readLists(numbering)
  const styleOf = readStyles(styles, numbering)
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return (paragraph) => {
    const properties = findChild(paragraph, 'w:pPr')
    const styleId = valueOf(findChild(properties, 'w:pStyle'))
    const reference = readReference(findChild(properties, 'w:numPr'), styleOf(styleId)) ?? styleOf(styleId)
    if (!reference) return ''
    const list = lists.get(reference.list)
    const level = list?.levels.get(reference.level)
    if (!list || !level) return ''
    const counts = counters.get(list.id) ?? []
    counters.set(list.id, counts)
    if (!begun.has(reference.list)) {
      begun.add(reference.list)
      for (const [at, start] of list.restarts) counts[at] = start - 1
    }
    return nextMark(list, reference.level, level, counts)
  }
}

function nextMark({ levels }: List, at: number, level: Level, counts: number[]): string {
  counts[at] = (counts[at] ?? level.start - 1) + 1
  for (let below = at + 1; below < Math.max(counts.length, 10); below += 1) {
    if (levels.get(below)?.restarts !== false) delete counts[below]
  }
  if (level.format === 'bullet') return BULLETS[level.text] ?? (/^[-–—+*•]$/.test(level.text) ? level.text : '•')
  return level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const shown = levels.get(index)
    const count = (counts[index] ??= shown?.start ?? 1)
    return formatCount(count, level.isLegal ? 'decimal' : (shown?.format ?? 'decimal'))
  })
}

function formatCount(count: number, format: string): string {
  if (format === 'none') return ''
  if (format === 'upperRoman') return formatRoman(count)
  if (format === 'lowerRoman') return formatRoman(count).toLowerCase()
  if (format === 'lowerLetter') return formatLetter(count)
  if (format === 'upperLetter') return formatLetter(count).toUpperCase()
  return format === 'decimalZero' ? String(count).padStart(2, '0') : String(count)
}

// a … z, aa, bb, as Word counts.
function formatLetter(count: number): string {
  if (count < 1) return ''
  return String.fromCodePoint(97 + ((count - 1) % 26)).repeat(Math.min(MAX_LETTER_REPEATS, Math.ceil(count / 26)))
}

// The ten forms of a Roman digit, written with its one, five and ten.
const ROMAN_DIGITS = ['', '1', '11', '111', '15', '5', '51', '511', '5111', '1t']

function formatRoman(count: number): string {
  if (count < 1 || count > 3999) return String(count)
  const digits = [...String(count)].map(Number)
  return digits
    .map((digit, at) => formatRomanDigit(digit, 'IXCM'.slice(digits.length - 1 - at), 'VLD'.slice(digits.length - 1 - at)))
    .join('')
}

function formatRomanDigit(digit: number, ones: string, fives: string): string {
  return ROMAN_DIGITS[digit]!.replaceAll('1', ones[0]!)
    .replaceAll('5', fives[0] ?? '')
    .replaceAll('t', ones[1] ?? '')
}

function readLists(numbering: XmlElement | undefined): ReadonlyMap<string, List> {
  const abstracts = new Map(
    listChildren(numbering, 'w:abstractNum').map((list) => [list.attributes['w:abstractNumId'] ?? '', list]),
  )
  return new Map(
    listChildren(numbering, 'w:num').map((num) => {
      const id = valueOf(findChild(num, 'w:abstractNumId'))
      const levels = new Map(listChildren(abstracts.get(id), 'w:lvl').map(readLevel))
      const restarts = new Map<number, number>()
      for (const override of listChildren(num, 'w:lvlOverride')) {
        const own = findChild(override, 'w:lvl')
        if (own) levels.set(...readLevel(own))
        const start = findChild(override, 'w:startOverride')
        if (start) restarts.set(Number(override.attributes['w:ilvl'] ?? 0), Number(valueOf(start)))
      }
      return [num.attributes['w:numId'] ?? '', { id, levels, restarts }]
    }),
  )
}

function readLevel(level: XmlElement): [number, Level] {
  const of = (name: string): string => valueOf(findChild(level, name))
  const read = {
    start: Number(of('w:start') || 1),
    format: of('w:numFmt') || 'decimal',
    text: of('w:lvlText').replaceAll(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    ),
    isLegal: findChild(level, 'w:isLgl') !== undefined,
    restarts: of('w:lvlRestart') !== '0',
  }
  return [Number(level.attributes['w:ilvl'] ?? 0), read]
}

// A style numbers its paragraphs itself, or as the style does that it is based on.
function readStyles(
  styles: XmlElement | undefined,
  numbering: XmlElement | undefined,
): (id: string) => NumberingReference | undefined {
  const byId = new Map(listChildren(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const levelOf = new Map(
    listChildren(numbering, 'w:abstractNum').flatMap((list) =>
      listChildren(list, 'w:lvl').map((level) => [valueOf(findChild(level, 'w:pStyle')), Number(level.attributes['w:ilvl'] ?? 0)]),
    ),
  )
  const find = (id: string, seen: number): NumberingReference | undefined => {
    const style = byId.get(id)
    if (!style || seen > 20) return undefined
    const based = find(valueOf(findChild(style, 'w:basedOn')), seen + 1)
    const own = findChild(findChild(style, 'w:pPr'), 'w:numPr')
    if (!own) return based
    const level = findChild(own, 'w:ilvl') ? undefined : levelOf.get(id)
    const reference = readReference(own, based)
    return reference && level !== undefined ? { ...reference, level } : reference
  }
  return (id) => (id ? find(id, 0) : undefined)
}

function readReference(numPr: XmlElement | undefined, inherited: NumberingReference | undefined): NumberingReference | undefined {
  if (!numPr) return undefined
  const list = valueOf(findChild(numPr, 'w:numId')) || inherited?.list
  if (!list) return undefined
  const level = valueOf(findChild(numPr, 'w:ilvl'))
  return { list, level: level ? Number(level) : (inherited?.level ?? 0) }
}

function valueOf(element: XmlElement | undefined): string {
  return element?.attributes['w:val'] ?? ''
}
