/** What a wish is about, as far as numbers and short words say; end is where the words of it end. */
export type Target = {
  readonly refs: readonly string[]
  readonly numbers: readonly number[]
  /** "hết", "tất cả", "cả 3". */
  readonly isAll: boolean
  /** "việc này". */
  readonly isThis: boolean
  readonly end: number
}

const ONE = String.raw`\d{1,2}(?!\d|[\/.]\d|\s*(?:%|ngay|thang|tuan|nam|gio|xa|phuong|nguoi|don vi|phong)(?![a-z]))`
const LIST = String.raw`${ONE}(?:\s*(?:,|va|&|\+|-|den|voi)\s*(?:(?:viec|nv|so)\s*)?${ONE})*`
const NOUN = '(?:viec|cong viec|nhiem vu|nv|bao cao|bc|de nghi|muc|cai|so|y)'
const HEADED = new RegExp(String.raw`(?<![a-z0-9])${NOUN}\s*(?:so |thu )?(${LIST})`, 'g')
const FILLER =
  '(?:cho|giup|luon|da|hoan thanh|xong|cac|nhung|ket qua|cua|em|anh|chi|toi|dong chi|thuc hien|viec|nhiem vu|nv|bao cao|bc|de nghi|so|thu|xin gia han|gia han)'
const BARE = new RegExp(String.raw`^\s*(?:${FILLER}\s+)*(${LIST})`)
const REF = /#\s?([a-z]\d[a-z]\d)(?![a-z0-9])|(?<![a-z0-9])([a-z][2-9][a-z][2-9])(?![a-z0-9])/g
const ALL = /(?<![a-z])(?:het|tat ca|toan bo|ca \d{1,2}|ca hai|ca ba)(?![a-z])/
const THIS = /(?<![a-z])(?:viec|cong viec|nhiem vu|nv|bao cao|bc|cai)\s+(?:nay|do|ay|kia|tren|vua roi)(?![a-z])/

/** Reads a folded clause whose verb ends at an offset. */
export function findTarget(folded: string, verbEnd: number): Target {
  const head = folded.slice(0, /[:;\n]/.exec(folded)?.index ?? folded.length)
  const refs = [...head.matchAll(REF)]
  const bare = BARE.exec(head.slice(verbEnd))
  const headed = refs.length === 0 ? [...head.matchAll(HEADED)] : []
  const all = ALL.exec(head)
  const isThis = THIS.exec(head)
  const ends = [
    verbEnd,
    ...[...refs, ...headed, all, isThis].flatMap((match) => (match ? [match.index + match[0].length] : [])),
    ...(bare ? [verbEnd + bare[0].length] : []),
  ]
  // The first that names numbers says which: those behind it belong to the reason.
  const named = headed[0]?.[1] ?? bare?.[1]
  return {
    refs: refs.map(([, marked, plain]) => (marked ?? plain ?? '').toUpperCase()),
    numbers: refs.length === 0 && named ? listNumbers(named) : [],
    isAll: all !== null,
    isThis: isThis !== null,
    end: Math.max(
      ...ends.filter((end) => end <= (headed[0] ? headed[0].index + headed[0][0].length : Infinity) || end === verbEnd),
    ),
  }
}

function listNumbers(written: string): number[] {
  const parts = written.match(/\d+|-|den/g) ?? []
  return [
    ...new Set(
      parts.flatMap((part, index) => {
        const before = parts[index - 2]
        if (part === '-' || part === 'den') return []
        const isRange = parts[index - 1] === '-' || parts[index - 1] === 'den'
        return isRange && before ? listRange(Number(before), Number(part)) : [Number(part)]
      }),
    ),
  ]
}

function listRange(first: number, last: number): number[] {
  return first < last && last - first < 20 ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [last]
}
