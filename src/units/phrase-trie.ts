import type { Token } from './read-tokens.ts'

/** A value found in a text: where it ends, how much was misspelt, how many typed tones disagree. */
export type PhraseHit<Value> = {
  readonly value: Value
  /** Token after the last one. */
  readonly end: number
  readonly edits: number
  readonly letters: number
  readonly clashes: number
  /** Only the beginning of the phrase was written. */
  readonly isPartial: boolean
}

type Leaf<Value> = { readonly value: Value; readonly written: readonly string[] }
type Node<Value> = { readonly next: Map<string, Node<Value>>; readonly leaves: Leaf<Value>[] }
type Path<Value> = {
  readonly node: Node<Value>
  readonly at: number
  readonly edits: number
  readonly letters: number
  readonly read: readonly Token[]
}

/** Phrases by their folded syllables; found again although misspelt, accented or not. */
export type PhraseTrie<Value> = {
  readonly add: (phrase: readonly Token[], value: Value) => void
  readonly find: (tokens: readonly Token[], from: number, allowPartial?: boolean) => PhraseHit<Value>[]
}

const MAX_DIFFERENCE = 0.2

/** An empty trie. */
export function createPhraseTrie<Value>(): PhraseTrie<Value> {
  const root: Node<Value> = { next: new Map(), leaves: [] }
  return {
    add: (phrase, value) => addPhrase(root, phrase, value),
    find: (tokens, from, allowPartial = false) => findPhrases(root, tokens, from, allowPartial),
  }
}

function addPhrase<Value>(root: Node<Value>, phrase: readonly Token[], value: Value): void {
  const words = phrase.filter((token) => !token.isAnd)
  if (words.length === 0) return
  let node = root
  for (const { folded } of words) {
    let child = node.next.get(folded)
    if (!child) node.next.set(folded, (child = { next: new Map(), leaves: [] }))
    node = child
  }
  node.leaves.push({ value, written: words.map(({ lower }) => lower) })
}

function findPhrases<Value>(root: Node<Value>, tokens: readonly Token[], from: number, allowPartial: boolean): PhraseHit<Value>[] {
  const hits: PhraseHit<Value>[] = []
  let paths: Path<Value>[] = [{ node: root, at: from, edits: 0, letters: 0, read: [] }]
  while (paths.length > 0) {
    paths = paths.flatMap((path) => stepOn(path, tokens, from))
    for (const path of paths) hits.push(...readHits(path, allowPartial))
  }
  return hits
}

function stepOn<Value>(path: Path<Value>, tokens: readonly Token[], from: number): Path<Value>[] {
  let at = path.at
  let token = tokens[at]
  if (token?.isAnd && at > from) token = tokens[++at]
  if (!token || (at > from && token.startsSentence)) return []
  const on = (node: Node<Value>, edits: number): Path<Value> => ({
    node,
    at: at + 1,
    edits: path.edits + edits,
    letters: path.letters + token.folded.length,
    read: [...path.read, token],
  })
  const exact = path.node.next.get(token.folded)
  if (exact) return [on(exact, 0)]
  if (token.folded.length < 3) return []
  return [...path.node.next].filter(([word]) => isOneEditAway(token.folded, word)).map(([, node]) => on(node, 1))
}

function readHits<Value>(path: Path<Value>, allowPartial: boolean): PhraseHit<Value>[] {
  const { node, edits, letters, read } = path
  if (edits > letters * MAX_DIFFERENCE) return []
  const toHit = (leaf: Leaf<Value>, isPartial: boolean): PhraseHit<Value> => ({
    value: leaf.value,
    end: path.at,
    edits,
    letters,
    clashes: read.filter((token, index) => token.isToned && token.lower !== leaf.written[index]).length,
    isPartial,
  })
  const whole = node.leaves.map((leaf) => toHit(leaf, false))
  if (!allowPartial || read.length < 2 || whole.length > 0) return whole
  return listLeaves(node).map((leaf) => toHit(leaf, true))
}

function listLeaves<Value>(node: Node<Value>): Leaf<Value>[] {
  return [...node.leaves, ...[...node.next.values()].flatMap((child) => listLeaves(child))]
}

/** One letter added, dropped or replaced in a word of four letters or more, or two neighbours swapped. */
function isOneEditAway(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (long.length - short.length > 1) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same++
  if (long.length > short.length) return long.length > 3 && short.slice(same) === long.slice(same + 1)
  const swapped = short[same] === long[same + 1] && short[same + 1] === long[same] && short.slice(same + 2) === long.slice(same + 2)
  return swapped || (short.length > 3 && short.slice(same + 1) === long.slice(same + 1))
}
