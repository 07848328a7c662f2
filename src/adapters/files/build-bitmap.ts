/** A picture as rows of pixels: gray, red-green-blue, or the same with transparency. */
export type Pixels = {
  readonly data: Uint8Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
}

/** The picture as a PNM file, gray or colored. */
export function buildBitmap({ data, width, height, channels }: Pixels): Buffer {
  const isGray = channels === 1
  const head = Buffer.from(`${isGray ? 'P5' : 'P6'}\n${width} ${height}\n255\n`)
  return Buffer.concat([
    head,
    channels === 4 ? flatten(data, width * height) : Buffer.from(data.buffer, data.byteOffset, data.byteLength),
  ])
}

// What is transparent is white paper.
function flatten(data: Uint8Array | Uint8ClampedArray, count: number): Buffer {
  const flat = Buffer.alloc(count * 3)
  for (let pixel = 0; pixel < count; pixel += 1) {
    const alpha = (data[pixel * 4 + 3] ?? 255) / 255
    for (let color = 0; color < 3; color += 1) {
      flat[pixel * 3 + color] = Math.round((data[pixel * 4 + color] ?? 255) * alpha + 255 * (1 - alpha))
    }
  }
  return flat
}
