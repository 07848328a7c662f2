import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSource, type Source } from '../../../src/adapters/files/read-source.ts'
import { buildPdf, buildScanPdf, buildTextPdf, type Print } from '../../support/build-pdf.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures/files', name))
const LINE = fixture('line.jpg')

async function read(pdf: Buffer, told: string[] = []): Promise<Source> {
  const source = await readSource(pdf, { tell: (line) => told.push(line), quietMs: 0 })
  if ('refused' in source) throw new Error(`${source.refused}: ${source.detail}`)
  return source
}

/** Lines of print below each other, from a height down. */
function printLines(x: number, y: number, lines: readonly string[]): Print[] {
  return lines.map((text, index) => ({ x, y: y - index * 16, text }))
}

describe('a PDF with text', () => {
  test('is read line by line, its two columns one after the other, its title apart', async () => {
    const prints = [
      ...printLines(60, 780, ['UBND TỈNH A', 'Số: 12/KH-UBND']),
      ...printLines(300, 780, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'A, ngày 5 tháng 3 năm 2025']),
      { x: 250, y: 740, text: 'KẾ HOẠCH' },
      ...printLines(60, 690, ['1. Sở Nội vụ chủ trì, phối hợp với các sở, ban,', 'ngành rà soát, báo cáo.']),
    ]
    const { text, pages, kind, isRecognized } = await read(buildTextPdf([{ prints }]))
    expect({ pages, kind, isRecognized }).toEqual({ pages: 1, kind: 'pdf', isRecognized: false })
    expect(text.split('\n').filter(Boolean)).toEqual([
      'UBND TỈNH A',
      'Số: 12/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'A, ngày 5 tháng 3 năm 2025',
      'KẾ HOẠCH',
      '1. Sở Nội vụ chủ trì, phối hợp với các sở, ban,',
      'ngành rà soát, báo cáo.',
    ])
  })

  test('ruled tables become rows, over page ends and without their repeated heads and page numbers', async () => {
    const columns = [60, 110, 320, 440, 540]
    const rule = (top: number, rows: number): string[] => [
      ...Array.from({ length: rows + 1 }, (_, row) => `60 ${top - row * 40} 480 0.5 re f`),
      ...columns.map((x) => `${x} ${top - rows * 40} m ${x} ${top} l S`),
    ]
    const row = (top: number, cells: readonly string[]): Print[] =>
      cells.flatMap((cell, index) => printLines(columns[index]! + 4, top - 16, cell.split('\n').filter(Boolean)))
    const head = ['STT', 'Nội dung', 'Chủ trì', 'Thời gian']
    const pages = [
      {
        prints: [
          { x: 60, y: 780, text: 'Bảng phân công nhiệm vụ cho các đơn vị như sau:' },
          ...row(700, head),
          ...row(660, ['1', 'Rà soát văn bản\nđã ban hành', 'Sở Tư pháp', 'Quý I']),
          ...row(620, ['2', 'Xây dựng kế hoạch', 'Sở Nội vụ', 'Quý']),
        ],
        rules: rule(700, 3),
      },
      {
        prints: [
          { x: 290, y: 800, text: '2' },
          ...row(760, head),
          ...row(720, ['', 'đào tạo, bồi dưỡng', '', 'II/2025']),
          ...row(680, ['3', 'Tổng hợp, báo cáo', 'Văn phòng', 'Quý IV']),
        ],
        rules: rule(760, 3),
      },
    ]
    const told: string[] = []
    const { text } = await read(buildTextPdf(pages), told)
    expect(text.split('\n').filter(Boolean)).toEqual([
      'Bảng phân công nhiệm vụ cho các đơn vị như sau:',
      '| STT | Nội dung | Chủ trì | Thời gian |',
      '| 1 | Rà soát văn bản đã ban hành | Sở Tư pháp | Quý I |',
      '| 2 | Xây dựng kế hoạch đào tạo, bồi dưỡng | Sở Nội vụ | Quý II/2025 |',
      '| 3 | Tổng hợp, báo cáo | Văn phòng | Quý IV |',
    ])
    expect(told).toEqual(['  page 1 of 2', '  page 2 of 2'])
  })
})

test('a stamp that was typed over a PDF belongs to its words', async () => {
  const stamp = buildPdf([
    { entries: '/Type /Catalog /Pages 2 0 R' },
    { entries: '/Type /Pages /Kids [3 0 R] /Count 1' },
    { entries: '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [4 0 R]' },
    {
      entries: `/Type /Annot /Subtype /FreeText /Rect [60 780 160 800] /DA (/Helv 12 Tf) /Contents <feff${Buffer.from('MẬT', 'utf16le').swap16().toString('hex')}>`,
    },
  ])
  expect((await read(stamp)).text).toBe('MẬT\n')
})

describe('a PDF of scans', () => {
  test('is read by eye, offline, in Vietnamese, and says so', async () => {
    const scan = { entries: '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode', data: LINE, width: 1281, height: 185 }
    const { text, isRecognized } = await read(buildScanPdf([scan]))
    expect(isRecognized).toBe(true)
    expect(text).toContain('phối hợp với Sở Tài chính')
    expect(text).toContain('trước ngày 15/12/2025')
  })

  const BLACK_ON_WHITE = '/ColorSpace /DeviceGray /BitsPerComponent 1'

  test.each([
    ['fax, group 4', 'line.g4', `${BLACK_ON_WHITE} /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 1270 /Rows 108 >>`],
    ['fax, group 3', 'line.g3', `${BLACK_ON_WHITE} /Filter /CCITTFaxDecode /DecodeParms << /K 0 /Columns 1270 /Rows 108 >>`],
    ['JBIG2', 'line.jb2', `${BLACK_ON_WHITE} /Filter /JBIG2Decode`],
    ['JPEG 2000', 'line.jp2', '/Filter /JPXDecode'],
  ])('is unpacked as scanners pack it: %s', async (_, name, entries) => {
    const { text } = await read(buildScanPdf([{ entries, data: fixture(name), width: 1270, height: 108 }]))
    expect(text).toContain('phối hợp với Sở Tài chính')
    expect(text).toContain('trước ngày 15/12/2025')
  })

  test('packed in a way that cannot be read is refused whole', async () => {
    const broken = { entries: `${BLACK_ON_WHITE} /Filter /JBIG2Decode`, data: LINE, width: 1281, height: 185 }
    expect(await readSource(buildScanPdf([broken]))).toMatchObject({ refused: 'scan-packing' })
  })
})
