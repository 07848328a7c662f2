import { fold } from '../../text/fold.ts'

const ASKING =
  /^[ ,;:]*(?:(?:da|a|em|toi|ben|phong|don vi|viec|nv|nhiem vu|so|\d{1,2})[ ,]+)*(?:xin|de nghi|cho|kien nghi|mong)(?: (?:duoc|phep|cho|em|toi|minh|anh|chi|sep|lanh dao|them))* ?(?:gia han|lui|doi|keo dai|gian|\d+ (?:ngay|tuan|thang)|thoi gian|han)(?![a-z])/
const REASON = /(?<![a-z])(?:vi|do|boi vi|tai vi|ly do(?: la)?)[ :]+/

/** The note of a request for more time: why, without the request itself, which is told beside it; null where nothing else was said. */
export function trimAsked(note: string): string | null {
  const parts = note
    .normalize('NFC')
    .split(/;\s*/)
    .flatMap((part) => {
      const folded = fold(part)
      if (!ASKING.test(folded)) return [part]
      const reason = REASON.exec(folded)
      return reason ? [part.slice(reason.index + reason[0].length)] : []
    })
  const rest = parts.map((part) => part.trim()).filter((part) => part !== '')
  return rest.length > 0 ? rest.join('; ') : null
}
