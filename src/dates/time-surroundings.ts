/** What stands around a time in the text and says whether it is a deadline. */
export type Surroundings = {
  /** The words that lead to the time ("hoàn thành chậm nhất trước"), and where they begin. */
  readonly cue: string
  readonly start: number
  /** The words say that the time is due. */
  readonly isDue: boolean
  /** The words call for looking back: "sơ kết năm 2028". */
  readonly isSummary: boolean
  /** The time stands between marks, as in a cell or after "Thời gian:". */
  readonly isAlone: boolean
  /** The words say that work begins at the time: "triển khai từ". */
  readonly isStart: boolean
  /** The words say that the time is something else: a term, a horizon, a reporting date. */
  readonly isForeign: boolean
}

const CLOCK = '\\d{1,2}_(?:h|g|gio|:)_(?:\\d{2})?(?:_phut)?'
const CUE_WORD = `thoi (?:gian|han|diem)(?: (?:thuc hien|hoan thanh|bao cao|gui|nop|trinh|ban hanh))*|han(?: chot| cuoi| cuoi cung| nop| bao cao| hoan thanh)?|hoan thanh|hoan tat|xong|ket thuc|cham nhat|muon nhat|tre nhat|khong (?:de )?(?:muon|cham|qua|tre)(?: hon| qua)?|tuan (?:dau|cuoi|thu (?:nhat|hai|ba|tu))(?: cua)?|truoc|(?<!(?:quan|chu|tran|nghiem) )trong|vao|den|toi|het|la|bat dau|ke tu|(?<!(?<!bat )dau )tu|sau|(?<!(?:hang|moi) )ngay|moc|(?<!(?:tieu|ap|su|xay|noi|tac|ung|vat|nguoi) )dung|cuoi|dau(?! tu)|giua|nua|dip|luc|${CLOCK}`
const CUE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${CUE_WORD})[_,:(]*)+$`.replaceAll(' ', '\\s+').replaceAll('[_', '[\\s').replaceAll('_', '\\s*'),
  'u',
)
const DUE =
  /\b(?:thoi\s+(?:gian|han)|han|hoan\s+thanh|hoan\s+tat|xong|ket\s+thuc|cham\s+nhat|muon\s+nhat|tre\s+nhat|khong|truoc|(?<!(?:quan|chu|tran|nghiem) )trong|vao|den|toi|het|moc|dung)\b/
const FOREIGN =
  /(?:giai doan|tam nhin|nhiem ky|thoi ky|hieu luc|thi hanh|so lieu|sinh|nien do|dinh huong|muc tieu|nam hoc|khoa|nien khoa|nhu|so voi|cua|(?<!(?:ubnd|dan|so|cap|toan|an|phong|uy|doan|dang|trong|ban) )tinh)[\s,:]*$/
const PAPER = /(?:chien luoc|quy hoach|de an|chuong trinh|tam nhin|dinh huong|muc tieu|ke hoach|nghi quyet|phan dau)[^.;|]*$/

const STARTED =
  /(?:^|[.;:,(“"]|thuc hien|trien khai|ap dung|bat dau|van hanh|to chuc|hoat dong|dong loat|tuan le|dot \d*|thang cao diem|cao diem|dien ra|duy tri|tuyen truyen|le|hop|nhan|mo)\s*$/

/** Reads what surrounds the time between two offsets of folded text. */
export function readSurroundings(folded: string, timeStart: number, timeEnd: number): Surroundings {
  const before = folded.slice(Math.max(0, timeStart - 120), timeStart)
  const cue = CUE.exec(before)?.[0] ?? ''
  const left = before.slice(0, before.length - cue.length)
  const isHorizon = /^(?:den|tu)\s*$/.test(cue) && /^nam|^20/.test(folded.slice(timeStart, timeEnd)) && PAPER.test(left)
  return {
    cue,
    start: timeStart - cue.length,
    isDue: DUE.test(cue),
    isSummary: /(?:so ket|tong ket)(?: giua ky)?\s*$/.test(left),
    isAlone: /(?:^|[|(:;.]|^\s*[-+*•])\s*$/.test(left) && /^\s*(?:$|[|).;])/.test(folded.slice(timeEnd)),
    isStart: /(?:^|\s|\()(?:ke |bat dau )?tu\s*$/.test(cue) && (STARTED.test(left) || /^\s*(?:$|[.;])/.test(folded.slice(timeEnd))),
    isForeign: FOREIGN.test(left) || isHorizon,
  }
}
