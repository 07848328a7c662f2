import type { PlaceStep } from './parse-place.ts'
import { readTokens } from './read-tokens.ts'

/**
 * unt_, the name and the place, each said once: unt_ubnd-huyen-binh-son. Commas, dashes, capitals and "và" make no other
 * unit; nor does a province that has become a city ("tỉnh Đồng Nai", "thành phố Đồng Nai").
 */
export function makeUnitId(name: string, steps: readonly PlaceStep[]): string {
  const [step] = steps
  const place = steps
    .flatMap(({ level, word, name: own }) => listWords(level === 'province' ? `tinh ${own}` : `${word ?? ''} ${own}`))
    .join('-')
  const said = listWords(name).join('-')
  const levelWord = step?.word ? listWords(step.word).join('-') : ''
  const kept = levelWord && said.endsWith(`-${levelWord}`) ? said.slice(0, -levelWord.length - 1) : said
  return `unt_${[kept, place].filter((part) => part).join('-')}`
}

function listWords(text: string): string[] {
  return readTokens(text)
    .filter((token) => !token.isAnd)
    .map(({ folded }) => folded.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word)
}
