/** Whether one word comes of another by one letter too many, too few, wrong, or two swapped. */
export function isOneSlipApart(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1 || typed === meant) return false
  let same = 0
  while (same < typed.length && same < meant.length && typed[same] === meant[same]) same++
  const rest = typed.slice(same)
  const goal = meant.slice(same)
  return (
    rest.slice(1) === goal ||
    rest === goal.slice(1) ||
    rest.slice(1) === goal.slice(1) ||
    (rest[0] === goal[1] && rest[1] === goal[0] && rest.slice(2) === goal.slice(2))
  )
}

/** The one word of a vocabulary that a misspelt one was meant to be; undefined when none or several fit equally. */
export function matchVocabulary(typed: string, vocabulary: ReadonlySet<string>): string | undefined {
  if (typed.length < 3) return undefined
  const hasVowel = /[aeiouy]/.test(typed)
  const near = [...vocabulary].filter(
    (word) => word.length >= 3 && word[0] === typed[0] && isOneSlipApart(typed, word) && (hasVowel || word.length > typed.length),
  )
  if (near.length < 2) return near[0]
  const swapped = near.filter((word) => word.length === typed.length && [...word].sort().join('') === [...typed].sort().join(''))
  if (swapped.length === 1) return swapped[0]
  const longer = near.filter((word) => word.length > typed.length && word[0] === typed[0])
  return longer.length === 1 ? longer[0] : undefined
}

/** A glued word as words of a vocabulary ("nhiemvu" -> "nhiem", "vu"), fewest first; undefined when it cannot be. */
export function matchGlued(typed: string, vocabulary: ReadonlySet<string>, most = 4): string[] | undefined {
  if (vocabulary.has(typed)) return [typed]
  if (most <= 1) return undefined
  for (let cut = typed.length - 2; cut >= 2; cut--) {
    if (!vocabulary.has(typed.slice(0, cut))) continue
    const rest = matchGlued(typed.slice(cut), vocabulary, most - 1)
    if (rest) return [typed.slice(0, cut), ...rest]
  }
  return undefined
}
