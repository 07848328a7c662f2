// Runs in the browser. Keeps what was said per persona, posts it, and reads the outbox for answers.

const QUICK_MS = 250
const CALM_MS = 3000
const PATIENCE_MS = 20_000
const KEPT = 200

const $ = (id) => document.getElementById(id)
const log = $('log')
const messages = $('messages')
const persona = $('persona')
const box = $('text')

/** @type {{ entries: { id: string, html?: string, text?: string, state?: string, body?: object }[], after: string }} */
let talk = { entries: [], after: '' }
let waitingSince = 0
let timer = 0
let turn = 0

function readStore(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function saveTalk() {
  try {
    talk.entries = talk.entries.slice(-KEPT)
    localStorage.setItem(`talk ${persona.value}`, JSON.stringify(talk))
    localStorage.setItem('persona', JSON.stringify(persona.value))
  } catch {
    // Storage is full or forbidden: the talk then lives as long as the page.
  }
}

function isAtEnd() {
  return log.scrollHeight - log.scrollTop - log.clientHeight < 80
}

function scrollToEnd() {
  log.scrollTop = log.scrollHeight
  $('below').hidden = true
}

function showOwn(entry) {
  const article = $('own').content.firstElementChild.cloneNode(true)
  article.dataset.id = entry.id
  article.dataset.state = entry.state
  article.querySelector('.bubble').textContent = entry.text
  article.querySelector('.retry').addEventListener('click', () => post(entry))
  messages.append(article)
}

function showReply(entry) {
  messages.insertAdjacentHTML('beforeend', entry.html)
}

function showEntry(entry) {
  if (entry.html === undefined) showOwn(entry)
  else showReply(entry)
}

function refreshChoices() {
  // Only the last message's choices still stand; a press uses them up.
  const all = [...messages.children]
  for (const article of all.slice(0, -1)) {
    for (const button of article.querySelectorAll('.choices button')) button.disabled = true
  }
  $('welcome').hidden = all.length > 0
}

function openTalk() {
  turn += 1
  talk = readStore(`talk ${persona.value}`) ?? { entries: [], after: '' }
  messages.replaceChildren()
  for (const entry of talk.entries) {
    if (entry.state === 'sending') entry.state = 'failed'
    showEntry(entry)
  }
  waitFor(false)
  refreshChoices()
  scrollToEnd()
  saveTalk()
  poll()
}

function setState(entry, state) {
  entry.state = state
  const article = messages.querySelector(`[data-id="${entry.id}"]`)
  if (article) article.dataset.state = state
  saveTalk()
}

function waitFor(isWaiting) {
  waitingSince = isWaiting ? Date.now() : 0
  $('typing').hidden = !isWaiting
  $('late').hidden = true
}

async function post(entry) {
  const as = persona.value
  setState(entry, 'sending')
  try {
    const response = await fetch('/try/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: entry.id, as, ...entry.body }),
    })
    setState(entry, response.ok ? 'received' : 'failed')
    if (!response.ok || as !== persona.value) return
    waitFor(true)
    scrollToEnd()
    poll()
  } catch {
    setState(entry, 'failed')
  }
}

function say(text, body) {
  const entry = { id: newId(), text, body, state: 'sending' }
  talk.entries.push(entry)
  showOwn(entry)
  refreshChoices()
  scrollToEnd()
  void post(entry)
}

// On a phone the keyboard would cover the answer that a press is waiting for.
function focusBox() {
  if (matchMedia('(pointer: fine)').matches) box.focus()
}

function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function takeReplies(replies) {
  const known = new Set(talk.entries.map((entry) => entry.id))
  const fresh = replies.filter((reply) => !known.has(reply.id))
  if (replies.length > 0) talk.after = replies.at(-1).id
  if (fresh.length === 0) return
  const wasAtEnd = isAtEnd()
  for (const reply of fresh) {
    talk.entries.push(reply)
    showReply(reply)
  }
  waitFor(false)
  refreshChoices()
  saveTalk()
  if (!wasAtEnd) {
    $('below').hidden = false
    return
  }
  scrollToEnd()
  // A long answer is read from its beginning.
  const first = messages.querySelector(`[data-id="${fresh[0].id}"]`)
  log.scrollTop = Math.min(log.scrollTop, first.offsetTop - 8)
}

async function poll() {
  clearTimeout(timer)
  const mine = turn
  try {
    const query = new URLSearchParams({ as: persona.value, after: talk.after })
    const response = await fetch(`/try/messages?${query}`)
    if (mine !== turn) return
    $('offline').hidden = response.ok
    if (response.ok) takeReplies((await response.json()).messages)
  } catch {
    $('offline').hidden = false
  }
  if (mine !== turn) return
  if (waitingSince && Date.now() - waitingSince > PATIENCE_MS) {
    waitFor(false)
    $('late').hidden = false
  }
  clearTimeout(timer)
  if (!document.hidden) timer = setTimeout(poll, waitingSince ? QUICK_MS : CALM_MS)
}

function fitBox() {
  box.style.height = 'auto'
  box.style.height = `${Math.min(box.scrollHeight, 160)}px`
}

$('composer').addEventListener('submit', (event) => {
  event.preventDefault()
  const text = box.value.trim()
  if (!text) return
  box.value = ''
  fitBox()
  say(text, { text })
  box.focus()
})

box.addEventListener('input', fitBox)
box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  $('composer').requestSubmit()
})

log.addEventListener('click', ({ target }) => {
  const button = target.closest?.('button')
  if (!button) return
  if (button.dataset.say) say(button.dataset.say, { text: button.dataset.say })
  if (!button.dataset.choice) return
  button.setAttribute('aria-pressed', 'true')
  say(button.textContent.trim(), { choiceId: button.dataset.choice })
  focusBox()
})

$('below').addEventListener('click', scrollToEnd)
$('clear').addEventListener('click', () => {
  talk.entries = []
  messages.replaceChildren()
  waitFor(false)
  refreshChoices()
  saveTalk()
  focusBox()
})
persona.addEventListener('change', openTalk)
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void poll()
})

const last = readStore('persona')
if ([...persona.options].some((option) => option.value === last)) persona.value = last
openTalk()
