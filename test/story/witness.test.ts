import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFiles } from '../../src/entry/open-office.ts'
import { MY_LAM, openTestOffice, type TestOffice } from '../support/open-test-office.ts'

const PAPER = readFileSync(MY_LAM, 'utf8')

describe('papers that are loaded beside each other', () => {
  let folder: string
  let office: TestOffice
  let officer: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-'))
    office = await openTestOffice({
      papers: [write('ban-chup', PAPER.replace('khen thưởng trong chuyển đổi số', 'khen thưởng trong chuyển đối số'))],
    })
    officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
  })
  afterEach(() => {
    office.close()
    rmSync(folder, { recursive: true })
  })

  const write = (name: string, text: string): string => {
    const path = join(folder, `${name}.txt`)
    writeFileSync(path, text)
    return path
  }
  const load = async (name: string, text: string): Promise<string | undefined> =>
    (await importFiles(office.office, [write(name, text)]))[0]?.outcome

  test('a second copy is no second plan, and is told of with the plan', async () => {
    expect(await load('ban-goc', `${PAPER}\n`)).toBe('witness')
    expect((await office.office.openWorld()).library.plans).toHaveLength(1)
    expect(await office.say(officer, 'kế hoạch 12/KH-UBND ai ký')).toMatch(/Còn một bản khác của văn bản này \(ban-goc, bản rõ\)/)
    expect(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')).not.toContain('ban-goc')
  })

  test('where the shown copy reads what no paper says, the quote tells what the other one has', async () => {
    await load('ban-goc', `${PAPER}\n`)
    const quote = await office.say(officer, 'nguyên văn mục II.1.b kế hoạch 12/KH-UBND')
    expect(quote).toContain('khen thưởng trong chuyển đối số')
    expect(quote).toMatch(/Đối chiếu: chỗ "[^"]*chuyển đối số[^"]*", bản khác .* ghi: "[^"]*chuyển đổi số/)
    expect(await office.say(officer, 'nguyên văn mục II.1.a kế hoạch 12/KH-UBND')).not.toContain('Đối chiếu')
  })

  test('the paper of another office under the same number is a plan of its own, and one is asked which is meant', async () => {
    const other = PAPER.replaceAll('MỸ LÂM', 'TÂN AN').replaceAll('Mỹ Lâm', 'Tân An').replace('15 tháng 9', '20 tháng 9')
    expect(await load('tan-an', other)).toBe('imported')
    const question = 'kế hoạch 12/KH-UBND ban hành ngày nào'
    const asked = await office.say(officer, question)
    expect(asked).toContain('Có 2 văn bản cùng số 12/KH-UBND')
    expect(asked).toMatch(/1\. .*huyện Tân An[^\n]*\n2\. .*huyện Mỹ Lâm/)
    expect(await office.say(officer, '2')).toContain('Ngày ban hành: 15/09/2026')
    expect(await office.say(officer, `${question} của huyện Tân An`)).toContain('Ngày ban hành: 20/09/2026')
  })

  test('next year’s paper in the same words is another plan', async () => {
    const next = PAPER.replace('Số: 12/KH-UBND', 'Số: 07/KH-UBND').replaceAll('2026', '2027')
    expect(await load('nam-sau', next)).toBe('imported')
    expect((await office.office.openWorld()).library.plans).toHaveLength(2)
  })
})
