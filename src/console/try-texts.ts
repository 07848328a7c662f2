/** Every word on the try-it page, from prompts/try.vi.json. */
export type TryTexts = {
  readonly title: string
  readonly subtitle: string
  readonly notice: string
  readonly speakAs: string
  readonly guest: string
  readonly guestGroup: string
  readonly conversation: string
  readonly emptyTitle: string
  readonly emptyHint: string
  readonly examples: readonly string[]
  readonly messageLabel: string
  readonly placeholder: string
  readonly send: string
  readonly clear: string
  readonly typing: string
  readonly you: string
  readonly assistant: string
  readonly sending: string
  readonly received: string
  readonly failed: string
  readonly retry: string
  readonly late: string
  readonly offline: string
  readonly choices: string
  readonly reminder: string
  readonly broadcast: string
  readonly newMessages: string
}
