import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createWorker, OEM, type Page } from 'tesseract.js'
import type { PlacedText } from './printed-line.ts'

/** Tesseract with the Vietnamese model, open for one file; gives the words on a picture and where they stand, in pixels. */
export type Eye = { readonly read: (picture: Buffer) => Promise<readonly PlacedText[]>; readonly close: () => Promise<void> }

// The model lies in node_modules: nothing is fetched and nothing is kept.
const MODEL = join(dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/vie/package.json'))), '4.0.0_best_int')

// Of the height of a line from the highest accent to the lowest tail.
const LETTERS = 0.75

/** Opens the eye; it takes about a second. */
export async function openEye(): Promise<Eye> {
  const tesseract = await createWorker('vie', OEM.LSTM_ONLY, { langPath: MODEL, cacheMethod: 'none', gzip: true })
  return {
    read: async (picture) => {
      const { data } = await tesseract.recognize(picture, {}, { blocks: true, text: false })
      return listWords(data)
    },
    close: async () => {
      await tesseract.terminate()
    },
  }
}

// A bar is what is left of a border. A scan is never quite straight: words of one line stand on it where its middle does.
function listWords({ blocks }: Page): PlacedText[] {
  const lines = blocks?.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines)) ?? []
  return lines.flatMap(({ words, baseline, bbox }) => {
    const y = (baseline.y0 + baseline.y1) / 2
    const size = (bbox.y1 - bbox.y0) * LETTERS
    return words.map(({ text, bbox: { x0, x1 } }) => ({ text: `${text.replaceAll('|', '')} `, x: x0, y, width: x1 - x0, size }))
  })
}
