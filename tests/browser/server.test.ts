import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { PGlite } from '@electric-sql/pglite'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { defineOrg, managerOf, roleOf } from 'rolegraph'
import { openStore, pgliteDriver, type Tenant } from 'rolegraph/store'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ListeningServer, listen } from '../../examples/server/listen.js'
import { launchChromium } from './chromium.js'
import { box } from './explore.js'

const TOKENS = new Map([
  ['ada', 'token-of-ada-for-tests'],
  ['ben', 'token-of-ben-for-tests'],
])
const office = defineOrg({
  roles: {
    chief: { title: 'Chief' },
    finance: { title: 'Finance', reportsTo: 'chief' },
    delivery: { title: 'Delivery', reportsTo: 'chief' },
    clerk: { title: 'Clerk', reportsTo: 'finance' },
    buyer: { title: 'Buyer', reportsTo: 'finance' },
  },
})

const database = new PGlite()
let browser: Browser
let server: ListeningServer
let tenant: Tenant

beforeAll(async () => {
  browser = await launchChromium()
  const store = openStore(pgliteDriver(database))
  await store.migrate()
  await store.tenant('other').create(office, { actor: 'setup' })
  tenant = store.tenant('office')
  server = await listen({ tenant, tokens: TOKENS }, 0)
})
afterAll(async () => {
  await server.close()
  await browser.close()
  await database.close()
})
beforeEach(async () => {
  await tenant.delete().catch(() => undefined)
  await tenant.create(office, { actor: 'setup' })
})

/** Signs somebody in, in a browser of their own. */
async function signedIn(user: string): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(server.origin)
  await page.getByLabel('Token').fill(TOKENS.get(user) ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await chartIn(page).locator(box('Chief')).waitFor()
  return page
}

const chartIn = (page: Page): FrameLocator => page.frameLocator('#chart')

/** Moves a role in the chart of a page by the keyboard, as a user does, and sends the change. */
async function move(page: Page, role: string, manager: string): Promise<void> {
  const chart = chartIn(page)
  await chart.locator(box(role)).click()
  await page.keyboard.press('Control+x')
  await chart.locator(box(manager)).click()
  await page.keyboard.press('Control+v')
  await chart.getByRole('button', { name: /^Changes/ }).click()
  await chart.getByRole('button', { name: 'Send' }).click()
}

const message = (page: Page): Promise<string> => page.innerText('#message')

describe('two browsers', () => {
  it('move roles at once, and the second one merges', async () => {
    const [ada, ben] = [await signedIn('ada'), await signedIn('ben')]
    await move(ada, 'Clerk', 'Delivery')
    await expect.poll(() => message(ada)).toBe('Saved.')
    await expect.poll(() => ada.innerText('#rev')).toBe('Revision 2')

    await move(ben, 'Buyer', 'Delivery')
    await expect.poll(() => message(ben)).toBe('Not saved.')
    expect(await ben.innerText('#others')).toBe("ada: 'clerk' reports to 'delivery'")
    expect(managerOf((await tenant.load()).org, 'buyer')).toBe('finance')
    await ben.getByRole('button', { name: 'Merge' }).click()
    await expect.poll(() => message(ben)).toBe('Saved.')
    await expect.poll(() => ben.innerText('#rev')).toBe('Revision 3')

    const { org, rev } = await tenant.load()
    expect([rev, managerOf(org, 'clerk'), managerOf(org, 'buyer')]).toEqual([3, 'delivery', 'delivery'])
    expect((await tenant.history()).map(({ actor }) => actor)).toEqual(['setup', 'ada', 'ben'])
    // The chart that Ben sees is the merged one.
    await expect
      .poll(() => chartIn(ben).locator(box('Clerk')).getAttribute('aria-level'))
      .toBe(await chartIn(ben).locator(box('Buyer')).getAttribute('aria-level'))
    await Promise.all([ada.context().close(), ben.context().close()])
  })

  it.each([
    ['Keep mine', 'chief', 3],
    ['Keep theirs', 'delivery', 2],
  ])('move one role to two managers: %s', async (choice, manager, rev) => {
    const [ada, ben] = [await signedIn('ada'), await signedIn('ben')]
    await move(ada, 'Clerk', 'Delivery')
    await expect.poll(() => message(ada)).toBe('Saved.')
    await move(ben, 'Clerk', 'Chief')
    await expect.poll(() => message(ben)).toBe('Not saved.')
    expect(await ben.getByRole('button', { name: 'Merge' }).isVisible()).toBe(false)
    expect(await ben.locator('#conflicts li').count()).toBe(1)
    await ben.getByRole('button', { name: choice }).click()
    await expect.poll(() => message(ben)).toBe('Saved.')
    const stored = await tenant.load()
    expect([stored.rev, managerOf(stored.org, 'clerk')]).toEqual([rev, manager])
    await Promise.all([ada.context().close(), ben.context().close()])
  })

  it('go on after a change that is refused', async () => {
    const ada = await signedIn('ada')
    // Somebody removes the role that the chart still shows.
    await tenant.change([{ do: 'remove-role', role: 'buyer' }], { actor: 'ben' })
    await move(ada, 'Buyer', 'Delivery')
    await expect.poll(() => message(ada)).toBe('Not saved.')
    expect(await ada.locator('#conflicts li').count()).toBe(1)
    await ada.getByRole('button', { name: 'Drop my changes' }).click()
    await expect.poll(() => ada.innerText('#rev')).toBe('Revision 2')
    expect(await chartIn(ada).locator(box('Buyer')).count()).toBe(0)
    await ada.context().close()
  })
})

describe('the service', () => {
  const bearer = (token: string | undefined): Record<string, string> => ({
    authorization: `Bearer ${token ?? ''}`,
  })
  const ada = bearer(TOKENS.get('ada'))
  const json = { 'content-type': 'application/json' }
  const rename = [{ do: 'update-role', role: 'clerk', set: { title: 'Senior Clerk' } }]
  const post = (body: unknown, headers: Record<string, string> = ada): Promise<Response> =>
    fetch(`${server.origin}/changes`, {
      method: 'POST',
      // A connection on which too much was sent is closed.
      headers: { ...json, connection: 'close', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  it.each(['/rev', '/chart?rev=1', '/client.js', '/nothing'])('refuses %s without a token', async (path) => {
    expect((await fetch(server.origin + path)).status).toBe(401)
    for (const headers of [bearer('wrong'), bearer(''), { cookie: 'session=wrong' }, { cookie: 'session=' }])
      expect((await fetch(server.origin + path, { headers })).status).toBe(401)
  })

  it('shows those who are not signed in where to sign in, and nothing else', async () => {
    const answer = await fetch(server.origin)
    expect(answer.status).toBe(401)
    expect(await answer.text()).not.toContain('chart')
    const wrong = await fetch(`${server.origin}/session`, {
      method: 'POST',
      headers: { origin: server.origin },
      body: new URLSearchParams({ token: 'wrong' }),
    })
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([401, null])
  })

  it('takes the name of the user from the token', async () => {
    expect((await post({ rev: 1, changes: rename, actor: 'ben' })).status).toBe(200)
    const [, last] = await tenant.history()
    expect(last.actor).toBe('ada')
    expect(roleOf((await tenant.load()).org, 'clerk').title).toBe('Senior Clerk')
  })

  it('changes its own tenant only', async () => {
    expect((await post({ rev: 1, changes: rename, tenant: 'other' })).status).toBe(200)
    const other = openStore(pgliteDriver(database)).tenant('other')
    expect((await other.load()).rev).toBe(1)
  })

  it.each([
    ['no JSON', '{', 400],
    ['no object', '7', 400],
    ['no changes', { rev: 1 }, 400],
    ['no revision', { changes: rename }, 400],
    ['a revision that is a text', { rev: '1', changes: rename }, 400],
    ['too many changes', { rev: 1, changes: Array.from({ length: 1001 }, () => rename[0]) }, 400],
    ['another way to merge', { rev: 1, changes: rename, merge: 'all' }, 400],
    ['an unknown change', { rev: 1, changes: [{ do: 'explode' }] }, 422],
    ['an unknown role', { rev: 1, changes: [{ do: 'remove-role', role: "'; --" }] }, 422],
    ['a cycle', { rev: 1, changes: [{ do: 'set-manager', role: 'finance', manager: 'clerk' }] }, 422],
    ['what has no kind', { rev: 1, changes: [null] }, 422],
    ['a revision that is not there', { rev: 9, changes: rename }, 404],
    ['a long body', { rev: 1, changes: rename, more: 'x'.repeat(300_000) }, 413],
  ])('refuses %s', async (_name, body, status) => {
    const answer = await post(body)
    expect([answer.status, typeof ((await answer.json()) as { message: unknown }).message]).toEqual([
      status,
      'string',
    ])
    expect((await tenant.load()).rev).toBe(1)
  })

  it('refuses what other pages send, and other names of its address', async () => {
    expect((await post({ rev: 1, changes: rename }, { ...ada, origin: 'http://example.com' })).status).toBe(
      403,
    )
    expect((await post({ rev: 1, changes: rename }, { ...ada, origin: 'null' })).status).toBe(403)
    expect((await post({ rev: 1, changes: rename }, {})).status).toBe(403)
    expect((await tenant.load()).rev).toBe(1)
  })

  it('ends a session', async () => {
    const page = await signedIn('ada')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Token').waitFor()
    expect(await page.evaluate<number>("fetch('/rev').then(({ status }) => status)")).toBe(401)
    await page.context().close()
  })

  it('answers to its own name only, so that no other name can be pointed at it', async () => {
    const statusFor = (host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const asked = request(`${server.origin}/rev`, { headers: { ...ada, host } }, (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        })
        asked.once('error', reject).end()
      })
    expect(await statusFor(new URL(server.origin).host)).toBe(200)
    expect(await statusFor('example.com')).toBe(421)
  })

  it('listens on loopback only', async () => {
    const { hostname, port } = new URL(server.origin)
    expect(hostname).toBe('127.0.0.1')
    const others = Object.values(networkInterfaces()).flatMap((list) =>
      (list ?? []).filter(({ internal, family }) => !internal && family === 'IPv4'),
    )
    for (const { address } of others)
      await expect(fetch(`http://${address}:${port}/rev`, { headers: ada })).rejects.toThrow('fetch failed')
  })
})
