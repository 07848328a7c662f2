import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { TryTexts } from './try-texts.ts'

/** Somebody whom the person at the page can be; group is what the choice is listed under. */
export type Persona = { readonly accountId: string; readonly label: string; readonly group: string }

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** The try-it page. Its script finds every word it needs in the page itself. */
export function renderTryPage(personas: readonly Persona[], texts: TryTexts): Html {
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${texts.title} · ${texts.subtitle}</title>
        <link rel="icon" href="/try/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/try/page.css" />
        <script type="module" src="/try/client.js"></script>
      </head>
      <body>
        ${renderHeader(personas, texts)}
        <main>
          <div id="log" role="log" aria-label="${texts.conversation}" tabindex="0">
            ${renderWelcome(texts)}
            <div id="messages"></div>
            <div id="typing" class="message theirs" role="status" hidden>
              <div class="bubble">
                <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span>${texts.typing}</span>
              </div>
            </div>
            <p id="late" class="aside" role="status" hidden>${texts.late}</p>
          </div>
          <button id="below" type="button" hidden>${texts.newMessages}</button>
        </main>
        ${renderComposer(texts)} ${renderOwnTemplate(texts)}
      </body>
    </html>`
}

function renderHeader(personas: readonly Persona[], texts: TryTexts): Html {
  const groups = Map.groupBy(personas, (persona) => persona.group)
  const options = [...groups].map(
    ([group, members]) =>
      html`<optgroup label="${group}">
        ${members.map(({ accountId, label }) => html`<option value="${accountId}">${label}</option>`)}
      </optgroup>`,
  )
  return html`<header>
    <div class="brand">
      <img src="/try/icon.svg" alt="" width="36" height="36" />
      <div>
        <h1>${texts.title}</h1>
        <p>${texts.subtitle}</p>
      </div>
    </div>
    <div class="persona">
      <label for="persona">${texts.speakAs}</label>
      <select id="persona">
        ${options}
      </select>
    </div>
    <button id="clear" type="button" class="quiet">${texts.clear}</button>
  </header>`
}

function renderWelcome(texts: TryTexts): Html {
  const examples = texts.examples.map((example) => html`<li><button type="button" data-say="${example}">${example}</button></li>`)
  return html`<section id="welcome">
    <h2>${texts.emptyTitle}</h2>
    <p>${texts.emptyHint}</p>
    <ul>
      ${examples}
    </ul>
  </section>`
}

function renderComposer(texts: TryTexts): Html {
  return html`<footer>
    <p id="offline" class="aside" role="status" hidden>${texts.offline}</p>
    <form id="composer">
      <label class="unseen" for="text">${texts.messageLabel}</label>
      <textarea
        id="text"
        rows="1"
        maxlength="4000"
        placeholder="${texts.placeholder}"
        autocomplete="off"
        enterkeyhint="send"
      ></textarea>
      <button id="send" type="submit" aria-label="${texts.send}" title="${texts.send}">
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path d="M3.4 20.4 21 12 3.4 3.6 3.4 10.2 15 12 3.4 13.8z" fill="currentColor" />
        </svg>
      </button>
    </form>
    <p class="notice">${texts.notice}</p>
  </footer>`
}

function renderOwnTemplate(texts: TryTexts): Html {
  return html`<template id="own">
    <article class="message mine">
      <h2 class="unseen">${texts.you}</h2>
      <div class="bubble"></div>
      <p class="state">
        <span class="sending">${texts.sending}</span><span class="received">${texts.received}</span>
        <span class="failed">${texts.failed} <button type="button" class="retry">${texts.retry}</button></span>
      </p>
    </article>
  </template>`
}
