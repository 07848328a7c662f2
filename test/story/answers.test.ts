import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('questions of every kind about a loaded plan', () => {
  let office: TestOffice
  let officer: string
  beforeAll(async () => {
    office = await openTestOffice()
    officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
  })
  afterAll(() => office.close())

  test.each<[kind: string, question: string, holds: RegExp]>([
    ['a section by its heading', 'mục đích của kế hoạch 12/KH-UBND là gì', /Nâng cao nhận thức[^]*thiết thực/],
    ['a paper in short, for everybody', 'tóm tắt kế hoạch 12 trong năm dòng', /^Kế hoạch 12\/KH-UBND\n/],
    ['who signed, first', 'ai ký kế hoạch 12/KH-UBND', /^Kế hoạch 12\/KH-UBND\nNgười ký: Nguyễn Văn Bình/],
    ['recipients, first', 'nơi nhận kế hoạch 12/KH-UBND gồm những ai', /^Kế hoạch 12\/KH-UBND\nNơi nhận: Thường trực Huyện ủy/],
    ['a paper that is only cited: its day', 'nghị quyết 05-NQ/HU ban hành ngày nào', /05-NQ\/HU ngày 02\/03\/2026/],
    ['where a paper is cited', 'nghi quyet 05-NQ/HU duoc vien dan o dau', /viện dẫn trong 12\/KH-UBND/],
    ['yes: the duty', 'Phòng Nội vụ có phải tham mưu thi đua khen thưởng không', /thi đua, khen thưởng/],
    [
      'two units side by side',
      'việc của Phòng Nội vụ khác Công an huyện thế nào',
      /Phòng Nội vụ –[^]*Công an huyện –[^]*an ninh mạng/,
    ],
    ['with whom', 'ai phối hợp với Phòng Nội vụ', /Phối hợp: Phòng Tài chính - Kế hoạch/],
    ['how often', 'một năm phải báo cáo mấy lần theo kế hoạch 12', /định kỳ hằng quý/],
    ['budget', 'kinh phí thực hiện kế hoạch 12 lấy ở đâu', /Phòng Tài chính - Kế hoạch[^]*bố trí kinh phí/],
    [
      'the plan named by what it is about narrows nothing',
      'Phòng Nội vụ được giao việc gì trong kế hoạch chuyển đổi số của UBND huyện Mỹ Lâm',
      /1\. Chủ trì[^]*2\. Tham mưu công tác thi đua/,
    ],
    ['a named plan with its issuer', 'mục đích của kế hoạch 12 của ubnd huyện mỹ lâm là gì', /Nâng cao nhận thức/],
    ['what a cited paper is about', 'nghị quyết 05-NQ/HU về việc gì', /05-NQ\/HU[^]*chuyển đổi số/],
    ['the unit before a misheard wish', 'kế hoạch 12 giao phòng nào bồi dưỡng kỹ năng số', /Phòng Nội vụ/],
    [
      'a cited paper that is carried out',
      'triển khai nghị quyết 05 ở mỹ lâm thì bao giờ xong việc bố trí kinh phí',
      /tháng 10 năm 2026/,
    ],
    ['initials of the place', 'cong an huyện ML chủ trì việc gì', /an ninh mạng/],
    ['the one that coordinates sees who leads', 'Phòng Tài chính - Kế hoạch làm gì', /\(phối hợp với Phòng Nội vụ\)/],
    ['slips of the tones', 'ai bôi dương ky nang số cho can bô cap xa', /Phòng Nội vụ/],
  ])('%s', async (_, question, holds) => {
    expect(await office.say(officer, question)).toMatch(holds)
  })

  test('what a unit merely shares is left out where its own work is asked about', async () => {
    const answer = await office.say(officer, 'Phòng Nội vụ làm gì về thi đua khen thưởng')
    expect(answer).toContain('thi đua, khen thưởng')
    expect(answer).not.toContain('kỹ năng số')
  })

  test('who issued a paper is not asked about, and neither is the own unit', async () => {
    const answer = await office.say(officer, 'an ninh mạng trong kế hoạch 12 của ubnd huyện mỹ lâm là gì')
    expect(answer).toContain('an ninh mạng')
    expect(answer).not.toContain('kỹ năng số')
  })

  test('a duty without a day is not answered with the day of another one', async () => {
    const answer = await office.say(officer, 'Phòng Nội vụ mở đợt thi đua khen thưởng xong trước ngày nào')
    expect(answer).toMatch(/không đặt thời hạn[^]*thi đua, khen thưởng/)
  })

  test('who has duties of its own is never told to have none', async () => {
    const answer = await office.say(officer, 'Phòng Nội vụ có việc gì về báo cáo định kỳ')
    expect(answer).not.toContain('không giao việc riêng')
  })

  test.each<[kind: string, question: string, says: RegExp]>([
    ['a number behind a misheard wish', 'kế hoạch 12 giao chỉ tiêu bn cán bộ cấp xã học kỹ năng số', /không nêu con số này/],
    ['a penalty', 'nộp báo cáo kế hoạch 12 trễ thì bị phạt sao', /không nêu/],
    ['a form', 'kế hoạch 12 báo cáo theo mẫu nào', /không nêu/],
    ['no: not charged with it', 'Công an huyện có phải làm thi đua khen thưởng không', /không giao việc này cho Công an huyện/],
    ['a number that is not set', 'kế hoạch 12 bồi dưỡng kỹ năng số cho bao nhiêu cán bộ', /không nêu con số này/],
    ['money', 'kế hoạch 12 dành bao nhiêu tiền bố trí kinh phí', /không nêu con số này/],
    ['difficulties', 'nếu khó khăn vướng mắc khi thực hiện kế hoạch 12 thì báo cho ai', /không nêu cách xử lý/],
    ['how an office is reached', 'email Phòng Nội vụ huyện Mỹ Lâm để nộp báo cáo là gì', /không nêu/],
    ['where to', 'dia chi gui bao cao ke hoach 12 la gi', /không nêu/],
    ['who holds a post', 'ai là chủ tịch huyện Mỹ Lâm', /không có thông tin/],
    ['a cited paper', 'nghị quyết 05-NQ/HU giao Phòng Nội vụ báo cáo mấy lần một năm', /toàn văn chưa được nạp/],
    ['another district is no recipient', 'UBND huyện Phú Lộc có nhiệm vụ gì trong kế hoạch 12', /^(?!.*nơi nhận)/s],
    ['recipients are not charged', 'Thường trực Huyện ủy có nhiệm vụ gì trong kế hoạch 12', /chỉ có tên ở nơi nhận/],
  ])('what the plan does not say is said so: %s', async (_, question, says) => {
    expect(await office.say(officer, question)).toMatch(says)
  })
})
