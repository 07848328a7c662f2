import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { explainRefusal } from '../../../src/entry/commands/explain-refusal.ts'
import { importFiles, type Imported } from '../../../src/entry/open-office.ts'
import { listPaperFiles } from '../../../src/entry/read-paper-file.ts'
import { buildDocx, wordParagraph, wordTable, wordTextBox } from '../../support/build-docx.ts'
import { MY_LAM, openTestOffice } from '../../support/open-test-office.ts'

const HEAD = [['UBND HUYỆN MỸ LÂM\nSố: 31/KH-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMỹ Lâm, ngày 5 tháng 3 năm 2025']]
const BODY = [
  wordTable(HEAD),
  wordParagraph('KẾ HOẠCH'),
  wordParagraph('Triển khai công tác chuyển đổi số năm 2025'),
  wordParagraph('I. TỔ CHỨC THỰC HIỆN'),
  wordParagraph(
    '1. Phòng Nội vụ chủ trì, phối hợp với Phòng Tài chính - Kế hoạch xây dựng kế hoạch đào tạo, hoàn thành trước ngày 15/6/2025.',
  ),
  wordParagraph('2. Phòng Văn hóa và Thông tin tổng hợp, báo cáo Ủy ban nhân dân huyện định kỳ hằng quý.'),
].join('')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function importInto(path: string, file: Buffer): Promise<{ imported: Imported; sources: readonly string[] }> {
  const paper = join(folder, 'ke hoach.docx')
  writeFileSync(paper, file)
  const { office, close } = await openTestOffice({ papers: [], path })
  const [imported] = await importFiles(office, [paper])
  const { plans } = await office.storage.catalogs.load()
  close()
  return { imported: imported!, sources: plans.map(({ source }) => source) }
}

describe('importing a Word file', () => {
  test('its text is the source of the plan, its bytes are kept beside the database', async () => {
    const file = buildDocx({ body: BODY })
    const { imported, sources } = await importInto(join(folder, 'office.db'), file)
    expect(imported).toMatchObject({ outcome: 'imported', number: '31/KH-UBND', duties: 2 })
    expect(sources[0]).toContain('1. Phòng Nội vụ chủ trì')
    const hash = createHash('sha256').update(file).digest('hex')
    expect(readdirSync(join(folder, 'originals'))).toEqual([hash])
    expect(readFileSync(join(folder, 'originals', hash))).toEqual(file)
  })

  test('a database in memory keeps no file', async () => {
    await importInto(':memory:', buildDocx({ body: BODY }))
    expect(readdirSync(folder)).toEqual(['ke hoach.docx'])
  })

  test.each([
    ['header', buildDocx({ body: BODY, header: wordParagraph('MẬT') })],
    ['footer', buildDocx({ body: BODY, footer: wordParagraph('TỐI MẬT') })],
    ['text box', buildDocx({ body: `${BODY}${wordTextBox('TUYỆT MẬT')}` })],
    ['text box of the header', buildDocx({ body: BODY, header: wordTextBox('Độ mật: Tối mật') })],
  ])('a secrecy stamp in its %s refuses it, and nothing of it is stored', async (_, file) => {
    const { imported, sources } = await importInto(join(folder, 'office.db'), file)
    expect(imported).toMatchObject({ outcome: 'refused', reason: 'secret' })
    expect(explainRefusal('secret')).toContain('secrecy stamp')
    expect(sources).toEqual([])
    expect(readdirSync(folder)).not.toContain('originals')
  })

  test('text files keep no second copy of themselves', async () => {
    await importInto(join(folder, 'office.db'), readFileSync(MY_LAM))
    expect(readdirSync(folder)).not.toContain('originals')
  })
})

test('a folder offers what can be read, by its names', () => {
  for (const name of ['b.PDF', 'a.docx', 'c.html', 'd.jpeg', 'README.md', 'e.xlsx', 'f.md']) writeFileSync(join(folder, name), '')
  expect(listPaperFiles(folder).map((path) => path.slice(folder.length + 1))).toEqual([
    'a.docx',
    'b.PDF',
    'c.html',
    'd.jpeg',
    'f.md',
  ])
})
