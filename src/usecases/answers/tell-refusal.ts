import { fold } from '../../text/fold.ts'
import { say, type Asked, type Decision, type World } from '../asked.ts'

const SECRET =
  /(?:van ban|tai lieu|cong van|ho so|ke hoach|bao cao|cong dien|giay to)(?: \S+){0,3} (?:tuyet mat|toi mat|mat)(?! (?:khau|tran|bang|thiet|hang))/
const BEYOND_RIGHTS =
  /(?:bo qua|quen|phot lo|ignore)(?: \S+){0,2} (?:huong dan|chi dan|quy dinh|lenh|instructions?)|(?:danh sach|liet ke|in)(?: \S+){0,2} (?:nguoi dung|tai khoan|mat khau)|system prompt|database|(?:co so|toan bo|het|xoa) du lieu|mat khau|(?:tin nhan|du lieu|thong tin)(?: \S+){0,2} nguoi khac/

/** What is no matter of plans: secret papers and what no account may do are refused as such, the rest as out of scope. */
export function tellRefusal({ text }: Asked, { library }: World): Decision {
  const folded = fold(text).toLowerCase()
  const toned = text.normalize('NFC').toLowerCase()
  // "mặt" and "mắt" are no "mật".
  if (SECRET.test(folded) && !/m[ặắ]t/.test(toned)) return say('secret-not-here', {}, { isAnswered: false })
  if (BEYOND_RIGHTS.test(folded)) return say('beyond-rights', {}, { isAnswered: false })
  return say('out-of-scope', { count: library.plans.length }, { isAnswered: false })
}
