import { describe, expect, test } from 'vitest'
import { createTryChannel } from '../../../../src/adapters/try/create-try-channel.ts'

const channel = createTryChannel()
const read = (body: string) =>
  channel.normalize({ key: 'try:a:1', platform: 'try', chatId: 'try:a', body, receivedAt: '2026-11-21T00:00:00.000Z' })

describe('the try-it channel', () => {
  test('reads what was typed as NFC text of the chat itself', () => {
    expect(read(JSON.stringify({ text: ' Đối ngoại '.normalize('NFD') }))).toEqual({
      platform: 'try',
      kind: 'text',
      chat: { id: 'try:a', kind: 'private' },
      from: 'try:a',
      text: 'Đối ngoại',
    })
  })

  test('reads a pressed choice', () => {
    expect(read('{"choiceId":"chc_1"}')).toMatchObject({ kind: 'choice', text: 'chc_1' })
  })

  test.each(['', '[]', 'null', '{"text":1}'])('has no words for %j', (body) => {
    expect(read(body)).toMatchObject({ kind: 'unsupported', text: '' })
  })
})
