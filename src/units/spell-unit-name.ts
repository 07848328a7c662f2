import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'
import { isMisreadHead } from './unit-name-grammar.ts'
import { phraseAt, readNameTokens, type NameTables, type UnitWords } from './unit-name-words.ts'

/** The name as the registry spells it: modern tone marks, "UBND" for "Ủy ban nhân dân", "Ban Chỉ đạo 35 huyện" for "… cấp huyện". */
export function spellUnitName(name: string, words: UnitWords): string {
  let spelled = normalize(name).replace(/\s+/g, ' ').trim()
  for (const [long, short] of Object.entries(words.spellings)) {
    const at = fold(spelled).indexOf(fold(long))
    if (at >= 0) spelled = `${spelled.slice(0, at)}${short}${spelled.slice(at + fold(long).length)}`
  }
  return spelled.replace(/(?<=\d )cấp (?=tỉnh|huyện|xã)/u, '')
}

/** The name with the words of known heads and fields in their right tones: "Sơ Thông tin và Truyền thống" -> "Sở …". */
export function repairUnitTones(name: string, tables: NameTables): string {
  const text = name.normalize('NFC')
  const tokens = readNameTokens(text)
  const right = new Map<number, string>()
  const [first] = tokens
  if (first && isMisreadHead({ tokens, tables }, 0)) right.set(0, tables.misreadHeads.get(first.word)!)
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = phraseAt(tables.fields, tokens, at) ?? phraseAt(tables.heads, tokens, at)
    if (!phrase || phrase.length < 2) continue
    for (const [index, { toned }] of phrase.entries()) right.set(at + index, toned)
    at += phrase.length - 1
  }
  return [...right].toReversed().reduce((repaired, [at, toned]) => {
    const { start, end } = tokens[at]!
    const word = repaired.slice(start, end)
    return normalize(word).toLowerCase() === toned
      ? repaired
      : repaired.slice(0, start) + formatLike(word, toned) + repaired.slice(end)
  }, text)
}

function formatLike(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase()
  return model.charAt(0) === model.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
