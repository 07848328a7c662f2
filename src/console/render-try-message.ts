import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { OutboxMessage } from '../domain/message.ts'
import { renderRichText } from './render-rich-text.ts'
import type { TryTexts } from './try-texts.ts'

/** A message of the outbox as the page shows it, choices as buttons. */
export function renderTryMessage(message: OutboxMessage, texts: TryTexts): HtmlEscapedString | Promise<HtmlEscapedString> {
  const mark = message.urgency === 'reply' ? '' : html`<p class="mark">${texts[message.urgency]}</p>`
  const buttons = message.choices.map((choice) => html`<button type="button" data-choice="${choice.id}">${choice.label}</button>`)
  return html`<article class="message theirs" data-id="${message.id}">
    <h2 class="unseen">${texts.assistant}</h2>
    <div class="bubble">${mark}${renderRichText(message.text)}${renderFile(message)}</div>
    ${buttons.length > 0 ? html`<div class="choices" role="group" aria-label="${texts.choices}">${buttons}</div>` : ''}
  </article>`
}

/** A picture is shown and opens large, another file is offered; both come from this very server. */
function renderFile({ attachment, text }: OutboxMessage): HtmlEscapedString | Promise<HtmlEscapedString> | '' {
  if (!attachment) return ''
  const address = `/files/${attachment.token}`
  return attachment.kind === 'png'
    ? html`<a class="picture" href="${address}" target="_blank" rel="noreferrer"><img src="${address}" alt="${text}" /></a>`
    : html`<a class="file" href="${address}" download="${attachment.name}">${attachment.name}</a>`
}
