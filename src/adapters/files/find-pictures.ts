import { listSteps, movePoint, type Drawing, type DrawingCodes, type Matrix } from './drawing.ts'
import { stackPictures, toGray, turnPicture, type GrayPicture, type RawPicture } from './gray-picture.ts'
import { FileRefusal } from './refusal.ts'

/** Gives the picture that pdf.js keeps under a key. */
export type FetchPicture = (key: string) => Promise<unknown>

type Placed = {
  readonly picture: GrayPicture
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Smaller ones, in points, are emblems, stamps and signatures. */
const MIN_POINTS = 100
const NEAR = 2

/** The scans on a page as one reads them: upright, strips put together, from top to bottom. */
export async function findPictures(
  drawing: Drawing,
  codes: DrawingCodes,
  view: Matrix,
  fetchPicture: FetchPicture,
  maxPixels: number,
): Promise<GrayPicture[]> {
  const placed: Placed[] = []
  for (const { code, args, matrix } of listSteps(drawing, codes, view)) {
    const isPicture =
      code === codes.paintImageXObject || code === codes.paintImageMaskXObject || code === codes.paintInlineImageXObject
    if (!isPicture || !isLarge(matrix)) continue
    const raw = await fetchRaw(args[0], fetchPicture)
    // Nothing is better than half a paper that looks whole.
    if (!raw) throw new FileRefusal('scan-packing')
    if (raw.width * raw.height > maxPixels) throw new FileRefusal('too-large', `a picture of ${raw.width} x ${raw.height} pixels`)
    const picture = placePicture(raw, matrix)
    if (picture) placed.push(picture)
  }
  return stackStrips(dropCovered(placed).toSorted((a, b) => a.top - b.top))
}

async function fetchRaw(given: unknown, fetchPicture: FetchPicture): Promise<RawPicture | undefined> {
  const found = typeof given === 'string' ? await fetchPicture(given) : given
  if (typeof found !== 'object' || found === null || !('width' in found) || !('height' in found) || !('data' in found))
    return undefined
  const { width, height, data } = found
  if (typeof data === 'string') return fetchRaw(data, fetchPicture)
  if (typeof width !== 'number' || typeof height !== 'number') return undefined
  return data instanceof Uint8Array || data instanceof Uint8ClampedArray ? { width, height, data } : undefined
}

function isLarge([a = 0, b = 0, c = 0, d = 0]: Matrix): boolean {
  return Math.max(Math.abs(a), Math.abs(c)) >= MIN_POINTS || Math.max(Math.abs(b), Math.abs(d)) >= MIN_POINTS
}

// A picture fills the unit square of its matrix, its first row at the top.
function placePicture(raw: RawPicture, matrix: Matrix): Placed | undefined {
  const [x, y] = movePoint(matrix, 0, 1)
  const [alongX, alongY] = movePoint(matrix, 1, 1)
  const [endX, endY] = movePoint(matrix, 1, 0)
  const [left, right, top, bottom] = [Math.min(x, endX), Math.max(x, endX), Math.min(y, endY), Math.max(y, endY)]
  const gray = toGray(raw)
  const quarters = (Math.round(Math.atan2(alongY - y, alongX - x) / (Math.PI / 2)) + 4) % 4
  return gray && { picture: turnPicture(gray, quarters), left, right, top, bottom }
}

// Scanners lay black letters over a coarse picture of the same page: the finer one is read.
function dropCovered(placed: readonly Placed[]): Placed[] {
  return placed.filter(
    (one, index) =>
      !placed.some((other, at) => {
        const isFiner =
          other.picture.data.length > one.picture.data.length ||
          (other.picture.data.length === one.picture.data.length && at > index)
        return at !== index && isFiner && isCovering(other, one)
      }),
  )
}

function isCovering(other: Placed, one: Placed): boolean {
  const width = Math.min(other.right, one.right) - Math.max(other.left, one.left)
  const height = Math.min(other.bottom, one.bottom) - Math.max(other.top, one.top)
  return width > 0 && height > 0 && width * height > ((one.right - one.left) * (one.bottom - one.top)) / 2
}

function stackStrips(placed: readonly Placed[]): GrayPicture[] {
  const stacks: Placed[][] = []
  for (const one of placed) {
    const last = stacks.at(-1)?.at(-1)
    const goesOn =
      last?.picture.width === one.picture.width && Math.abs(last.bottom - one.top) < NEAR && Math.abs(last.left - one.left) < NEAR
    if (goesOn) stacks.at(-1)!.push(one)
    else stacks.push([one])
  }
  return stacks.map((stack) => stackPictures(stack.map(({ picture }) => picture)))
}
