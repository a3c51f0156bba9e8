/**
 * Checks the site in site/dist, which `npm run docs` builds: every link leads to a page and a heading that exist, and the
 * playground works in Chromium.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { type Page } from 'playwright-core'
import { launchChromium } from '../tests/browser/chromium.js'

const SITE = 'site/dist'
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.woff2': 'font/woff2',
}

/** The file of the site that an address leads to, without its hash. */
function fileOf(address: string): string {
  const path = normalize(decodeURI(address.replace(/[?#].*$/, '')))
  return join(SITE, path.endsWith('/') ? `${path}index.html` : path)
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile()
}

function entitiesDecoded(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

const anchors = new Map<string, ReadonlySet<string>>()

function anchorsOf(file: string): ReadonlySet<string> {
  let found = anchors.get(file)
  if (found === undefined) {
    const ids = readFileSync(file, 'utf8').matchAll(/\sid="([^"]*)"/g)
    found = new Set([...ids].map(([, id]) => entitiesDecoded(id)))
    anchors.set(file, found)
  }
  return found
}

function problemOf(address: string): string | undefined {
  const file = fileOf(address)
  if (!isFile(file)) return 'there is no such page'
  const hash = decodeURIComponent(/#(.*)$/.exec(address)?.[1] ?? '')
  if (hash === '' || !file.endsWith('.html') || anchorsOf(file).has(hash)) return undefined
  return 'the page has no such heading'
}

/** Links that lead nowhere, each with the page that has it. */
function deadLinks(): string[] {
  const files = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
  return files.flatMap((file) => {
    if (!/\.html$|^llms\.txt$/.test(file)) return []
    const text = readFileSync(`${SITE}/${file}`, 'utf8')
    const links = file.endsWith('.txt')
      ? text.matchAll(/\]\(([^)\s]+)\)/g)
      : text.matchAll(/<(?:a|img|link|script)\b[^>]*?\s(?:href|src)="([^"]*)"/g)
    const addresses = new Set(
      [...links]
        .map(([, link]) => entitiesDecoded(link))
        .filter((link) => link !== '' && !link.startsWith('data:'))
        .map((link) => new URL(link, `http://site/${file}`))
        .filter(({ host }) => host === 'site')
        .map(({ pathname, hash }) => pathname + hash),
    )
    return [...addresses].flatMap((address) => {
      const problem = problemOf(address)
      return problem === undefined ? [] : [`${file}: ${address}: ${problem}`]
    })
  })
}

async function served(): Promise<{ server: Server; address: string }> {
  const server = createServer(({ url = '/' }, response) => {
    const file = fileOf(url)
    if (!isFile(file)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    response.end(readFileSync(file))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { server, address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` }
}

/** The text of an element once it matches: what a user waits for. */
async function becomes(page: Page, selector: string, expected: RegExp): Promise<void> {
  const element = page.locator(selector)
  for (let tries = 0; tries < 100 && !expected.test(await element.innerText()); tries++)
    await page.waitForTimeout(100)
  assert.match(await element.innerText(), expected)
}

async function checkPlayground(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/playground.html`)
  await page.waitForSelector('#live .picture svg')
  const text = page.locator('#document')
  const original = await text.inputValue()

  // The first sample, as it opens.
  assert.equal(await page.locator('#live .issues').innerText(), 'None.')
  await page.fill('#question', 'Who does the analyst report to?')
  await becomes(page, '#live .answer', /reports to/i)
  assert.match(await page.locator('#live .answer code').innerText(), /^managerOf\(org, "analyst"\)$/)

  // An edit of the document changes the answer and the picture.
  const edited = original.replace('"PMO Analyst"', '"Oracle of Delphi"')
  assert.notEqual(edited, original)
  await text.fill(edited)
  await page.fill('#question', 'Who does the Oracle of Delphi report to?')
  await becomes(page, '#live .answer', /Oracle of Delphi reports to/)
  await becomes(page, '#live .picture', /Oracle/)

  // A question outside the grammar, text that is not JSON, and an empty document are answered in plain words.
  await page.fill('#question', 'What is the weather like?')
  await becomes(page, '#live .answer', /Try: /)
  await text.fill(original.slice(0, 100))
  await becomes(page, '#live .issues', /line 6, column 7: expected the closing quote/)
  await becomes(page, '#live .answer', /no org to ask/)
  assert.equal(await page.locator('#live .picture').isVisible(), false)
  await text.fill('')
  await becomes(page, '#live .issues', /\w/)
  await text.fill(original)
  await becomes(page, '#live .issues', /^None\.$/)

  // Each sample and each question that it suggests.
  for (const name of await page.locator('#sample option').allInnerTexts()) {
    await page.selectOption('#sample', { label: name })
    for (const button of await page.locator('#live button').all()) {
      await button.click()
      assert.equal(
        await page.locator('#live .answer code').count(),
        1,
        `${name}: ${await page.locator('#question').inputValue()}`,
      )
    }
  }
}

const dead = deadLinks()
for (const link of dead) console.log(`DEAD LINK: ${link}`)

const { server, address } = await served()
const browser = await launchChromium()
const trouble: string[] = []
try {
  const page = await browser.newPage()
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) trouble.push(`The page requested ${request.url()}`)
  })
  await checkPlayground(page, address)
  for (const path of ['/', '/docs/people.html', '/ARCHITECTURE.html', '/reference/rolegraph/']) {
    await page.goto(address + path)
    await page.waitForLoadState('networkidle')
  }
} finally {
  await browser.close()
  server.close()
}
for (const line of trouble) console.log(`PROBLEM: ${line}`)
if (dead.length + trouble.length > 0) process.exitCode = 1
else console.log('ok: the links of the site lead somewhere, and the playground works')
