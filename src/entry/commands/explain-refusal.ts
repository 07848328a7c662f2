const REASONS: Readonly<Record<string, string>> = {
  secret: 'refused: it carries a secrecy stamp (Mật, Tối mật, Tuyệt mật); such papers are never taken in',
  'file-kind': 'refused: only .txt and .md files can be read so far',
  'too-large': 'refused: larger than 20 MiB',
  'no-text': 'refused: not UTF-8 text',
}

/** The reason of a refusal in a sentence for the operator. */
export function explainRefusal(code: string): string {
  return REASONS[code] ?? `refused: it does not look like a plan (${code})`
}
