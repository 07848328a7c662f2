import type { Intent } from '../../dialogue/intent.ts'
import { mayLead } from '../../domain/permission.ts'
import { fold } from '../../text/fold.ts'
import type { Asker } from '../asked.ts'
import { readHead } from './read-announcement.ts'

const SENDING =
  /^(?:(?:bot|em|nho|giup|hay|xin|vui long|gui) )*(?:nhan tin|nhan|gui tin(?: nhan)?|gui thong bao|gui|thong bao|truyen dat|bao)(?! cao) /
const WHO =
  /(?<![a-z])(?:lanh dao|thu truong|chu tich|bi thu|truong (?:phong|ban)|giam doc|van thu|chuyen vien|dau moi|tat ca|toan the|moi nguoi|cac (?:don vi|co quan))(?![a-z])/

/** "Nhắn các văn thư: …", "gửi phòng A và xã B: …" from a leader is to be sent on, whatever the words after it resemble. */
export function recognizeAnnouncement(intents: readonly Intent[], text: string, asker: Asker | undefined): readonly Intent[] {
  const [first] = intents
  if (!first || !asker || !mayLead(asker.officer) || first.name === 'urge') return intents
  const head = readHead(text)
  const folded = fold(head).replaceAll(/\s+/g, ' ').trimStart()
  if (!SENDING.test(`${folded} `)) return intents
  const namesUnit = head !== text && first.slots.units.some(({ end }) => end <= head.length)
  const namesRole =
    head === text ? WHO.test(folded.split(' ').slice(0, 6).join(' ')) && /^(?:nhan|truyen dat)/.test(folded) : WHO.test(folded)
  return namesUnit || namesRole
    ? [{ name: 'broadcast', slots: { ...first.slots, updates: [] }, certainty: Math.max(first.certainty, 0.9) }]
    : intents
}
