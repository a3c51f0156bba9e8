import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const PLACES = [
  process.env['CHROMIUM'],
  // Chromium without its windows: it draws the same, and opens a page with less than half the work.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a headless browser. If there is none, the error says how to install it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== undefined && existsSync(place))
  if (executablePath === undefined) {
    throw new Error(
      'There is no Chromium at /usr/bin/chromium-headless-shell or /usr/bin/chromium. Install one with `apt-get install -y chromium-headless-shell` or `apt-get install -y chromium`, or set CHROMIUM to the path of a Chromium or Chrome.',
    )
  }
  return chromium.launch({ executablePath, args: SWITCHES })
}

/** A page that records every error, dialog and network request. */
export async function watchedPage(
  browser: Browser,
  context: BrowserContextOptions = {},
): Promise<{ page: Page; trouble: string[] }> {
  const trouble: string[] = []
  const page = await browser.newPage(context)
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(`console: ${message.text()}`)
  })
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (/^(https?|wss?|ftp):/.test(request.url())) trouble.push(`request: ${request.url()}`)
  })
  return { page, trouble }
}
