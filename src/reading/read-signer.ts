import { fold } from '../text/fold.ts'

const TITLE =
  /(?:^|\s)((?:pho\s+)?(?:chu tich|bi thu(?: thuong truc)?|giam doc|truong ban|cuc truong|vu truong|bo truong|thu truong|chanh van phong|truong phong|tong giam doc|thu tuong|chanh thanh tra|hieu truong|chi huy truong|thong doc)(?:\s+thuong truc)?)\s*$/
const NAME = /^\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,4}$/u
// "- Lưu: VT, HSSV. Nguyễn Thị Kim Chi": the gap between the columns is lost.
const NAME_BESIDE = /^\W*Lưu\b.*[.;)]\s+(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4})$/u

/** Người ký: name and title from the foot; parts that cannot be read are null. */
export function readSigner(foot: readonly string[]): { name: string | null; title: string | null } | null {
  const lines = foot.flatMap((text) => {
    const beside = NAME_BESIDE.exec(text)
    return beside ? [text.slice(0, -beside[1]!.length).trim(), beside[1]!] : [text]
  })
  const titles = lines.flatMap((line) => {
    const match = TITLE.exec(fold(line))
    const words = match ? line.slice(line.length - match[1]!.length) : ''
    return match && words === words.toUpperCase() && !/^(?:kt|k\/t|q)\W/i.test(line) ? [words] : []
  })
  const name = [...lines]
    .toReversed()
    .find((line) => NAME.test(line) && !/[;:,.]$/.test(line) && line.split(' ').length <= 5 && line !== line.toUpperCase())
  const title = titles.at(-1)
  if (!name && !title) return null
  return { name: name ?? null, title: title ? sentenceCase(isDeputySigned(lines, title) ? `PHÓ ${title}` : title) : null }
}

// "KT. CHỦ TỊCH" stands over a deputy's signature (Nghị định 30/2020/NĐ-CP, Phụ lục I), also where the scan lost the "PHÓ" below it.
function isDeputySigned(lines: readonly string[], title: string): boolean {
  const folded = fold(title)
  return (
    !folded.startsWith('pho ') &&
    lines.some((line) => new RegExp(`(?:^|\\s)k\\s?[/.]?\\s?t\\s?[./]\\s?${folded}\\b`).test(fold(line)))
  )
}

function sentenceCase(title: string): string {
  return title.toLowerCase().replace(/^\p{L}|(?<=^phó )\p{L}/gu, (letter) => letter.toUpperCase())
}
