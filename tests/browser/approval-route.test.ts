import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { defineOrg } from 'rolegraph'
import { approvalPolicy, approvalRoute, routeToMermaid, routeToSvg } from 'rolegraph/approval'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_LABELS } from '../render/charts.js'
import { launchChromium, watchedPage } from './chromium.js'

const MERMAID = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js')

let browser: Browser
let page: Page
let trouble: string[]
beforeAll(async () => {
  browser = await launchChromium()
  ;({ page, trouble } = await watchedPage(browser))
  await page.setContent('<!doctype html><main></main>')
  await page.addScriptTag({ path: MERMAID })
})
afterAll(async () => {
  await browser.close()
})

/** A route of two steps, the first by either of two, past a vacant role, in which every title and name is this text. */
function routeOf(title: string) {
  const org = defineOrg({
    roles: {
      top: { title, holders: ['t'] },
      middle: { title, reportsTo: 'top', holders: ['m', 'n'] },
      vacant: { title, reportsTo: 'middle', vacant: true },
      clerk: { title, reportsTo: 'vacant', holders: ['c'] },
    },
    people: { t: { name: title }, m: { name: title }, n: { name: title }, c: { name: title } },
  })
  const policy = approvalPolicy<typeof org>({
    limits: [{ role: 'top', upTo: null }],
    rules: [{ by: 'chain' }],
  })
  const request = { requester: { person: 'c' }, amount: 5 } as const
  return { org, route: approvalRoute(org, policy, request), request }
}

describe('the picture of a route', () => {
  it('is drawn by Mermaid, whatever the titles are', async () => {
    for (const title of ['Head of Delivery', ...HOSTILE_LABELS]) {
      const { org, route, request } = routeOf(title)
      const drawn = await page.evaluate<{
        nodes: number
        edges: number
        foreign: number
        ran: boolean
      }>(`(async () => {
        mermaid.initialize({ startOnLoad: false })
        const { svg } = await mermaid.render('chart', ${JSON.stringify(routeToMermaid(org, route, { request }))})
        const main = document.querySelector('main')
        main.innerHTML = svg
        return {
          nodes: main.querySelectorAll('g.node').length,
          edges: main.querySelectorAll('.edgePaths path').length,
          foreign: main.querySelectorAll('script, img, a, iframe, ul, ol, strong, em, code, h1, math').length,
          ran: 'ran' in globalThis,
        }
      })()`)
      expect(drawn).toEqual({ nodes: 6, edges: 6, foreign: 0, ran: false })
    }
    expect(trouble).toEqual([])
  })

  it('is drawn by librsvg, whatever the titles are', () => {
    for (const title of ['Head of Delivery', ...HOSTILE_LABELS]) {
      const { org, route, request } = routeOf(title)
      const { status, stdout, stderr } = spawnSync('rsvg-convert', [], {
        input: routeToSvg(org, route, { request, title }),
      })
      expect([status, stderr.toString()]).toEqual([0, ''])
      // An image as wide as four columns of boxes.
      expect(stdout.subarray(1, 4).toString()).toBe('PNG')
      expect(stdout.readUInt32BE(16)).toBeGreaterThan(800)
    }
  })
})
