import type { Token } from './read-tokens.ts'

/** A value found in a text: where it ends, how much was misspelt, how many typed tones disagree. */
export type PhraseHit<Value> = {
  readonly value: Value
  /** Token after the last one. */
  readonly end: number
  readonly edits: number
  readonly letters: number
  readonly clashes: number
  /** Syllables without accents in a text that is typed with them. */
  readonly bare: number
  /** Only the beginning of the phrase was written. */
  readonly isPartial: boolean
}

type Leaf<Value> = { readonly value: Value; readonly written: readonly string[] }
type Node<Value> = { readonly next: Map<string, Node<Value>>; readonly leaves: Leaf<Value>[]; near: Map<string, string[]> | null }
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
  /** Only what is spelt right and whose typed tones agree. */
  readonly findExact: (tokens: readonly Token[], from: number) => PhraseHit<Value>[]
}

const MAX_DIFFERENCE = 0.2
const MIN_MISSPELT = 3

/** An empty trie. */
export function createPhraseTrie<Value>(): PhraseTrie<Value> {
  const root = createNode<Value>()
  return {
    add: (phrase, value) => addPhrase(root, phrase, value),
    find: (tokens, from, allowPartial = false) => findPhrases(root, tokens, from, allowPartial, true),
    findExact: (tokens, from) => findPhrases(root, tokens, from, false, false).filter(({ clashes, bare }) => clashes + bare === 0),
  }
}

/** A trie that is filled when it is first asked: for long lists that most texts never touch. */
export function createLazyTrie<Value>(fill: (trie: PhraseTrie<Value>) => void): PhraseTrie<Value> {
  let filled: PhraseTrie<Value> | undefined
  const get = (): PhraseTrie<Value> => {
    if (filled) return filled
    filled = createPhraseTrie<Value>()
    fill(filled)
    return filled
  }
  return {
    add: (phrase, value) => get().add(phrase, value),
    find: (tokens, from, allowPartial) => get().find(tokens, from, allowPartial),
    findExact: (tokens, from) => get().findExact(tokens, from),
  }
}

/** The longest hits, and of those the best spelt: "tài chính kế hoạch" before "tài chính", "nội vụ" before a misspelt "ngoại vụ". */
export function keepBest<Value>(hits: readonly PhraseHit<Value>[]): PhraseHit<Value>[] {
  const longest = Math.max(...hits.map(({ end }) => end))
  const long = hits.filter(({ end }) => end === longest)
  const fewest = Math.min(...long.map(({ edits }) => edits))
  return long.filter(({ edits }) => edits === fewest)
}

function createNode<Value>(): Node<Value> {
  return { next: new Map(), leaves: [], near: null }
}

function addPhrase<Value>(root: Node<Value>, phrase: readonly Token[], value: Value): void {
  const words = phrase.filter((token) => !token.isAnd)
  if (words.length === 0) return
  let node = root
  for (const { folded } of words) {
    const child: Node<Value> = node.next.get(folded) ?? createNode()
    node.next.set(folded, child)
    node.near = null
    node = child
  }
  node.leaves.push({ value, written: words.map(({ lower }) => lower) })
}

function findPhrases<Value>(
  root: Node<Value>,
  tokens: readonly Token[],
  from: number,
  allowPartial: boolean,
  allowMisspelt: boolean,
): PhraseHit<Value>[] {
  const hits: PhraseHit<Value>[] = []
  let paths: Path<Value>[] = [{ node: root, at: from, edits: 0, letters: 0, read: [] }]
  while (paths.length > 0) {
    paths = paths.flatMap((path) => stepOn(path, tokens, from, allowMisspelt))
    for (const path of paths) hits.push(...readHits(path, allowPartial))
  }
  return hits
}

function stepOn<Value>(path: Path<Value>, tokens: readonly Token[], from: number, allowMisspelt: boolean): Path<Value>[] {
  let { at } = path
  let token = tokens[at]
  if (token?.isAnd && at > from) token = tokens[++at]
  if (!token || (at > from && token.startsSentence)) return []
  const { folded } = token
  const read = [...path.read, token]
  const walk = (node: Node<Value>, edits: number): Path<Value> => ({
    node,
    at: at + 1,
    edits: path.edits + edits,
    letters: path.letters + folded.length,
    read,
  })
  const exact = path.node.next.get(folded)
  if (exact) return [walk(exact, 0)]
  if (!allowMisspelt) return []
  return listMisspelt(path.node, token).map((node) => walk(node, 1))
}

function readHits<Value>({ node, at, edits, letters, read }: Path<Value>, allowPartial: boolean): PhraseHit<Value>[] {
  if (edits > letters * MAX_DIFFERENCE) return []
  const toHit = (leaf: Leaf<Value>, isPartial: boolean): PhraseHit<Value> => ({
    value: leaf.value,
    end: at,
    edits,
    letters,
    clashes: read.filter((token, index) => token.isToned && token.lower !== leaf.written[index]).length,
    bare: read.filter((token, index) => token.isAmongToned && !token.isToned && token.lower !== leaf.written[index]).length,
    isPartial,
  })
  if (!allowPartial || read.length < 2 || node.leaves.length > 0) return node.leaves.map((leaf) => toHit(leaf, false))
  return listLeaves(node).map((leaf) => toHit(leaf, true))
}

function listLeaves<Value>(node: Node<Value>): Leaf<Value>[] {
  return [...node.leaves, ...[...node.next.values()].flatMap((child) => listLeaves(child))]
}

// Words that are one edit apart become equal when a letter is taken out of one or of each: an index by what is left finds them at once.
function listMisspelt<Value>(node: Node<Value>, token: Token): Node<Value>[] {
  const { folded: word } = token
  if (word.length < MIN_MISSPELT || node.next.size === 0) return []
  const near = (node.near ??= indexByDeletion([...node.next.keys()]))
  const found = new Set<string>()
  for (const rest of rememberDeletions(token)) for (const other of near.get(rest) ?? []) found.add(other)
  if (found.size === 0) return []
  return [...found].filter((other) => isOneEditAway(word, other)).flatMap((other) => node.next.get(other) ?? [])
}

// A dozen tries are asked about the same token.
const deletions = new WeakMap<Token, readonly string[]>()

function rememberDeletions(token: Token): readonly string[] {
  const known = deletions.get(token) ?? [...listDeletions(token.folded)]
  deletions.set(token, known)
  return known
}

function indexByDeletion(words: readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const word of words) {
    if (word.length < MIN_MISSPELT) continue
    for (const rest of listDeletions(word)) {
      const known = index.get(rest)
      if (known) known.push(word)
      else index.set(rest, [word])
    }
  }
  return index
}

function listDeletions(word: string): Set<string> {
  return new Set([word, ...Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1))])
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
