import { decodeText } from './decode-text.ts'
import { FileRefusal } from './refusal.ts'

/** What a file holds, whatever its name says. */
export type FileKind = 'text' | 'html' | 'docx' | 'pdf' | 'image'

type Signature = { readonly at: number; readonly bytes: readonly number[] }

const ZIP: Signature = { at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] }
const OLE: Signature = { at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] }
const PNG: Signature = { at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }
const JPEG: Signature = { at: 0, bytes: [0xff, 0xd8, 0xff] }

// Readers of PDF look for the mark in the first kilobyte, and so do we.
const PDF_HEAD = 1024
const HTML_START = /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b/i

/** The kind of a file by its content; the name decides nothing. Throws a refusal for what is none of them. */
export function matchKind(bytes: Uint8Array): FileKind {
  if (isSigned(bytes, ZIP)) return 'docx'
  if (isSigned(bytes, PNG) || isSigned(bytes, JPEG)) return 'image'
  if (isSigned(bytes, OLE)) throw new FileRefusal(holdsEncryptedPackage(bytes) ? 'encrypted' : 'old-word')
  const isPdf = Buffer.from(bytes.subarray(0, PDF_HEAD)).includes('%PDF-')
  if (isPdf) return 'pdf'
  const text = decodeText(bytes)
  return HTML_START.test(text.slice(0, 4096)) ? 'html' : 'text'
}

function isSigned(bytes: Uint8Array, { at, bytes: mark }: Signature): boolean {
  return mark.every((byte, index) => bytes[at + index] === byte)
}

// Word wraps a docx with a password into an old-style container with this stream.
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
