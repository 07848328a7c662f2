import { fold } from '../text/fold.ts'

/** What a paper's lines need: damaged lines are read anew, the others are kept. */
export type Damage = { readonly isDamaged: boolean; readonly lines: readonly boolean[] }

// Letters that no Western character set has: a wrong OCR model can never print them.
const VIETNAMESE_LETTER = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]/u
const RUN = /[\p{L}\p{M}\p{N}]+/gu
const LETTER = /\p{L}/u

const CLEAN_SHARE = 0.2
/** A text of fewer words tells nothing of its damage. */
const FEWEST_WORDS = 5
const MIN_VIETNAMESE_SHARE = 0.42
const WINDOW = 4
const MIN_WINDOW_WORDS = 25

type LineCount = { readonly words: number; readonly accented: number; readonly plain: number }

/** Finds the lines whose accents were lost, in a paper that is Vietnamese at all. */
export function findDamage(lines: readonly string[], isPlainSyllable: (folded: string) => boolean): Damage {
  const counts = lines.map((line) => countLine(line, isPlainSyllable))
  const all = sumCounts(counts)
  const isVietnamese = all.words > 0 && all.plain / all.words >= MIN_VIETNAMESE_SHARE
  const isDamaged = isVietnamese && all.words >= FEWEST_WORDS && all.accented / all.words < CLEAN_SHARE
  return { isDamaged, lines: counts.map((count, at) => (isDamaged ? isLost(count) : isIsland(counts, at))) }
}

function countLine(line: string, isPlainSyllable: (folded: string) => boolean): LineCount {
  let [words, accented, plain] = [0, 0, 0]
  for (const [word] of line.matchAll(RUN)) {
    if (!LETTER.test(word)) continue
    words++
    if (VIETNAMESE_LETTER.test(word)) {
      accented++
      plain++
    } else if (isPlainSyllable(fold(word))) plain++
  }
  return { words, accented, plain }
}

function isLost({ words, accented }: LineCount): boolean {
  return words > 0 && accented / words < CLEAN_SHARE
}

// A lost passage in an otherwise clean paper: many words around without one Vietnamese letter, nearly all of them syllables.
function isIsland(counts: readonly LineCount[], at: number): boolean {
  if (counts[at]!.words === 0 || counts[at]!.accented > 0) return false
  const around = sumCounts(counts.slice(Math.max(0, at - WINDOW), at + WINDOW + 1))
  return around.words >= MIN_WINDOW_WORDS && around.accented / around.words < 0.05 && around.plain / around.words > 0.8
}

function sumCounts(counts: readonly LineCount[]): LineCount {
  let [words, accented, plain] = [0, 0, 0]
  for (const count of counts) {
    words += count.words
    accented += count.accented
    plain += count.plain
  }
  return { words, accented, plain }
}
