import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderRichText } from '../../../src/console/render-rich-text.ts'

// Blanks between tags mean nothing; the formatter sets them in the templates.
const render = async (text: string): Promise<string> =>
  String(await renderRichText(text))
    .replaceAll(/>\s+</g, '><')
    .trim()

describe("a reply's text on the page", () => {
  test.each([
    ['một **hai** ba', '<p>một **hai** ba</p>'],
    ['1) a\n* b', '<p>1) a<br />* b</p>'],
    ['dòng một\ndòng hai', '<p>dòng một<br />dòng hai</p>'],
    ['đoạn một\n\nđoạn hai', '<p>đoạn một</p><p>đoạn hai</p>'],
    ['Việc:\n1. a\n2. b\n6. c', '<p>Việc:</p><ol><li value="1">a</li><li value="2">b</li><li value="6">c</li></ol>'],
    ['• a\n– b', '<ul><li>a</li><li>b</li></ul>'],
    ['- a', '<p>- a</p>'],
    ['Mục 2.b:\n"Tổ chức tốt."', '<p>Mục 2.b:</p><blockquote>&quot;Tổ chức tốt.&quot;</blockquote>'],
    [
      'Nguyên văn: "Chu tri, phdi hop voi Phong Vian hoa\nhuong dan cac co quan"\nCòn nữa: gõ "tiếp".',
      '<p>Nguyên văn:</p><blockquote>&quot;Chu tri, phdi hop voi Phong Vian hoa<br />huong dan cac co quan&quot;</blockquote><p>Còn nữa: gõ &quot;tiếp&quot;.</p>',
    ],
    ['Gõ: "hủy"', '<p>Gõ: &quot;hủy&quot;</p>'],
    ['được 60 %', '<p>được 60\u00a0%</p>'],
    ['15.000 đồng', '<p>15.000 đồng</p>'],
    ['', '<p></p>'],
  ])('%j', async (text, expected) => {
    expect(await render(text)).toBe(expected)
  })

  test('nothing that a paper or a person wrote becomes markup', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '*', '1', '.', ' ', '\n', 'b', '/', '-', '•') }),
        async (text) => {
          const bare = (await render(text)).replaceAll(/<\/?(?:p|ul|ol|blockquote)>|<br \/>|<li(?: value="\d+")?>|<\/li>/g, '')
          expect(bare).not.toMatch(/[<>]/)
        },
      ),
    )
  })
})
