import { FileRefusal } from './refusal.ts'

/** UTF-8, or UTF-16 with its mark, as text without the mark; throws a refusal for anything else. */
export function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  const text = decodeAs(bytes, encoding)
  if (text.includes('\0')) throw new FileRefusal('file-kind')
  return text
}

/** Text in a declared encoding, "windows-1258". */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  let decoder: InstanceType<typeof TextDecoder>
  try {
    decoder = new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new FileRefusal('encoding', `unknown encoding ${encoding}`)
  }
  try {
    return decoder.decode(bytes)
  } catch {
    throw new FileRefusal(isBinary(bytes.subarray(0, 4096)) ? 'file-kind' : 'encoding')
  }
}

// Text of any encoding has no control characters but tab, line ends and form feed.
function isBinary(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
}
