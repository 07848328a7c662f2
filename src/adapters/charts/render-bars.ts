import type { BarChart, ChartBar, ChartPart } from '../../ports/charts.ts'
import { measureText, shortenToWidth } from './shorten-to-width.ts'

// As wide as a phone shows without zooming at three pixels a point; letters of 28 read as nine points there.
const WIDTH = 1080
const MARGIN = 40
const ROOM = WIDTH - 2 * MARGIN
const REMARK = 130
const BAR = { height: 40, step: 104 }
const LEGEND = { columns: 2, step: 44, square: 26 }
const HEAD = 150

/** The chart as SVG: bars of one length, so that shares can be compared, with the numbers in their parts. */
export function renderBars({ title, subtitle, parts, bars, footer }: BarChart): string {
  const legendRows = Math.ceil(parts.length / LEGEND.columns)
  const top = HEAD + legendRows * LEGEND.step + 30
  const footerTop = top + bars.length * BAR.step + 20
  const footerLines = splitLines(footer, 24, ROOM)
  const height = footerTop + footerLines.length * 34 + MARGIN
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Be Vietnam Pro">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    renderText(shortenToWidth(title, 42, ROOM), MARGIN, 80, 42, '#14202b', 'font-weight="700"'),
    renderText(shortenToWidth(subtitle, 28, ROOM), MARGIN, 124, 28, '#4a5a68'),
    ...parts.map((part, index) => renderLegend(part, index, legendRows)),
    ...bars.map((bar, index) => renderBar(bar, parts, top + index * BAR.step)),
    ...footerLines.map((line, index) => renderText(line, MARGIN, footerTop + 24 + index * 34, 24, '#4a5a68')),
    '</svg>',
  ].join('\n')
}

function renderLegend({ name, color }: ChartPart, index: number, rows: number): string {
  const x = MARGIN + Math.floor(index / rows) * (ROOM / LEGEND.columns)
  const y = HEAD + (index % rows) * LEGEND.step
  const room = ROOM / LEGEND.columns - 60
  return [
    `<rect x="${x}" y="${y}" width="${LEGEND.square}" height="${LEGEND.square}" rx="4" fill="${color}"/>`,
    renderText(shortenToWidth(name, 26, room), x + 40, y + 23, 26, '#14202b'),
  ].join('')
}

function renderBar({ name, amounts, remark }: ChartBar, parts: readonly ChartPart[], y: number): string {
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  const length = ROOM - REMARK
  const barTop = y + 40
  let x = MARGIN
  const pieces = amounts.map((amount, index) => {
    const width = total > 0 ? (length * amount) / total : 0
    const piece = renderPart(amount, parts[index]?.color ?? '#000000', x, barTop, width)
    x += width
    return piece
  })
  return [
    renderText(shortenToWidth(name, 28, ROOM), MARGIN, y + 28, 28, '#14202b'),
    `<rect x="${MARGIN}" y="${barTop}" width="${length}" height="${BAR.height}" fill="#eef1f4"/>`,
    ...pieces,
    renderText(remark, WIDTH - MARGIN, barTop + 30, 28, '#14202b', 'font-weight="700" text-anchor="end"'),
  ].join('')
}

function renderPart(amount: number, color: string, x: number, y: number, width: number): string {
  if (amount === 0) return ''
  const rect = `<rect x="${x.toFixed(2)}" y="${y}" width="${width.toFixed(2)}" height="${BAR.height}" fill="${color}"/>`
  if (measureText(String(amount), 24) + 8 > width) return rect
  const ink = isDark(color) ? '#ffffff' : '#14202b'
  return rect + renderText(String(amount), x + width / 2, y + 29, 24, ink, 'text-anchor="middle"')
}

function isDark(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return 0.299 * red + 0.587 * green + 0.114 * blue < 150
}

function splitLines(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && measureText(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(shortenToWidth(word, size, width))
  }
  return lines
}

function renderText(text: string, x: number, y: number, size: number, color: string, more = ''): string {
  return `<text x="${x.toFixed(2)}" y="${y}" font-size="${size}" fill="${color}" ${more}>${escapeSvg(text)}</text>`
}

// What XML cannot hold is left out; a line end is a space, for names stand on one line.
function escapeSvg(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/[\t\r\n]+/g, ' ')
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  )
}
