/** The page to sign in. */
export const SIGN_IN_PAGE = page(
  'Sign in',
  `<form method="post" action="/session">
<label>Token <input name="token" type="password" autocomplete="off" required></label>
<button>Sign in</button>
</form>`,
)

/** The page with the chart in a frame. Its script is a file of its own, so that no script in a page can run. */
export const CHART_PAGE = page(
  'Office',
  `<header>
<strong>Office</strong> <output id="rev"></output>
<form method="post" action="/session/end"><button>Sign out</button></form>
</header>
<p id="message" role="status"></p>
<section id="conflict" hidden aria-label="Conflict">
<p>Others have changed the chart meanwhile:</p>
<ul id="others"></ul>
<p id="both" hidden>Both sides changed the same:</p>
<ul id="conflicts"></ul>
<button id="merge">Merge</button>
<button id="ours">Keep mine</button>
<button id="theirs">Keep theirs</button>
<button id="drop">Drop my changes</button>
</section>
<iframe id="chart" title="Chart" sandbox="allow-scripts allow-downloads"></iframe>
<script src="/client.js"></script>`,
)

export const STYLE = `body { margin: 0; display: flex; flex-direction: column; height: 100vh; font: 16px system-ui, sans-serif }
header { display: flex; gap: 1em; align-items: center; padding: .5em 1em }
header form { margin-left: auto }
body > form { margin: 2em }
p, ul { margin: .25em 1em }
#conflict { padding: .5em 0; background: #fff4d6 }
#conflict button { margin: .25em 0 .25em 1em }
iframe { flex: 1; border: 0; border-top: 1px solid #ccc }
[hidden] { display: none }
`

/** Runs in the page around the chart: it passes the changes of the chart on to the service. */
export const CLIENT = `'use strict'
const part = (id) => document.getElementById(id)
const frame = part('chart')
let rev = 0
let pending

async function show(text = '') {
  const answer = await fetch('/rev')
  if (answer.status === 401) { location.reload(); return }
  ;({ rev } = await answer.json())
  pending = undefined
  part('conflict').hidden = true
  part('rev').textContent = 'Revision ' + rev
  part('message').textContent = text
  frame.src = '/chart?rev=' + rev
}

async function send(changes, conflicts) {
  const body = JSON.stringify({ rev, changes, ...conflicts })
  const answer = await fetch('/changes', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  if (answer.ok) { await show('Saved.'); return }
  const said = await answer.json().catch(() => ({ message: 'The service does not answer.' }))
  if (answer.status !== 409) { part('message').textContent = said.message; return }
  pending = changes
  const list = (id, texts) => part(id).replaceChildren(...texts.map((text) => {
    const item = document.createElement('li')
    item.textContent = text
    return item
  }))
  list('others', said.others)
  list('conflicts', said.conflicts)
  const isDisputed = said.conflicts.length > 0
  part('both').hidden = !isDisputed
  part('merge').hidden = isDisputed
  part('ours').hidden = part('theirs').hidden = !isDisputed
  part('message').textContent = 'Not saved.'
  part('conflict').hidden = false
}

// The frame has no origin of its own: what it is tells who speaks.
addEventListener('message', ({ source, data }) => {
  if (source === frame.contentWindow && data?.type === 'rolegraph-changes') void send(data.changes)
})
for (const id of ['merge', 'ours', 'theirs'])
  part(id).addEventListener('click', () => void send(pending, { merge: id === 'merge' ? 'clean' : id }))
part('drop').addEventListener('click', () => void show())
void show()
`

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><link rel="stylesheet" href="/style.css">
<body>${body}
`
}
