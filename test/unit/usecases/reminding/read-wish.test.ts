import { describe, expect, test } from 'vitest'
import { readWish } from '../../../../src/usecases/reminding/read-wish.ts'

describe('a wish about reminders', () => {
  test.each([
    ['nhắc lúc 8 giờ', { hour: '08:00' }],
    ['nhắc em lúc 8h30 sáng nhé', { hour: '08:30' }],
    ['nhac toi luc 2 gio chieu', { hour: '14:00' }],
    ['nhắc lúc 7 giờ rưỡi', { hour: '07:30' }],
    ['nhắc tôi trước 5 ngày', { leadDays: 5 }],
    ['nhắc trước hạn một tuần', { leadDays: 5 }],
    ['nhắc sớm 2 ngày lúc 9h', { leadDays: 2, hour: '09:00' }],
    ['tắt nhắc việc', { isOff: true }],
    ['đừng nhắc tôi nữa', { isOff: true }],
    ['bật lại', { isOff: false }],
    ['bật lại nhắc việc', { isOff: false }],
    ['nhắc cả cuối tuần nhé', { isEveryDay: true }],
    ['đừng nhắc vào cuối tuần', { isEveryDay: false }],
    ['tạm nghỉ 3 ngày', { leave: { days: 3 }, hasStandIn: false }],
    ['tạm nghỉ đến 30/11', { leave: { days: null }, hasStandIn: false }],
    ['nghỉ phép một tuần, chị Lan nhận thay', { leave: { days: null }, hasStandIn: true }],
    ['em đi làm lại rồi', { leave: 'end' }],
    ['lịch nhắc việc', {}],
  ])('%s', (text, wish) => {
    expect(readWish(text, false)).toEqual(wish)
  })

  test.each([
    ['đừng nhắc việc 2 nữa', { duties: 'snooze' }],
    ['nhắc lại việc 2', { duties: 'wake' }],
  ])('%s, with a duty that is pointed at', (text, wish) => {
    expect(readWish(text, true)).toEqual(wish)
  })
})
