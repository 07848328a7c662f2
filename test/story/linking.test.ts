import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createInvite } from '../../src/usecases/linking/create-invite.ts'
import { openTestOffice, type TestOffice } from '../support/open-test-office.ts'

describe('linking an account', () => {
  let office: TestOffice
  const invite = async (role: 'officer' | 'leader' = 'officer'): Promise<string> => {
    const { library } = await office.office.openWorld()
    const unit = [...library.unitById.values()].find(({ name }) => name === 'Phòng Nội vụ')
    if (!unit) throw new Error('the plan names no Phòng Nội vụ')
    const { code, changes } = createInvite({ unit, role, name: null }, office.office)
    await office.office.storage.ledger.commit(changes)
    return code
  }
  beforeEach(async () => {
    office = await openTestOffice()
  })
  afterEach(() => office.close())

  test.each(['mã liên kết', 'ma lien ket', '/start'])('works with "%s" and the code, once', async (words) => {
    const code = await invite()
    expect(await office.say('terminal:a', `${words} ${code}`)).toContain('Đã liên kết với Phòng Nội vụ')
    expect(await office.say('terminal:a', 'đơn vị tôi có nhiệm vụ gì')).toContain('kỹ năng số')
    expect(await office.say('terminal:b', `${words} ${code}`)).toContain('Mã không đúng')
    expect(await office.say('terminal:b', 'đơn vị tôi có nhiệm vụ gì')).toContain('chưa liên kết')
  })

  test('refuses a code after fifteen minutes', async () => {
    const code = await invite()
    office.clock.passMinutes(16)
    expect(await office.say('terminal:a', `mã liên kết ${code}`)).toContain('Mã không đúng')
  })

  test('closes the door of a chat after five wrong tries in an hour, and opens it again', async () => {
    for (const wrong of ['999991', '999992', '999993', '999994', '999995']) {
      expect(await office.say('terminal:a', `mã liên kết ${wrong}`)).toContain('Mã không đúng')
    }
    expect(await office.say('terminal:a', `mã liên kết ${await invite()}`)).toContain('quá nhiều lần')
    office.clock.passMinutes(61)
    expect(await office.say('terminal:a', `mã liên kết ${await invite()}`)).toContain('Đã liên kết')
  })

  test('never stores the code itself', async () => {
    const code = await invite()
    const stored = await office.office.storage.officers.linkCode(office.office.ids.hash(code))
    expect(JSON.stringify(stored)).not.toContain(`"${code}"`)
  })
})
