/** A picture in shades of gray, row by row, one byte a pixel, 255 = white. */
export type GrayPicture = { readonly width: number; readonly height: number; readonly data: Uint8Array }

/** A picture as pdf.js hands it out: one bit a pixel (0 = black), gray, red-green-blue, or with transparency. */
export type RawPicture = { readonly width: number; readonly height: number; readonly data: Uint8Array | Uint8ClampedArray }

/** Darker than this is ink. */
export const DARK = 140

/** The picture in gray; undefined when its bytes fit no way of storing one. */
export function toGray({ width, height, data }: RawPicture): GrayPicture | undefined {
  const count = width * height
  const rowBytes = Math.ceil(width / 8)
  const gray = new Uint8Array(count)
  if (data.length === rowBytes * height) {
    for (let pixel = 0; pixel < count; pixel += 1) {
      const x = pixel % width
      const byte = data[((pixel - x) / width) * rowBytes + (x >> 3)]!
      gray[pixel] = (byte >> (7 - (x & 7))) & 1 ? 255 : 0
    }
    return { width, height, data: gray }
  }
  const channels = data.length / count
  if (channels === 1) gray.set(data)
  else if (channels === 3 || channels === 4) {
    for (let pixel = 0; pixel < count; pixel += 1) gray[pixel] = readShade(data, pixel * channels, channels)
  } else return undefined
  return { width, height, data: gray }
}

// What is transparent is white paper.
function readShade(data: ArrayLike<number>, at: number, channels: number): number {
  const shade = data[at]! * 0.299 + data[at + 1]! * 0.587 + data[at + 2]! * 0.114
  const alpha = channels === 4 ? data[at + 3]! / 255 : 1
  return Math.round(shade * alpha + 255 * (1 - alpha))
}

/** The picture turned clockwise by quarters. */
export function turnPicture(picture: GrayPicture, quarters: number): GrayPicture {
  if (quarters === 0) return picture
  const { width, height, data } = picture
  const turned = { width: height, height: width, data: new Uint8Array(data.length) }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) turned.data[x * height + (height - 1 - y)] = data[y * width + x]!
  }
  return turnPicture(turned, quarters - 1)
}

/** A part of a picture, in pixels. */
export type Area = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** A part of the picture with a white margin around it; undefined when nothing is printed there. */
export function cutPicture({ width, height, data }: GrayPicture, area: Area, margin: number): GrayPicture | undefined {
  const [left, top] = [Math.max(0, Math.round(area.left)), Math.max(0, Math.round(area.top))]
  const [right, bottom] = [Math.min(width, Math.round(area.right)), Math.min(height, Math.round(area.bottom))]
  if (right <= left || bottom <= top) return undefined
  const cut = { width: right - left + 2 * margin, height: bottom - top + 2 * margin }
  const pixels = new Uint8Array(cut.width * cut.height).fill(255)
  for (let y = top; y < bottom; y += 1) {
    pixels.set(data.subarray(y * width + left, y * width + right), (y - top + margin) * cut.width + margin)
  }
  return pixels.some((shade) => shade < DARK) ? { ...cut, data: pixels } : undefined
}

/** The picture with parts of it made white. */
export function erasePicture(picture: GrayPicture, areas: readonly Area[]): GrayPicture {
  const data = Uint8Array.from(picture.data)
  for (const { left, right, top, bottom } of areas) {
    const [from, to] = [Math.max(0, Math.floor(left)), Math.min(picture.width, Math.ceil(right))]
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(picture.height, bottom); y += 1) {
      data.fill(255, y * picture.width + from, y * picture.width + to)
    }
  }
  return { ...picture, data }
}

/** Strips of one picture, from top to bottom, put together again. */
export function stackPictures(strips: readonly GrayPicture[]): GrayPicture {
  const height = strips.reduce((sum, strip) => sum + strip.height, 0)
  return { width: strips[0]?.width ?? 0, height, data: Buffer.concat(strips.map(({ data }) => data)) }
}

/** The picture as a PNM file. */
export function renderPnm({ width, height, data }: GrayPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data])
}
