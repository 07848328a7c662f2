/** Every sentence the bot can say, by its heading in prompts/replies.vi.md. */
export type Templates = ReadonlyMap<string, string>

/** Reads "## heading" followed by the words said under it; text before the first heading and HTML comments are notes. */
export function readTemplates(markdown: string): Templates {
  const templates = new Map<string, string>()
  for (const block of markdown
    .normalize('NFC')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .split(/^## /m)
    .slice(1)) {
    const [heading = '', ...lines] = block.split('\n')
    const key = heading.trim()
    if (templates.has(key)) throw new Error(`prompts/replies.vi.md says "${key}" twice`)
    templates.set(key, lines.join('\n').trim())
  }
  return templates
}
