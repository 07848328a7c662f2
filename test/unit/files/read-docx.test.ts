import { describe, expect, test } from 'vitest'
import { readSource } from '../../../src/adapters/files/read-source.ts'
import {
  buildDocx,
  wordCell,
  wordNumbering,
  wordParagraph,
  wordTable,
  wordTextBox,
  type DocxParts,
} from '../../support/build-docx.ts'

async function read(parts: DocxParts): Promise<string[]> {
  const source = await readSource(buildDocx(parts))
  if ('refused' in source) throw new Error(`${source.refused}: ${source.detail}`)
  return source.text.split('\n').filter(Boolean)
}

describe('a Word file', () => {
  test('keeps the marks that Word prints by itself, restarting below each heading', async () => {
    const numbering = wordNumbering([
      ['upperRoman', '%1.'],
      ['decimal', '%2.'],
      ['decimal', '%2.%3.'],
      ['lowerLetter', '%4)'],
      ['bullet', '-'],
    ])
    const body = (
      [
        [0, 'MỤC ĐÍCH'],
        [1, 'Quán triệt'],
        [1, 'Phân công'],
        [0, 'NHIỆM VỤ'],
        [1, 'Sở Nội vụ'],
        [2, 'Tham mưu'],
        [3, 'Rà soát'],
        [3, 'Tổng hợp'],
        [4, 'Báo cáo'],
        [2, 'Kiểm tra'],
      ] as const
    ).map(([level, text]) => wordParagraph(text, { list: 1, level }))
    expect(await read({ body: body.join(''), numbering })).toEqual([
      'I. MỤC ĐÍCH',
      '1. Quán triệt',
      '2. Phân công',
      'II. NHIỆM VỤ',
      '1. Sở Nội vụ',
      '1.1. Tham mưu',
      'a) Rà soát',
      'b) Tổng hợp',
      '- Báo cáo',
      '1.2. Kiểm tra',
    ])
  })

  test('numbers the paragraphs of a style, and a list that another list starts anew', async () => {
    const numbering = `${wordNumbering([['decimal', 'Điều %1.']])}<w:num w:numId="2"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
    const styles =
      '<w:style w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Child"><w:basedOn w:val="Article"/></w:style>'
    const body = [
      wordParagraph('Phạm vi', { style: 'Article' }),
      wordParagraph('Đối tượng', { style: 'Child' }),
      wordParagraph('Không đánh số', { style: 'Child', list: 0 }),
      wordParagraph('Hiệu lực', { list: 2 }),
    ].join('')
    expect(await read({ body, numbering, styles })).toEqual([
      'Điều 1. Phạm vi',
      'Điều 2. Đối tượng',
      'Không đánh số',
      'Điều 1. Hiệu lực',
    ])
  })

  test('keeps tables of duties as rows, and reads tables that only place words cell by cell', async () => {
    const body = [
      wordTable([['UBND TỈNH A\nSố: 12/KH-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nA, ngày 5 tháng 3 năm 2025']]),
      wordTable([
        ['STT', 'Nội dung', 'Đơn vị chủ trì', 'Thời gian'],
        ['1', 'Xây dựng kế hoạch\n- đợt một', 'Sở Nội vụ', ''],
      ]),
    ].join('')
    expect(await read({ body })).toEqual([
      'UBND TỈNH A',
      'Số: 12/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'A, ngày 5 tháng 3 năm 2025',
      '| STT | Nội dung | Đơn vị chủ trì | Thời gian |',
      '| 1 | Xây dựng kế hoạch - đợt một | Sở Nội vụ |  |',
    ])
  })

  test('a cell that covers several rows is said in each of them', async () => {
    const body = `<w:tbl><w:tr>${wordCell('1')}${wordCell('Rà soát')}${wordCell('Sở Nội vụ', '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${wordCell('2')}${wordCell('Tổng hợp')}${wordCell('', '<w:vMerge/>')}</w:tr></w:tbl>`
    expect(await read({ body })).toEqual(['| 1 | Rà soát | Sở Nội vụ |', '| 2 | Tổng hợp | Sở Nội vụ |'])
  })

  test('holds the words of header, footer, text boxes and word art once each, and no page numbers', async () => {
    const art = '<w:p><w:r><w:pict><v:shape><v:textpath string="HỎA TỐC"/></v:shape></w:pict></w:r></w:p>'
    const lines = await read({
      body: `${wordParagraph('Kính gửi: các sở')}${wordTextBox('Ghi chú trong khung')}${art}`,
      header: wordTextBox('TỐI MẬT'),
      footer: wordParagraph('2'),
    })
    expect(lines).toEqual(['TỐI MẬT', 'Kính gửi: các sở', 'Ghi chú trong khung', 'HỎA TỐC'])
  })

  test('leaves out what was deleted with changes tracked', async () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">trước ngày </w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins><w:r><w:t>15</w:t></w:r></w:ins></w:p>'
    expect(await read({ body })).toEqual(['trước ngày 15'])
  })
})
