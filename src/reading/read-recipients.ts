import { fold } from '../text/fold.ts'

// What stands beside an entry once the gap between the columns is lost: a title in capitals, a name behind the last entry.
const SIGNED_BESIDE =
  /\s+(?:(?:KT|TM|TL|TUQ)\.\s*)?(?:PHÓ\s+)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG BAN|(?:BỘ|THỨ|CỤC|VỤ) TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG)$|(?<=^\W*Lưu\b.*[.;)])\s+\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}*){1,4}$/u

/** Nơi nhận: one entry a bullet, without the signature that stands beside it. */
export function readRecipients(foot: readonly string[]): string[] {
  const at = foot.findIndex((line) => /^\W*n[oơ]i\s+nh/.test(fold(line)))
  const recipients: string[] = []
  for (const line of foot.slice(at < 0 ? 0 : at + 1)) {
    const text = line.replace(SIGNED_BESIDE, '').trim()
    const bullet = /^[-–—+•]\s*(.+)$/.exec(text)
    if (bullet) recipients.push(bullet[1]!)
    else if (text && recipients.length > 0 && isContinuation(text, recipients.at(-1)!))
      recipients[recipients.length - 1] += ` ${text}`
  }
  return recipients.map((entry) => entry.replace(/[;,./\s]+$/, '')).filter(Boolean)
}

function isContinuation(text: string, previous: string): boolean {
  return !/[;.]$/.test(previous) && /^[\p{Ll}(\d]|^[\p{Lu}][\p{L}]*\s.*[,;]$/u.test(text) && text !== text.toUpperCase()
}
