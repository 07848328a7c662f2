import type { Plan } from '../domain/plan.ts'
import { fold } from '../text/fold.ts'

// Folded words before the initials of a place; without them "bp" is any "bộ phận".
const BEFORE =
  '(?:(?:tinh|huyen|xa|phuong|thi xa|thanh pho|tp|o|tai|ubnd|hdnd|huyen uy|tinh uy|mttq) |(?:so|phong|ban|cong an|huyen doan|tinh doan) (?:[a-z]+ ){0,4}?)'
const LONGEST = 3

/** A message with the initials of places of loaded plans written out, where they stand as a place: "trên địa bàn tỉnh BP", "sở tttt bp". */
export function spellPlaces(text: string, plans: readonly Plan[]): string {
  let spelled = text.normalize('NFC')
  for (const [initials, places] of Map.groupBy(listPlaces(plans), initialsOf)) {
    const [place, other] = places
    if (!place || other || initials.length < 2 || initials.length > LONGEST) continue
    const end = findInitials(spelled, initials)
    if (end === undefined) continue
    spelled = `${spelled.slice(0, end - initials.length)}${place}${spelled.slice(end)}`
  }
  return spelled
}

/** Where the initials end: behind a word that places follow, or anywhere in capitals among small letters. */
function findInitials(text: string, initials: string): number | undefined {
  const cued = new RegExp(`(?<![a-z])${BEFORE}${initials}(?![a-z])`).exec(fold(text))
  if (cued) return cued.index + cued[0].length
  const capitals = new RegExp(`(?<![\\p{L}\\d])${initials.toUpperCase()}(?![\\p{L}\\d])`, 'u').exec(text)
  return capitals && /\p{Ll}/u.test(text) ? capitals.index + initials.length : undefined
}

/** The names of the places where plans were issued, from their heads and their issuers. */
function listPlaces(plans: readonly Plan[]): string[] {
  const names = plans.flatMap(({ plan }) => [
    plan.place ?? '',
    /(?:huyện|tỉnh|xã|phường|thị xã|thành phố|[Uu]ỷ|[Uu]ủy|ủy) ((?:\p{Lu}\p{L}* ?)+)$/u.exec(plan.issuer ?? '')?.[1]?.trim() ?? '',
  ])
  const seen = new Map(names.filter((name) => name.includes(' ')).map((name) => [fold(name), name]))
  return [...seen.values()]
}

function initialsOf(place: string): string {
  return fold(place)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
}
