const APPOSITION =
  /^\s*\([^)]{1,160}\)|^\s*(?:[-–—]|,|\()\s*(?:co quan|don vi)\s+thuong\s+truc\s[^;.:]{3,140}?(?=\s(?:chu tri|co trach nhiem|chiu trach nhiem|phoi hop|tham muu|huong dan|xay dung|theo doi|can cu|chu dong)[\s,]|$|:)/

/** The end of a name with what stands beside it: "(cơ quan thường trực …)", "- Cơ quan thường trực Ban Chỉ đạo"; offsets in folded text. */
export function findNameEnd(folded: string, from: number): number {
  let end = from
  for (let match = APPOSITION.exec(folded.slice(end)); match; match = APPOSITION.exec(folded.slice(end))) end += match[0].length
  return end
}
