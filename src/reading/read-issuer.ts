import { fold } from '../text/fold.ts'
import { normalize } from '../text/normalize.ts'
import type { PlaceAndDay } from './read-place-and-day.ts'
import { recaseName } from './recase.ts'

const NATION =
  /(?:cong\s+)?(?:hoa\s+)?xa\s+hoi\s+chu\s+nghia\s+viet\s+nam|\S*oc lap\s*\S*\s*t\S*\s?do\s*\S*\s*hanh \S+|\S+ng\s+\S{0,2}ong\s+san\s+viet\s+nam|(?<=\S\s+)doan\s+(?:tncs|thanh nien cong san)\s+ho\s+chi\s+minh/g
const STOP =
  /^[^a-z\d$]*[s$]\S{0,2}\s*[.:]?\s*\d|^[^a-z\d$]*[s$]\S{1,2}\s*[.:]?\s*$|^v\s*\/\s*v|ng[a-z]{1,2}.{0,6}th[a-z]{1,2}ng|^(?:ke hoach|cong dien|huong dan|chi thi|quyet dinh|thong bao|ket luan|chuong trinh|nghi quyet|kinh gui)\b|^\d+\s*[-/]/
const HEAD =
  /^(?:uy ban|ubnd|hoi dong|so |bo |ban |dang bo|dang uy|huyen uy|tinh uy|thanh uy|thi uy|quan uy|van phong|thu tuong|chinh phu|tong cuc|cuc |chi cuc|cong an|chu tich|phong |trung tam|hoi |lien doan|mat tran|tinh doan|huyen doan|vien |tong |kho bac|ngan hang|bao hiem|truong |benh vien)/
const SAID =
  /(?:^|[,.;:]\s+|\s(?:để|nhằm)[^.]{0,200},\s+)((?:Chủ tịch\s+)?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Ban Thường vụ|Thường trực|Thủ tướng|Chính phủ|Ban [\p{L} ]{3,40}?|Bộ |Sở |Tỉnh ủy|Huyện ủy|Đảng ủy|Văn phòng|Hội|Ủy ban)[\p{L}\s]{0,60}?)\s+(?:ban hành|xây dựng\s+[Kk]ế hoạch|có \S{1,3} kiến|yêu cầu|đề nghị|hướng dẫn|chỉ đạo|thông báo)/u
// The higher body printed on one line with the lower one.
const PARENT =
  /^\s*(?:ban chap hanh trung uong|(?:dang bo|ubnd|uy ban nhan dan) (?:tinh|thanh pho|huyen|thi xa|quan)(?: \S+){1,4}?)\s+(?=so |ban tuyen giao|ban to chuc|ban noi chinh|ban dan van|huyen uy|dang uy|phong (?=[a-z]{2}))/
const LEVEL = /(?:^|\s)(tinh|huyen|thanh pho|thi xa|quan|xa|phuong|tinh uy|huyen uy|thanh uy|thi uy|dang uy|thi tran|dac khu)$/

/** Cơ quan ban hành: the lowest body named in the upper left of the head, or whoever the preamble says issues the paper. */
export function readIssuer(
  head: readonly string[],
  body: readonly string[],
  foot: readonly string[],
  { place }: PlaceAndDay,
  fields: readonly string[],
): string | null {
  const all = [...head, ...body].join(' ')
  const printed = readPrinted(head, all, fields)
  const said = SAID.exec(head.join(' '))?.[1] ?? SAID.exec(body.slice(0, 40).join(' '))?.[1] ?? null
  const chosen = choose(printed, said && normalize(said).replace(/^Chủ tịch\s+(?=UBND|Ủy ban)/u, ''), foot)
  return chosen && completeName(chosen, place, all)
}

function readPrinted(head: readonly string[], body: string, fields: readonly string[]): string | null {
  const bodies = listBodies(head).map((part) => normalize(part === part.toUpperCase() ? recaseName(part, body, fields) : part))
  const name = bodies.at(-1)
  const parent = bodies.at(-2) ?? ''
  if (!name || name.length > 120) return null
  if (/^ban chap hanh trung uong$/.test(fold(parent))) return `${name} Trung ương`
  if (
    /^(?:tinh|thanh|huyen|thi|quan|dang) uy\s/.test(fold(parent)) &&
    /^(?:ban|van phong|uy ban kiem tra)(?:\s|$)/.test(fold(name))
  )
    return `${name} ${parent}`
  return `${name}${findPlaceAbove(name, parent)}`
}

// What the body above says of the place: "VĂN PHÒNG" below "UBND TỈNH GIA LAI", "LIÊN ĐOÀN LAO ĐỘNG TỈNH" below "… TỈNH BẮC NINH".
function findPlaceAbove(name: string, parent: string): string {
  const owner = /^(?:UBND|Ủy ban nhân dân)\s+(.+)$/iu.exec(parent)?.[1]
  if ((owner || /^(?:Bộ|Sở)\s/u.test(parent)) && /^van phong$/.test(fold(name))) return ` ${parent}`
  if (owner && !fold(name).includes(fold(owner))) return ` ${owner.charAt(0).toLowerCase()}${owner.slice(1)}`
  const place = /\s(?:tỉnh|thành phố)(\s\p{Lu}.*)$/u.exec(parent)?.[1]
  return place && /\s(?:tinh|thanh pho)$/.test(fold(name)) ? place : ''
}

/** The bodies in the upper left of the head, the higher one first; a name may run over several lines. */
function listBodies(head: readonly string[]): string[] {
  const end = head.slice(0, 25).findIndex((text) => STOP.test(fold(text)))
  const lines = head.slice(0, end < 0 ? 25 : end).filter((text) => text !== '' && text !== '*')
  const starts = lines.map((line, index) => (index > 0 && HEAD.test(fold(line)) ? `\n${line}` : line))
  const joined = cutNation(starts.join(' ').replace(/\|/g, ' '))
  const parts = [PARENT.exec(fold(joined))?.[0].length ?? 0].flatMap((end) => [
    joined.slice(0, end),
    ...joined.slice(end).split('\n'),
  ])
  return joinPosts(parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => /\p{L}{2}/u.test(part)))
}

// "CHỦ TỊCH" above "ỦY BAN NHÂN DÂN TỈNH …" is one who issues.
function joinPosts(bodies: readonly string[]): string[] {
  const at = bodies.findIndex((body, index) => /^chu tich$/.test(fold(body)) && index < bodies.length - 1)
  return at < 0 ? [...bodies] : [...bodies.slice(0, at), `${bodies[at]} ${bodies[at + 1]}`, ...bodies.slice(at + 2)]
}

function cutNation(text: string): string {
  let cut = text
  for (const match of [...fold(text).replace(/\n/g, ' ').matchAll(NATION)].toReversed())
    cut = `${cut.slice(0, match.index)} ${cut.slice(match.index + match[0].length)}`
  return cut
}

function choose(printed: string | null, said: string | null, foot: readonly string[]): string | null {
  if (!printed) return said
  const folded = fold(printed)
  // "ỦY BAN NHÂN DÂN" with nothing below it: the preamble says which.
  if (said && fold(said).startsWith(`${folded} `)) return said
  if (!HEAD.test(folded))
    return said && /^(?:tinh|huyen|thanh pho|thi xa|quan|xa|phuong)\s/.test(folded)
      ? `${said.replace(/\s+(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường)$/u, '')} ${printed.charAt(0).toLowerCase()}${printed.slice(1)}`
      : said
  const isCommittee = /^(?:(?:tinh|huyen|thanh|thi|quan|dang) uy|(?:tinh|thanh|huyen) doan)/.test(folded)
  const isBureau =
    (said !== null && fold(said).startsWith('ban thuong vu')) ||
    foot.some((line) => /t\s*\/?\s*m\s*\.?\s*ban thuong vu/.test(fold(line)))
  return isCommittee && isBureau ? `Ban Thường vụ ${printed}` : printed
}

// "UBND huyện" of a letter whose head is cut off: the place is the one that the paper names most.
function completeName(name: string, place: string | null, text: string): string {
  const level = LEVEL.exec(fold(name))?.[1]
  if (!level) return name
  const unit = level
    .replace(/ uy$/, '')
    .replace('tinh', 'tỉnh')
    .replace('huyen', 'huyện')
    .replace('thanh pho', 'thành phố')
    .replace('thi xa', 'thị xã')
    .replace('phuong', 'phường')
    .replace('quan', 'quận')
  const counts = new Map<string, number>()
  for (const match of text.matchAll(
    new RegExp(
      `(?<!\\p{L})[${unit.charAt(0)}${unit.charAt(0).toUpperCase()}]${unit.slice(1)}\\s+(\\p{Lu}\\p{L}*(?:\\s\\p{Lu}\\p{L}*){0,3})`,
      'gu',
    ),
  ))
    counts.set(match[1]!, (counts.get(match[1]!) ?? 0) + 1)
  const [most] = [...counts]
    .filter(([place]) => place !== place.toUpperCase() && /^\p{Lu}/u.test(place))
    .toSorted((a, b) => b[1] - a[1])
  if (most) return `${name} ${most[0]}`
  if (place && text.toUpperCase().includes(`${unit} ${place}`.toUpperCase())) return `${name} ${place}`
  return unit === 'huyện' && place ? `${name} ${place}` : name
}
