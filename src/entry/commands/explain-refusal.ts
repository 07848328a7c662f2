import type { RefusalCode } from '../../adapters/files/refusal.ts'

const REASONS: Readonly<Record<RefusalCode | 'secret', string>> = {
  secret: 'it carries a secrecy stamp (Mật, Tối mật, Tuyệt mật); such papers are never taken in',
  'file-kind': 'it is none of the kinds that can be read: text, Markdown, Word (.docx), PDF, HTML, PNG, JPEG',
  'old-word': 'it is an Office file of the old kind (.doc, .xls); save it as .docx first',
  'not-a-file': 'it is not a file',
  empty: 'it is empty, or no plan: no words that a plan would have were found in it',
  'too-large': 'it is larger than can be read: 64 MiB a file, 60 megapixels a picture, 20 MiB of text',
  'too-many-pages': 'it has more than 300 pages; split it first',
  encoding: 'its text is neither UTF-8 nor UTF-16; save it as UTF-8 first',
  encrypted: 'it is protected by a password; save it without one first',
  damaged: 'it is damaged or cut short',
  inflates: 'it unpacks to far more than it holds, as files do that were made to harm',
  'unsafe-paths': 'it holds parts whose names lead out of it, as files do that were made to harm',
  entities: 'it declares entities of its own, as files do that were made to harm',
  'too-slow': 'reading it took too long',
  memory: 'reading it took too much memory',
  'scan-packing': 'its pages are pictures whose packing is damaged or unknown; scan it again, or save its pages as JPEG or PNG',
  'no-words': 'no words were found in it; a scan may be upside down, blank or too faint',
}

/** The reason of a refusal in a sentence for the operator. */
export function explainRefusal(code: string): string {
  const reason = Object.entries(REASONS).find(([known]) => known === code)?.[1]
  return `refused: ${reason ?? `it does not look like a plan (${code})`}`
}
