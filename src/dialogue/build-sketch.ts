import { listCues } from './match-cues.ts'
import type { MessageLexicon } from './message-lexicon.ts'
import type { MessageWord } from './normalized-message.ts'

/** Words from-to (exclusive) that mean something already understood, by the word that cues know it by ("@unit"). */
export type SketchSpan = { readonly from: number; readonly to: number; readonly as: string }

/** The words of a message as cues see them: mentions as one word. */
export function buildSketch(words: readonly MessageWord[], spans: readonly SketchSpan[], lexicon: MessageLexicon): MessageWord[] {
  const sketch: MessageWord[] = []
  for (let at = 0; at < words.length; at++) {
    const span = spans.find(({ from }) => from === at)
    const word = words[at]!
    if (span) sketch.push({ text: span.as, plain: span.as, start: word.start, end: words[span.to - 1]?.end ?? word.end })
    else sketch.push(word)
    if (span) at = span.to - 1
  }
  return replaceGroup(replaceGroup(sketch, 'self', '@self', lexicon), 'offices', '@unit', lexicon)
}

/** A sketch without the words that say nothing. */
export function listTelling(sketch: readonly MessageWord[], lexicon: MessageLexicon): MessageWord[] {
  return dropGroup(sketch, 'courtesies', lexicon).filter(({ text }) => !lexicon.fillers.has(text))
}

function dropGroup(words: readonly MessageWord[], group: string, lexicon: MessageLexicon): MessageWord[] {
  const spans = findGroup(words, group, lexicon)
  return words.filter((_, at) => !spans.some(({ from, to }) => from <= at && at < to))
}

function replaceGroup(words: readonly MessageWord[], group: string, as: string, lexicon: MessageLexicon): MessageWord[] {
  const spans = findGroup(words, group, lexicon)
  return words.flatMap((word, at) => {
    const span = spans.find(({ from, to }) => from <= at && at < to)
    if (!span) return [word]
    return span.from === at ? [{ text: as, plain: as, start: word.start, end: words[span.to - 1]?.end ?? word.end }] : []
  })
}

/** Where words of a group stand in their own tones, as word positions. */
export function findGroup(words: readonly MessageWord[], group: string, lexicon: MessageLexicon): { from: number; to: number }[] {
  return [...listCues(lexicon.groups.get(group) ?? [], words)]
}
