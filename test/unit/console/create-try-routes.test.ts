import { describe, expect, test } from 'vitest'
import { createTryRoutes, GUEST_CHAT } from '../../../src/console/create-try-routes.ts'
import type { TryTexts } from '../../../src/console/try-texts.ts'
import type { InboxEvent, OutboxMessage } from '../../../src/domain/message.ts'
import texts from '../../../prompts/try.vi.json' with { type: 'json' }

const MESSAGE: OutboxMessage = {
  id: 'out_1',
  platform: 'try',
  chatId: 'try:officer-a',
  text: 'Nhắc: **quá hạn** <script>',
  choices: [{ id: 'chc_1', label: 'Ghi & gửi' }],
  urgency: 'reminder',
  state: 'sent',
  attempts: 1,
  notBefore: '2026-11-21T00:00:00.000Z',
  createdAt: '2026-11-21T00:00:00.000Z',
  cause: null,
  platformMessageId: null,
  error: null,
}

function openPage({ isLoopback = true } = {}) {
  const accepted: Omit<InboxEvent, 'receivedAt'>[] = []
  const app = createTryRoutes({
    accept: async (event) => accepted.push(event),
    personas: async () => [{ accountId: 'try:officer-a', label: 'Cán bộ <A>', group: 'Xã B' }],
    messages: async (chatId, afterId) => (chatId === MESSAGE.chatId && afterId !== MESSAGE.id ? [MESSAGE] : []),
    isLoopback: () => isLoopback,
    texts: texts satisfies TryTexts,
    assets: { script: '', style: '', icon: '' },
  })
  const say = (
    body: unknown,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ): Response | Promise<Response> =>
    app.request('http://localhost/try/messages', {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return { app, accepted, say }
}

describe('the try-it routes', () => {
  test('serve a page in Vietnamese that loads nothing from elsewhere', async () => {
    const { app } = openPage()
    const response = await app.request('http://localhost:8787/try')
    const page = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page).toContain('<html lang="vi">')
    expect(page).toContain('Cán bộ &lt;A&gt;')
    expect(page).toContain(GUEST_CHAT)
    expect(page).not.toMatch(/(?:src|href)="(?!\/try\/)/)
  })

  test.each<[string, string, Record<string, string>, boolean]>([
    ['another machine', 'http://localhost/try', {}, false],
    ['a rebound domain', 'http://evil.example/try', {}, true],
    ['a proxy', 'http://localhost/try', { 'x-forwarded-for': '203.0.113.9' }, true],
  ])('are not there for %s', async (_, url, headers, isLoopback) => {
    const { app } = openPage({ isLoopback })
    expect((await app.request(url, { headers })).status).toBe(404)
    expect((await app.request(`${url}/messages?as=${GUEST_CHAT}`, { headers })).status).toBe(404)
  })

  test('file what is said as an event of the try platform, under a key that makes resending harmless', async () => {
    const { accepted, say } = openPage()
    expect((await say({ id: 'abcdefgh', as: 'try:officer-a', text: 'việc của tôi' })).status).toBe(200)
    expect((await say({ id: 'abcdefgi', as: GUEST_CHAT, choiceId: 'chc_1' })).status).toBe(200)
    expect(accepted).toEqual([
      { key: 'try:officer-a:abcdefgh', platform: 'try', chatId: 'try:officer-a', body: '{"text":"việc của tôi"}' },
      { key: 'try:guest:abcdefgi', platform: 'try', chatId: 'try:guest', body: '{"choiceId":"chc_1"}' },
    ])
  })

  test.each([
    ['somebody who is no persona', { id: 'abcdefgh', as: 'telegram:42', text: 'a' }],
    ['no words', { id: 'abcdefgh', as: GUEST_CHAT, text: '  ' }],
    ['no id', { as: GUEST_CHAT, text: 'a' }],
    ['no JSON', '{'],
    ['no object', 'null'],
  ])('take in nothing from %s', async (_, body) => {
    const { accepted, say } = openPage()
    expect((await say(body)).status).toBe(400)
    expect(accepted).toEqual([])
  })

  test('take in nothing that a form of another site could post, and nothing long', async () => {
    const { accepted, say } = openPage()
    expect((await say({ id: 'abcdefgh', as: GUEST_CHAT, text: 'a' }, { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await say({ id: 'abcdefgh', as: GUEST_CHAT, text: 'a'.repeat(20_000) })).status).toBe(413)
    expect(accepted).toEqual([])
  })

  test('show the messages of the persona after the last one seen, escaped, with their choices', async () => {
    const { app } = openPage()
    const { messages } = (await (await app.request('http://localhost/try/messages?as=try:officer-a')).json()) as {
      messages: { id: string; html: string }[]
    }
    expect(messages).toHaveLength(1)
    expect(messages[0]?.html).toContain('**quá hạn** &lt;script&gt;')
    expect(messages[0]?.html).toContain('data-choice="chc_1">Ghi &amp; gửi</button>')
    expect(messages[0]?.html).toContain(texts.reminder)
    const later = await app.request('http://localhost/try/messages?as=try:officer-a&after=out_1')
    expect(await later.json()).toEqual({ messages: [] })
  })
})
