import { decodeAs, decodeText } from './decode-text.ts'
import { readHtml } from './read-html.ts'

const CHARSET = /<meta\b[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})/i

/** The text of a web page in the encoding that it declares, UTF-8 otherwise. */
export function readHtmlFile(bytes: Uint8Array): string {
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const charset = isMarked ? undefined : CHARSET.exec(head)?.[1]
  // windows-1258 writes accents as letters of their own.
  return readHtml((charset ? decodeAs(bytes, charset) : decodeText(bytes)).normalize('NFC'))
}
