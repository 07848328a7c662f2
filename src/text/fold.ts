const MARKS = /[\u0300-\u036f]/g

/**
 * Vietnamese text in plain lower-case letters: "Đối ngoại" -> "doi ngoai".
 * For NFC input the result has the same length in UTF-16 units, so offsets agree.
 */
export function fold(text: string): string {
  let folded = ''
  for (const char of text.normalize('NFC')) folded += foldChar(char)
  return folded
}

const cache = new Map<string, string>()

function foldChar(char: string): string {
  const known = cache.get(char)
  if (known !== undefined) return known
  const bare = char.normalize('NFD').replace(MARKS, '').replace('đ', 'd').replace('Đ', 'd').toLowerCase()
  const plain = bare.length === char.length ? bare : char
  if (cache.size < 4096) cache.set(char, plain)
  return plain
}
