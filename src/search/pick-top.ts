/** The positions of the highest scores above 0, best first, among those accepted; equal scores keep their order. */
export function pickTop(scores: Float64Array, top: number, accepts: (at: number) => boolean): number[] {
  const best: number[] = []
  let bar = 0
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at]!
    if (score <= bar || !accepts(at)) continue
    let place = best.length
    while (place > 0 && scores[best[place - 1]!]! < score) place -= 1
    best.splice(place, 0, at)
    if (best.length > top) best.pop()
    if (best.length === top) bar = scores[best[top - 1]!]!
  }
  return best
}
