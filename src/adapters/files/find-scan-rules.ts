import type { Rule } from './find-rules.ts'
import { DARK, erasePicture, type GrayPicture } from './gray-picture.ts'

// In parts of the width of the picture: no letter is as long, no border as thick.
const MIN_LENGTH = 1 / 24
const MAX_THICKNESS = 1 / 150
const MAX_BREAK = 3

/** A ruled line of a scan, in pixels, and how thick it is. */
export type ScanRule = Rule & { readonly thickness: number }

/** The ruled lines on a scan: long dark runs that are thin across. */
export function findScanRules(picture: GrayPicture): ScanRule[] {
  return [false, true].flatMap((isVertical) => joinRuns(listRuns(picture, isVertical), isVertical, picture.width * MAX_THICKNESS))
}

type Run = { readonly at: number; readonly from: number; readonly to: number }

function listRuns({ width, height, data }: GrayPicture, isVertical: boolean): Run[] {
  const [across, along] = isVertical ? [width, height] : [height, width]
  const [acrossStep, alongStep] = isVertical ? [1, width] : [width, 1]
  const minLength = width * MIN_LENGTH
  const runs: Run[] = []
  for (let at = 0; at < across; at += 1) {
    let from = -1
    let last = -1
    for (let place = 0; place <= along; place += 1) {
      const isDark = place < along && data[at * acrossStep + place * alongStep]! < DARK
      if (isDark) {
        if (from < 0) from = place
        last = place
      } else if (from >= 0 && (place - last > MAX_BREAK || place === along)) {
        if (last - from >= minLength) runs.push({ at, from, to: last })
        from = -1
      }
    }
  }
  return runs
}

// A line a few pixels thick is as many runs beside each other; a dark picture is many more.
function joinRuns(runs: readonly Run[], isVertical: boolean, maxThickness: number): ScanRule[] {
  const joined: { first: number; last: number; from: number; to: number }[] = []
  for (const { at, from, to } of runs) {
    const other = joined.findLast((rule) => at - rule.last <= 2 && from <= rule.to && to >= rule.from)
    if (!other) joined.push({ first: at, last: at, from, to })
    else Object.assign(other, { last: at, from: Math.min(other.from, from), to: Math.max(other.to, to) })
  }
  return joined
    .map(({ first, last, from, to }) => ({ isVertical, at: (first + last) / 2, from, to, thickness: last - first + 1 }))
    .filter(({ thickness }) => thickness <= maxThickness)
}

/** The scan without its ruled lines, which the eye would take for letters. */
export function eraseRules(picture: GrayPicture, rules: readonly ScanRule[]): GrayPicture {
  const areas = rules.map(({ isVertical, at, from, to, thickness }) => {
    const [first, last] = [at - thickness / 2 - 1, at + thickness / 2 + 2]
    return isVertical
      ? { left: first, right: last, top: from, bottom: to + 1 }
      : { left: from, right: to + 1, top: first, bottom: last }
  })
  return erasePicture(picture, areas)
}
