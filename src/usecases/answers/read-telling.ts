import { fold } from '../../text/fold.ts'

const FEWEST_WORDS = 2

// Folded words that say what kind of thing is asked for and not which.
const VAGUE =
  /^(?:thuc|hien|trien|khai|tham|gia|vai|tro|chuc|nang|nhiem|vu|cong|viec|trach|khac|giong|nhau|so|sanh|ke|hoach|van|ban|rieng|chung|chinh|du|tat|ca|toan|bo|het|thoi|gom|muc|phan|dau|hai|hoac|con|va|voi|the|nao|gi|co|phai|can|duoc|giao|khong|ve|trong|nay|bao|nhieu|may|dung|chua|lam|don|vi|noi|noi|sau|truoc|nam|theo|day|xem|ke|ra|yeu|cau|quy|dinh|nhan|phoi|hop|chu|tri|ai|lay|o|dau|tu|cua|la|nhung|ma|thi|voi|cho|do)$/

/** A topic without the words that only ask: "" when nothing is left to look for. */
export function readSubject(topic: string): string {
  const words = topic.split(' ').filter((word) => !VAGUE.test(fold(word)))
  return words.length >= FEWEST_WORDS ? topic : ''
}

/** The telling words of a topic alone; "" when there are fewer than so many. */
export function readTelling(topic: string, fewest = FEWEST_WORDS): string {
  const words = topic.split(' ').filter((word) => !VAGUE.test(fold(word)))
  return words.length >= fewest ? words.join(' ') : ''
}
