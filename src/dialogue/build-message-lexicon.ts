import { fold } from '../text/fold.ts'
import { buildAbbreviations } from './build-abbreviations.ts'
import { buildIntentModel } from './intent-model.ts'
import type { IntentName } from './intent.ts'
import { buildCues, buildShape } from './match-cues.ts'
import type { MessageLexiconData } from './message-lexicon-data.ts'
import type { MessageLexicon, Partners } from './message-lexicon.ts'

export type { MessageLexicon } from './message-lexicon.ts'

/** Compiles the lexicons of messages. */
export function buildMessageLexicon(data: MessageLexiconData): MessageLexicon {
  const { abbreviations, cues, reports, words, letterNames, intentModel } = data
  const meanings = Object.values(abbreviations).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : entry.map(({ means }) => means),
  )
  const patterns = [...Object.values(cues).flatMap((data) => Object.values(data).flat()), ...Object.values(reports).flat()]
  const phrases = [...meanings, ...patterns, ...Object.values(words).flat()].map(fold)
  const pairs = new Set([...meanings, ...(words['pairs'] ?? [])].map(fold).filter((phrase) => /^[a-z]+ [a-z]+$/.test(phrase)))
  return {
    abbreviations: buildAbbreviations(abbreviations),
    vocabulary: new Set(phrases.flatMap((phrase) => phrase.match(/(?<![@a-z])[a-z]+/g) ?? [])),
    pairs,
    partners: { behind: buildPartners(pairs, 0), before: buildPartners(pairs, 1) },
    counters: {
      before: new RegExp(`(?:^| )(?:${listAlternatives(words, 'counters')})$`),
      behind: new RegExp(`^ *(?:${listAlternatives(words, 'measures')})(?![a-z])`),
    },
    letterNames: new Map(Object.entries(letterNames)),
    fillers: new Set(words['fillers']),
    cues: new Map(Object.entries(cues).map(([intent, data]) => [intent as IntentName, buildCues(data, words)])),
    intentModel: buildIntentModel(intentModel),
    reports: new Map(Object.entries(reports).map(([group, list]) => [group, buildCues({ sure: list }, words)])),
    groups: new Map(Object.entries(words).map(([group, list]) => [group, buildCues({ sure: list }, words)])),
    shapes: new Map(Object.keys(words).map((group) => [group, buildShape(`{${group}}`, words)])),
  }
}

function listAlternatives(words: MessageLexiconData['words'], group: string): string {
  return (words[group] ?? []).map(fold).join('|')
}

function buildPartners(pairs: ReadonlySet<string>, by: 0 | 1): Partners {
  const partners = new Map<string, Set<string>>()
  for (const pair of pairs) {
    const syllables = pair.split(' ')
    const key = syllables[by] ?? ''
    partners.set(key, (partners.get(key) ?? new Set()).add(syllables[1 - by] ?? ''))
  }
  return partners
}
