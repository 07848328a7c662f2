import { fold } from '../text/fold.ts'
import { buildAbbreviations, type Abbreviations } from './build-abbreviations.ts'
import type { IntentName } from './intent.ts'
import { buildCues, buildShape, type Cue } from './match-cues.ts'
import type { MessageLexiconData } from './message-lexicon-data.ts'

type Partners = ReadonlyMap<string, ReadonlySet<string>>

/** The words of messages, compiled once at start. */
export type MessageLexicon = {
  readonly abbreviations: Abbreviations
  /** Folded words that rules know: a misspelt word may be one of them. */
  readonly vocabulary: ReadonlySet<string>
  /** Folded two-syllable words, and which syllable goes before or behind which. */
  readonly pairs: ReadonlySet<string>
  readonly partners: { readonly behind: Partners; readonly before: Partners }
  readonly cues: ReadonlyMap<IntentName, readonly Cue[]>
  /** What stands before or behind a number said in one word. */
  readonly counters: { readonly before: RegExp; readonly behind: RegExp }
  /** How letters are said: "bê" -> "b". */
  readonly letterNames: ReadonlyMap<string, string>
  /** Words that say nothing, with the tones that make them so ("dạ" is one, "da" may be "đã"). */
  readonly fillers: ReadonlySet<string>
  /** One pattern for every group of words in data. */
  readonly shapes: ReadonlyMap<string, RegExp>
}

/** Compiles the lexicons of messages. */
export function buildMessageLexicon({ abbreviations, cues, words, letterNames }: MessageLexiconData): MessageLexicon {
  const meanings = Object.values(abbreviations).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : entry.map(({ means }) => means),
  )
  const patterns = Object.values(cues).flatMap((data) => Object.values(data).flat())
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

/** The pattern of a group of words; a group that data lacks is a broken build. */
export function matchGroup(lexicon: MessageLexicon, group: string): RegExp {
  const shape = lexicon.shapes.get(group)
  if (!shape) throw new Error(`message-words.json has no group "${group}"`)
  shape.lastIndex = 0
  return shape
}
