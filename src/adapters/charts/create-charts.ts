import { fileURLToPath } from 'node:url'
import type { Charts } from '../../ports/charts.ts'
import { renderBars } from './render-bars.ts'

// resvg reads TTF and leaves out the text of anything else without a word.
const FONTS = [
  import.meta.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf'),
].map((url) => fileURLToPath(url))

/** Charts drawn in this process (the renderer is loaded at the first one), with a font of its own that has every Vietnamese letter. */
export function createCharts(): Charts {
  return {
    drawBars: async (chart) => {
      const { Resvg } = await import('@resvg/resvg-js')
      const font = { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Be Vietnam Pro' }
      return new Resvg(renderBars(chart), { font }).render().asPng()
    },
  }
}
