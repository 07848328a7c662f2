import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createWorker, OEM } from 'tesseract.js'

/** Tesseract with the Vietnamese model, open for one file. */
export type Eye = { readonly read: (picture: Buffer) => Promise<string>; readonly close: () => Promise<void> }

// The model lies in node_modules: nothing is fetched and nothing is kept.
const MODEL = join(dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/vie/package.json'))), '4.0.0_best_int')

/** Opens the eye; it takes about a second. */
export async function openEye(): Promise<Eye> {
  const tesseract = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath: MODEL,
    cacheMethod: 'none',
    gzip: true,
  })
  return {
    read: async (picture) => {
      const { data } = await tesseract.recognize(picture)
      return data.text
    },
    close: async () => {
      await tesseract.terminate()
    },
  }
}
