import { fold } from '../../text/fold.ts'

/** By what the units below are to be set in order: who is silent, who is late, who has done most. */
export type UnitsQuestion = 'silent' | 'late' | 'done'

const ADDRESS =
  '(?:(?:da|vang|cho|em|toi|anh|chi|minh|bot|oi|a|xem|hoi|biet|liet ke|danh sach|hien|hien nay|hien tai|den nay|thang nay|quy nay|tuan nay|nam nay|thi|giup|bao cao)[ ,]+)*'
const NOUN = '(?:don vi|phong ban|phong|ban|so|nganh|so nganh|xa|phuong|co quan|dia phuong|to chuc|noi|cho|ben)'
const WHO = `(?:(?:co |con |nhung |cac |may )*(?:${NOUN}(?: (?:nao|gi))?|ai)(?: la)?)`
const STANDING = '(?: (?:dang|bi|da|con|hay|van|thuong|lam|lam viec|thuc hien|trien khai|tien do|ket qua|co))*'
const AT_LAST =
  '(?:[ ,]+(?:nhat|roi|vay|the|nhi|a|ha|khong|ko|hien nay|hien tai|den nay|bay gio|thang nay|quy nay|tuan nay|nam nay|tien do|(?:trong|theo|cua) (?:ke hoach|kh|cong van|cv)[ a-z]*\\d+))*[ .?!]*$'

const shape = (words: string): RegExp => new RegExp(`^${ADDRESS}(?:${words})${AT_LAST}`)

// Whole questions only: "đơn vị nào báo cáo chậm nhất ngày 15" is asked of a paper.
const SHAPES: readonly (readonly [UnitsQuestion, RegExp])[] = [
  [
    'silent',
    shape(
      `${WHO}${STANDING} (?:(?:chua|khong|ko|k)(?: he)?(?: (?:chiu|co|duoc|thay|gui|nop))* (?:bao cao|bc|cap nhat|tin|phan hoi|bao)(?: (?:lan nao|gi|tien do|ket qua))*|im lang|im re|no bao cao)`,
    ),
  ],
  [
    'late',
    shape(
      `${WHO}${STANDING} (?:cham(?: tre| tien do| han)?|tre(?: han| tien do)?|qua han|tut lai|ton dong|te|yeu|kem|dung cuoi|doi so|it|thap)(?: nhieu)?(?: viec| nhiem vu)?(?: nhat)?(?: qua han)?`,
    ),
  ],
  [
    'done',
    shape(
      `${WHO}${STANDING} (?:tot|nhanh|gioi|cao|dung dau|dan dau|hieu qua|tich cuc|hoan thanh|xong|lam duoc)(?: (?:tot|nhieu|nhanh|viec|nhiem vu))*(?: nhat)?|(?:so sanh|xep hang|xep thu tu|bang xep hang)(?: (?:cac|giua|tien do|ket qua|cua|viec|thuc hien|nhiem vu))*(?: ${NOUN})(?: (?:voi nhau|truc thuoc|cap duoi|tinh|huyen))*`,
    ),
  ],
]

/** "Đơn vị nào chưa báo cáo", "sở nào chậm nhất", "so sánh các phòng"; undefined where anything else is asked. */
export function readUnitsQuestion(text: string): UnitsQuestion | undefined {
  const folded = fold(text).replaceAll(/\s+/g, ' ').trim()
  return SHAPES.find(([, whole]) => whole.test(folded))?.[0]
}
