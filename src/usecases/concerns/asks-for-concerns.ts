import { fold } from '../../text/fold.ts'

const CONCERN = '(?:kho khan|vuong mac|kien nghi|de xuat|kkvm|ton tai)'
const WHOLE = new RegExp(
  `^(?:(?:cho|xem|tong hop|liet ke|danh sach|cac|nhung|em|toi|anh|chi|minh|bao cao|hien|dang|con|co|gui)[ ,]+)*${CONCERN}(?:[ ,]*(?:va )?${CONCERN})*(?: (?:gi|nao|cua|tu|o|tai|trong|dang|con|chua|co|thang|quy|hien nay)(?![a-z])[^:]*)?[ ?.]*$`,
)
const WHO = new RegExp(
  `(?:don vi|phong|xa|phuong|so|co quan|ai|noi|cho)(?: nao| cac)?[^:;]{0,30}(?:co|dang|con|gap)(?: (?:nhung|cac|phai|gap))* (?:${CONCERN}|vuong)[^:;]{0,20}(?:gi|nao|khong|ko|chua)(?![a-z])|(?:don vi|phong|xa|co quan|noi) nao[^:;]{0,20}(?:${CONCERN}|vuong|ket)`,
)

// What papers say of difficulties, and to whom they are told, is another question.
const OTHERWISE =
  /(?<![a-z])(?:thi|bao cao (?:cho )?(?:ai|dau)|gui (?:ai|dau)|ke hoach|cong van|van ban|quy dinh|noi gi|lam sao|xu ly)(?![a-z])|(?<![a-z])la (?!gi)/

/** "Khó khăn, kiến nghị của các đơn vị", "đơn vị nào đang vướng". */
export function asksForConcerns(text: string): boolean {
  const folded = fold(text).replaceAll(/\s+/g, ' ').trim()
  return !OTHERWISE.test(folded) && (WHOLE.test(folded) || WHO.test(folded))
}
