/** Words from-to (exclusive) that point at duties by number: "nhiệm vụ 2", "việc 1 và 3", "cái thứ hai", "cả 3", "tất cả". */
export type FoundRef = {
  readonly from: number
  readonly to: number
  readonly numbers: readonly number[]
  /** "cả", "cả 3", "tất cả": everything shown, of which numbers may tell how many. */
  readonly isAll: boolean
  /** "mấy việc kia", "các nhiệm vụ còn lại": everything shown but what is named beside it. */
  readonly isRest?: boolean
}
