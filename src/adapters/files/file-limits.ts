const MIB = 1024 * 1024

/** How much one file may cost. */
export type FileLimits = {
  /** Of the file itself. */
  readonly fileBytes: number
  /** Of the text that comes out, in UTF-16 units. */
  readonly textLength: number
  /** Of everything packed inside it, once inflated. */
  readonly inflatedBytes: number
  readonly pages: number
  /** Width times height of one picture. */
  readonly pixels: number
  /** Objects of the parser. */
  readonly heapMib: number
  /** Buffers of the parser, which the heap limit does not count. */
  readonly bufferBytes: number
  /** Between two signs of life: one page, or a whole file without pages. */
  readonly stepMs: number
  readonly totalMs: number
}

/** What an office's machine can bear: a scan of a hundred pages, never a bomb. */
export const FILE_LIMITS: FileLimits = {
  fileBytes: 64 * MIB,
  textLength: 20 * MIB,
  inflatedBytes: 128 * MIB,
  pages: 300,
  pixels: 60_000_000,
  heapMib: 512,
  bufferBytes: 1024 * MIB,
  stepMs: 180_000,
  totalMs: 3_600_000,
}
