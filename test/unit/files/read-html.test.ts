import { describe, expect, test } from 'vitest'
import { readHtml } from '../../../src/adapters/files/read-html.ts'
import { readHtmlFile } from '../../../src/adapters/files/read-html-file.ts'

describe('a web page', () => {
  test('prints paragraphs, line breaks, lists and entities, and nothing of its scripts', () => {
    const html = `<html><head><title>x</title><style>p{}</style></head><body><script>if (a<b) alert("<p>no</p>")</script>
      <!-- <p>hidden</p> --><p>K&#7871; ho&#x1EA1;ch&nbsp;s&#7889; 1<br>n&agrave;y &amp; kia</p><ol type="a"><li>Một</li><li>Hai</li></ol><ul><li>Ba</li></ul>a < b</body></html>`
    expect(readHtml(html)).toBe('Kế hoạch số 1\nnày & kia\n\na) Một\n\nb) Hai\n\n- Ba\n\na < b\n')
  })

  test('a head of two rows says each column in full', () => {
    const html = `<table><tr><th rowspan=2>STT</th><th rowspan="2">Nội dung</th><th colspan=2>Thực hiện</th></tr><tr><th>Chủ trì</th><th>Phối hợp</th></tr>
      <tr><td>1</td><td><p>Rà soát</p><p>số liệu</p></td><td>Sở A | B</td><td></td></tr><tr><td>II</td><td colspan=3>NHIỆM VỤ CHUNG</td></tr></table>`
    expect(readHtml(html).trim().split('\n')).toEqual([
      '| STT | Nội dung | Thực hiện |  |',
      '| STT | Nội dung | Chủ trì | Phối hợp |',
      '| 1 | Rà soát số liệu | Sở A / B |  |',
      '| II | NHIỆM VỤ CHUNG |  |  |',
    ])
  })

  test('a table inside a cell belongs to the cell, and unclosed ones end with the page', () => {
    expect(readHtml('<table><tr><td>một<table><tr><td>hai</table><td>ba')).toBe('một\nhai\n\nba\n')
  })

  test('declares its encoding', () => {
    const page = Buffer.concat([
      Buffer.from('<html><meta charset="windows-1258"><p>'),
      Buffer.from([0x4e, 0x67, 0xe0, 0x79, 0x20, 0x6d, 0xf4, 0xf2, 0x74]),
    ])
    expect(readHtmlFile(page)).toBe('Ngày một\n')
  })
})
