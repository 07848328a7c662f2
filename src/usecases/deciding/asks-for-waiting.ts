import { fold } from '../../text/fold.ts'

const WAITS = '(?:cho|can|doi|dang cho|con cho)'
const DECIDED = '(?:duyet|phe duyet|xac nhan|quyet dinh|cho y kien|xu ly|ky|giai quyet)'
const ASKED = new RegExp(
  `(?:co gi|co bao cao nao|nhung gi|nhung viec gi|viec (?:gi|nao)|bao cao nao|don vi nao|de nghi nao|cai (?:gi|nao)|danh sach|xem|bao nhieu|may)[^:;]{0,25}${WAITS}[^:;]{0,20}${DECIDED}|^(?:(?:cac |nhung )?(?:viec|bao cao|de nghi) )?${WAITS} (?:toi |minh |em |anh |chi |lanh dao )?${DECIDED}(?: gi| khong| ko| nao| a)*[ ?.]*$|can (?:toi|minh|anh|chi) (?:duyet|xac nhan|quyet)`,
)

/** "Có gì chờ tôi duyệt", "báo cáo nào chờ xác nhận". */
export function asksForWaiting(text: string): boolean {
  return ASKED.test(fold(text).replaceAll(/\s+/g, ' ').trim())
}
