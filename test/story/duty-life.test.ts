import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openConversation } from '../../src/domain/conversation.ts'
import { answerWords } from '../../src/usecases/answer-message.ts'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('the life of a duty', () => {
  let office: TestOffice
  let officer: string
  let head: string
  let chief: string
  beforeEach(async () => {
    office = await openTestOffice()
    officer = await office.admit('Phòng Nội vụ huyện Mỹ Lâm')
    head = await office.admit('Phòng Nội vụ huyện Mỹ Lâm', 'leader')
    chief = await office.admit('UBND huyện Mỹ Lâm', 'leader')
  })
  afterEach(() => office.close())

  const report = async (words: string, who = officer): Promise<string> => {
    await office.say(who, 'đơn vị tôi có nhiệm vụ gì')
    await office.say(who, words)
    return office.say(who, 'ghi')
  }
  /** What was sent to somebody since the last look. */
  const looked = new Map<string, number>()
  const heard = async (who: string): Promise<string> => {
    await office.engine.deliver()
    const all = office.sent.filter(({ chatId }) => chatId === who)
    const fresh = all.slice(looked.get(who) ?? 0)
    looked.set(who, all.length)
    return fresh.map(({ text }) => text).join('\n')
  }
  const decide = async (words: string, who = head): Promise<string> => {
    expect(await office.say(who, words)).toContain('Sẽ quyết định')
    return office.say(who, 'ghi')
  }
  beforeEach(() => looked.clear())

  test('a report waits, is listed by number, and is confirmed: whoever reported is told', async () => {
    expect(await report('việc 1 xong rồi')).toContain('Chờ lãnh đạo xác nhận')
    expect(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')).toContain('chờ lãnh đạo xác nhận')
    const waiting = await office.say(head, 'có gì chờ tôi duyệt')
    expect(waiting).toMatch(/Chờ quyết định: 1\n+1\. Phòng Nội vụ: .*bồi dưỡng kỹ năng số.*đã báo cáo hoàn thành/)

    const readBack = await office.say(head, 'xác nhận 1')
    expect(readBack).toMatch(/Xác nhận hoàn thành – Phòng Nội vụ: .*kỹ năng số/)
    expect(await office.office.storage.acts.all()).toEqual([])
    await heard(officer)
    expect(await office.say(head, 'ghi')).toMatch(/Đã ghi lúc 09:00, mã #.*[^]*Đã báo 1 người/)
    expect(await heard(officer)).toMatch(/đã quyết định:\n.*Xác nhận hoàn thành/)
    expect(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')).toContain('hoàn thành, lãnh đạo đã xác nhận 21/11/2026')
    expect(await office.say(head, 'có gì chờ tôi duyệt')).toContain('Không có báo cáo hay đề nghị nào chờ')
  })

  test('a report that is returned with its reason counts as not done, and the clock runs on', async () => {
    await report('việc 1 xong rồi')
    expect(await office.say(chief, 'tổng hợp')).toMatch(/Đã hoàn thành 1/)
    expect(await office.say(chief, 'trả lại việc 1 của Phòng Nội vụ')).toContain('Trả lại vì sao?')
    expect(await decide('trả lại việc 1 của Phòng Nội vụ, thiếu số liệu cấp xã', chief)).toContain('Lý do: thiếu số liệu cấp xã')
    expect(await heard(officer)).toMatch(
      /Trả lại, tính là chưa hoàn thành.*thiếu số liệu cấp xã[^]*Thời hạn không đổi và vẫn đang tính/,
    )
    expect(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')).toContain('trả lại: thiếu số liệu cấp xã')
    expect(await office.say(chief, 'tổng hợp')).toMatch(/Đã hoàn thành 0/)
    await report('việc 1 xong rồi')
    expect(await office.say(chief, 'tổng hợp')).toMatch(/Đã hoàn thành 1/)
  })

  test('by its reference, in one breath with others, and "đồng ý" by what is asked', async () => {
    const recorded = await report('việc 1 xong rồi, việc 2 chưa xong, xin lùi đến 15/12')
    const ref = /#(\w{4})/.exec(recorded)?.[1] ?? ''
    expect(await office.say(head, 'báo cáo nào chờ xác nhận')).toMatch(
      /1\. .*kỹ năng số[^]*2\. .*thi đua.*xin gia hạn đến 15\/12\/2026, chờ duyệt/,
    )
    expect(await office.say(head, 'xác nhận 1, đồng ý 2')).toMatch(
      /Xác nhận hoàn thành.*kỹ năng số[^]*Gia hạn đến 15\/12\/2026 – Phòng Nội vụ: .*thi đua/,
    )
    await office.say(head, 'hủy')
    expect(await office.say(head, `duyệt #${ref}`)).toMatch(/Xác nhận hoàn thành[^]*Gia hạn đến/)
  })

  test('an extension stands beside the deadline of the paper, and moves what is late and when one is reminded', async () => {
    await report('chưa xong việc 1, vướng kinh phí, xin lùi đến 31/12')
    expect(await office.say(head, 'đồng ý gia hạn đến 25/12')).toMatch(
      /Gia hạn đến 25\/12\/2026 \(hạn gốc: hoàn thành trước ngày 15\/12\/2026\)/,
    )
    await office.say(head, 'ghi')
    expect(await heard(officer)).toMatch(/Gia hạn đến 25\/12\/2026 \(hạn gốc: hoàn thành trước ngày 15\/12\/2026\)/)
    office.clock.set('2026-12-20T02:00:00Z')
    const list = await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    expect(list).toContain('đã gia hạn đến 25/12/2026 (hạn gốc: hoàn thành trước ngày 15/12/2026)')
    expect(list).not.toContain('quá hạn 6 ngày')
    office.clock.set('2026-12-22T01:00:00Z')
    await heard(officer)
    await office.engine.runJobs()
    expect(await heard(officer)).toContain('đã gia hạn đến 25/12/2026')
  })

  test('"đồng ý gia hạn" means the one who asked for it, whatever else waits', async () => {
    await report('việc 1 xong rồi')
    await report('xin gia hạn việc 2 đến 31/12')
    expect(await report('chuyển việc 3 sang Công an huyện')).toContain('Đề nghị chuyển sang Công an huyện')
    await office.say(chief, 'có gì chờ tôi duyệt')
    expect(await office.say(chief, 'đồng ý gia hạn')).toMatch(/Gia hạn đến 31\/12\/2026.*thi đua/)
    expect(await office.say(chief, 'đồng ý gia hạn cho Phòng Nội vụ')).toMatch(/Gia hạn đến 31\/12\/2026.*thi đua/)
  })

  test('what does not fit is refused with how the duty stands, in the words that were reported too', async () => {
    await report('xin gia hạn việc 1 đến 31/12 vì chưa có kinh phí')
    await office.say(head, 'có gì chờ tôi duyệt')
    await decide('đồng ý gia hạn')
    expect(await office.say(head, 'trả lại việc 1 vì thiếu minh chứng')).toMatch(
      /không làm được việc đó, vì việc này hiện: .*kinh phí/,
    )
  })

  test('an extension that is refused says why', async () => {
    await report('chưa xong việc 1, xin lùi đến 31/12')
    expect(await decide('không gia hạn, lý do việc gấp')).toContain('Lý do: việc gấp')
    expect(await heard(officer)).toMatch(/Không gia hạn.*việc gấp/)
    expect(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')).toContain('không được gia hạn: việc gấp')
  })

  test('nobody decides on their own report, and a leader’s is for one above', async () => {
    const deputy = await office.admit('Phòng Nội vụ huyện Mỹ Lâm', 'leader')
    await report('việc 1 xong rồi', head)
    expect(await office.say(head, 'xác nhận việc 1')).toContain('nên do cấp trên hoặc Văn phòng quyết định')
    expect(await office.say(deputy, 'có gì chờ tôi duyệt')).toContain('Không có báo cáo')
    expect(await office.say(officer, 'xác nhận việc 1')).not.toContain('Sẽ quyết định')
    expect(await decide('xác nhận việc 1 của Phòng Nội vụ', chief)).toContain('Xác nhận hoàn thành')
  })

  test('leaders of other units see and decide nothing', async () => {
    const other = await office.admit('Công an huyện Mỹ Lâm', 'leader')
    const recorded = await report('việc 1 xong rồi')
    expect(await office.say(other, 'có gì chờ tôi duyệt')).toContain('Không có báo cáo')
    expect(await office.say(other, `duyệt #${/#(\w{4})/.exec(recorded)?.[1]}`)).toContain('Không có báo cáo nào mã')
    expect(await office.say(other, 'xác nhận việc 1 của Phòng Nội vụ')).toContain(
      'do lãnh đạo đơn vị, cấp trên hoặc Văn phòng quyết định',
    )
  })

  test('who may not see how a duty stands does not learn it by trying to decide on it', async () => {
    const sibling = await office.admit('Công an huyện Mỹ Lâm', 'leader')
    const colleague = await office.admit('Công an huyện Mỹ Lâm')
    await report('chưa xong việc 1, xin lùi đến 31/12')
    await decide('không gia hạn, lý do việc gấp')
    await report('việc 2 xong rồi')
    await decide('xác nhận việc 2')
    const answers = [
      await office.say(sibling, 'xác nhận việc 1 của Phòng Nội vụ'),
      await office.say(sibling, 'xác nhận việc 2 của Phòng Nội vụ'),
      await office.say(colleague, 'đề nghị chuyển việc 2 của Phòng Nội vụ sang Công an huyện'),
    ]
    for (const answer of answers) {
      expect(answer).toContain('do lãnh đạo đơn vị, cấp trên hoặc Văn phòng quyết định')
      expect(answer).not.toMatch(/việc gấp|31\/12|đã xác nhận|không được gia hạn/)
    }
  })

  test('what was reported in private is not taken back before a group', async () => {
    await report('việc 1 xong rồi')
    const world = await office.office.openWorld()
    const person = (await world.officers.byAccount(officer))!
    const asker = { officer: person, units: [world.library.unitById.get(person.unitId)!] }
    const chat = { id: 'terminal:group', kind: 'group' } as const
    const silence = openConversation(chat.id, officer, office.clock.now())
    const answer = await answerWords('hủy', { chat, from: officer }, silence, asker, world, office.office.readers)
    expect(answer.changes ?? []).toEqual([])
    expect(answer.reply.phrases).toMatchObject([{ say: 'private-only' }])
  })

  test('of two who decide at the same time one is told what the other decided', async () => {
    await report('việc 1 xong rồi')
    await office.say(head, 'xác nhận việc 1')
    await office.say(chief, 'trả lại việc 1 của Phòng Nội vụ, thiếu số liệu')
    await office.say(chief, 'ghi')
    const answer = await office.say(head, 'ghi')
    expect(answer).toContain('chưa ghi gì')
    expect(answer).toContain('trả lại: thiếu số liệu')
    expect(await office.office.storage.acts.all()).toHaveLength(1)
  })

  test('a decision is taken back within the hour, both versions stay, and who was told is told', async () => {
    await report('việc 1 xong rồi')
    await decide('trả lại việc 1, thiếu số liệu')
    await heard(officer)
    expect(await office.say(head, 'hủy')).toMatch(/Đã rút lại quyết định #[^]*chờ lãnh đạo xác nhận/)
    expect(await heard(officer)).toMatch(/đã rút lại quyết định:/)
    expect(await office.office.storage.acts.all()).toHaveLength(2)
    await decide('xác nhận việc 1')
    office.clock.passMinutes(61)
    expect(await office.say(head, 'hủy')).not.toContain('Đã rút lại')
  })

  test('a stopped duty is neither reminded nor counted, takes no report, and can go on', async () => {
    const before = /(\d+) lượt việc/.exec(await office.say(chief, 'tổng hợp'))?.[1]
    expect(await decide('dừng việc 1 của Phòng Nội vụ, đã có kế hoạch khác thay', chief)).toContain('đã có kế hoạch khác thay')
    expect(await heard(officer)).toContain('Dừng, không nhắc và không tính nữa')
    expect(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')).toContain('đã dừng từ 21/11/2026: đã có kế hoạch khác thay')
    const after = await office.say(chief, 'tổng hợp')
    expect(after).toContain(`${Number(before) - 1} lượt việc`)
    expect(after).toContain('không tính 1 việc đã dừng')
    office.clock.set('2026-12-14T01:00:00Z')
    await heard(officer)
    await office.engine.runJobs()
    expect(await heard(officer)).not.toContain('kỹ năng số')
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    expect(await office.say(officer, 'việc 1 xong rồi')).toContain('đã dừng')
    await decide('tiếp tục việc 1 của Phòng Nội vụ', chief)
    expect(await report('việc 1 xong rồi')).toContain('Đã ghi')
  })

  test('a duty of the wrong unit is proposed for another one; who stands above both moves it, and the paper keeps its name', async () => {
    const other = await office.admit('Công an huyện Mỹ Lâm')
    await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')
    expect(await office.say(officer, 'việc 1 không phải của phòng em, đề nghị chuyển Công an huyện')).toMatch(
      /Đề nghị chuyển sang Công an huyện – Phòng Nội vụ: .*kỹ năng số/,
    )
    await office.say(officer, 'ghi')
    expect(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')).toContain('đề nghị chuyển Công an huyện')
    expect(await office.say(head, 'có gì chờ tôi duyệt')).toContain('đề nghị chuyển Công an huyện')
    expect(await office.say(head, 'đồng ý chuyển việc 1')).toContain('do cấp trên của cả hai đơn vị hoặc Văn phòng quyết định')
    expect(await office.say(chief, 'có gì chờ tôi duyệt')).toContain('đề nghị chuyển Công an huyện')
    expect(await decide('đồng ý 1', chief)).toContain('Chuyển sang Công an huyện thực hiện')

    expect(await office.say(officer, 'đơn vị tôi có nhiệm vụ gì')).toContain('đã chuyển Công an huyện thực hiện')
    const taken = await office.say(other, 'đơn vị tôi có nhiệm vụ gì')
    expect(taken).toMatch(/Việc nhận chuyển từ đơn vị khác \(1 việc\)[^]*kỹ năng số.*văn bản giao Phòng Nội vụ/)
    const number = /(\d+)\. [^\n]*kỹ năng số/.exec(taken)?.[1]
    await office.say(other, `việc ${number} được 40 %`)
    expect(await office.say(other, 'ghi')).toContain('Đã ghi')
    expect((await office.office.storage.progress.all()).at(-1)?.unitId).toContain('noi-vu')
    expect(await report('việc 1 xong rồi')).not.toContain('Đã ghi')
  })

  test('what waits stands in the digest that comes by itself, and is decided on by the numbers there', async () => {
    await report('việc 2 xong rồi')
    await heard(head)
    office.clock.set('2026-11-23T00:01:00Z')
    await office.engine.runJobs()
    expect(await heard(head)).toMatch(/Chờ đồng chí: 1 [^]*1\. Phòng Nội vụ: .*thi đua/)
    expect(await office.say(head, 'xác nhận 1')).toMatch(/Xác nhận hoàn thành – Phòng Nội vụ: .*thi đua/)
    expect(await office.say(head, 'tổng hợp')).toContain('Cần đồng chí: 1 báo cáo chờ xác nhận, 0 đề nghị gia hạn')
  })

  test('a leader hands the doing to a unit below, never to a person', async () => {
    expect(await office.say(chief, 'giao việc 1 của Phòng Nội vụ cho chị Lan')).toContain('giao theo đơn vị, không theo từng người')
    expect(await decide('giao việc 1 của Phòng Nội vụ cho Công an huyện', chief)).toContain(
      'Giao Công an huyện thực hiện, đơn vị ghi trong văn bản giữ nguyên',
    )
  })
})
