import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'
import { findNumerals } from '../text/numerals.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import { findTokens, type Token } from './find-tokens.ts'

/** The tokens of a message with spoken numbers as digits ("tám một lăm" -> 815) and spoken letters joined ("u bê en đê" -> ubnd). */
export function findSpokenTokens(original: string, lexicon: MessageLexicon): Token[] {
  return joinLetters(joinNumbers(original, findTokens(original), lexicon), lexicon)
}

function joinNumbers(original: string, tokens: readonly Token[], { counters }: MessageLexicon): Token[] {
  const numerals = findNumerals(original).filter(({ start, end }) => {
    const said = original.slice(start, end)
    if (/\s/.test(said)) return true
    if (fold(said) === 'khong' || isYear(said, original.slice(end))) return false
    const at = tokens.findIndex((token) => token.start === start)
    const before = tokens
      .slice(Math.max(0, at - 2), at)
      .map((token) => fold(token.text))
      .join(' ')
    return counters.before.test(before) || counters.behind.test(fold(original.slice(end)))
  })
  if (numerals.length === 0) return [...tokens]
  return tokens.flatMap((token) => {
    const numeral = numerals.find(({ start, end }) => start <= token.start && token.end <= end)
    if (!numeral) return [token]
    return numeral.start === token.start
      ? [
          {
            text: isCountedUp(numeral.digits, original.slice(numeral.start, numeral.end))
              ? [...numeral.digits].join(',')
              : numeral.digits,
            start: numeral.start,
            end: numeral.end,
          },
        ]
      : []
  })
}

/** "Nhiệm vụ năm nay" is not the fifth. */
function isYear(said: string, behind: string): boolean {
  return (
    fold(said).toLowerCase() === 'nam' &&
    /^ +(?:nay|ngoai|toi|sau|truoc|hoc|moi(?! +(?:xong|hoan|dung|lam|duoc|dat|la|phai|bat))|qua|(?:19|20)\d\d)(?![a-z])/.test(
      fold(behind).toLowerCase(),
    )
  )
}

/** "Nhiệm vụ một hai ba" are three of them, "tám một lăm" is one number. */
function isCountedUp(digits: string, said: string): boolean {
  return (
    !/muoi|tram/.test(fold(said)) &&
    said.split(/\s+/).length === digits.length &&
    digits.length > 1 &&
    [...digits].every((digit, at) => Number(digit) === Number(digits[0]) + at)
  )
}

const FEWEST_LETTERS = 3

function joinLetters(tokens: readonly Token[], { letterNames }: MessageLexicon): Token[] {
  const joined: Token[] = []
  let run: { token: Token; letter: string }[] = []
  const close = () => {
    const [first] = run
    const last = run.at(-1)
    if (first && last && run.length >= FEWEST_LETTERS)
      joined.push({ text: run.map(({ letter }) => letter).join(''), start: first.token.start, end: last.token.end })
    else joined.push(...run.map(({ token }) => token))
    run = []
  }
  for (const token of tokens) {
    const letter = letterNames.get(normalize(token.text.toLowerCase()))
    if (letter) run.push({ token, letter })
    else {
      close()
      joined.push(token)
    }
  }
  close()
  return joined
}
