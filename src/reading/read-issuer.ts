import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'
import type { ReadingWords } from './lexicon.ts'
import type { PaperParts } from './split-paper.ts'

const NATION =
  /cong hoa xa|xa hoi chu nghia|chu nghia viet nam|doc lap|tu do|hanh phuc|dang cong san|^viet nam$|^hoa xa hoi|^san viet nam|^hoi chu nghia/
const STOP =
  /^so\s*[:.]?\s*\d|^so\s*[:.]?\s*$|^v\s*\/\s*v|ngay .*thang|^ke hoach$|^cong dien$|^huong dan$|^chi thi$|^kinh gui|^\d+\s*[-/]/

/** The body that issued the paper: the upper left block of the head, or whoever the preamble says issues it. */
export function readIssuer(parts: PaperParts, _words: ReadingWords): string | null {
  const lines: string[] = []
  for (const { text } of parts.head.slice(0, 20)) {
    if (STOP.test(fold(text))) break
    if (text && !NATION.test(fold(text))) lines.push(text)
  }
  const name = lines.join(' ').replace(/\|/g, ' ').replace(/\s+/g, ' ').trim()
  if (name.length >= 5) return toTitle(normalize(name))
  const whole = [...parts.head, ...parts.body.slice(0, 30)].map(({ text }) => text).join(' ')
  const said = /[,.;]\s+(\p{Lu}[\p{L}\s]{4,60}?)\s+(?:ban hành|xây dựng kế hoạch|có ý kiến|yêu cầu|đề nghị)/u.exec(whole)
  return said ? normalize(said[1]!) : null
}

function toTitle(name: string): string {
  if (name !== name.toUpperCase()) return name
  const lower = name.toLowerCase()
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}
