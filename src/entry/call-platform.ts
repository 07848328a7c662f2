/** What a Telegram-like platform answered; a network fault is an answer too. */
export type PlatformAnswer = { readonly ok: boolean; readonly result?: unknown; readonly description?: string }

/** Calls one method of a bot API; the token stays out of every error. */
export async function callPlatform(
  bot: { readonly token: string; readonly apiRoot: string },
  method: string,
  body: object = {},
): Promise<PlatformAnswer> {
  try {
    const response = await fetch(`${bot.apiRoot}/bot${bot.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
    return (await response.json()) as PlatformAnswer
  } catch (error) {
    return { ok: false, description: error instanceof Error ? error.name : 'no answer' }
  }
}
