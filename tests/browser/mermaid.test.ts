import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { orgFromRecords } from 'rolegraph'
import { pictureOf, toMermaid } from 'rolegraph/render'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firm, GOLDEN_PICTURES, HOSTILE_LABELS, hostileLabels } from '../render/charts.js'
import { launchChromium, watchedPage } from './chromium.js'

const MERMAID = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js')
const LEVELS = ['strict', 'loose', 'antiscript', 'sandbox'] as const

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

interface Drawn {
  /** The text of each node and each subgraph, as a reader would copy it. */
  readonly labels: readonly string[]
  readonly nodes: number
  readonly edges: number
  readonly ran: boolean
  /** Elements that only a label could have added. */
  readonly foreign: readonly string[]
}

/** Draws a text as a website would, and reads the result from the page. */
async function draw(text: string, config: object = {}): Promise<Drawn> {
  // As a string, since the code runs in the page, whose types Node does not have.
  const drawn = await page.evaluate<Drawn>(`(async () => {
    mermaid.initialize({ startOnLoad: false, ...${JSON.stringify(config)} })
    const { svg, bindFunctions } = await mermaid.render('chart', ${JSON.stringify(text)})
    const main = document.querySelector('main')
    main.innerHTML = svg
    bindFunctions?.(main)
    // At the level 'sandbox' the drawing is a separate page.
    const source = main.querySelector('iframe')?.getAttribute('src')
    const bytes = source && Uint8Array.from(atob(source.split(',')[1]), (byte) => byte.charCodeAt(0))
    const root = bytes ? new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/html') : main
    const textOf = (label) => {
      for (const end of label.querySelectorAll('br')) end.replaceWith('\\n')
      const rows = [...label.querySelectorAll('tspan.text-outer-tspan')]
      return rows.length > 0 ? rows.map((row) => row.textContent).join('\\n') : label.textContent
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
    const foreign = root.querySelectorAll('script, img, a, iframe, ul, ol, strong, em, b, i, code, h1, math')
    return {
      labels: [...root.querySelectorAll('g.node, g.cluster')].map(textOf),
      nodes: root.querySelectorAll('g.node').length,
      edges: root.querySelectorAll('.edgePaths path').length,
      ran: 'ran' in globalThis,
      foreign: [...foreign].filter((each) => root !== main || each.tagName !== 'IFRAME').map((each) => each.outerHTML),
    }
  })()`)
  expect(trouble).toEqual([])
  return drawn
}

/** A text as displayed: HTML collapses spaces, a word joiner is invisible, and two signs have a stand-in. */
const folded = (text: string): string =>
  text.replaceAll('\u2060', '').replace(/["“”]/g, '”').replaceAll('>', '›').replace(/\s+/g, ' ').trim()

describe('Mermaid', () => {
  it.each(GOLDEN_PICTURES)('draws each box and edge of %s', async (_name, org, options) => {
    const drawn = await draw(toMermaid(org, options))
    const picture = pictureOf(org, options)
    expect(drawn.nodes).toBe(picture.boxes.length)
    const folds = toMermaid(org, options).split('~~~').length - 1
    expect(drawn.edges).toBe(picture.lines.length + picture.moves.length + folds)
    expect((await draw(toMermaid(org, { ...options, edgeIds: true }))).edges).toBe(drawn.edges)
  })

  it.each(LEVELS)(
    'shows every hostile label exactly, and runs nothing, at the level %s',
    async (securityLevel) => {
      const drawn = await draw(toMermaid(hostileLabels, { groupBy: 'unit' }), {
        securityLevel,
        flowchart: { wrappingWidth: 4000 },
      })
      expect(drawn.ran).toBe(false)
      expect(drawn.foreign).toEqual([])
      const labels = drawn.labels.map(folded)
      for (const label of HOSTILE_LABELS) {
        expect(labels).toContain(folded(`${label}\n${label}`))
        expect(labels).toContain(folded(label))
      }
    },
  )

  it.each(LEVELS)('runs nothing at the level %s without HTML labels either', async (securityLevel) => {
    const config = { securityLevel, htmlLabels: false, flowchart: { htmlLabels: false, wrappingWidth: 4000 } }
    const hostile = await draw(toMermaid(hostileLabels, { groupBy: 'unit' }), config)
    expect(hostile.ran).toBe(false)
    expect(hostile.foreign).toEqual([])
    const without = (text: string): string => folded(text).replaceAll(' ', '')
    if (securityLevel !== 'sandbox') {
      const labels = hostile.labels.map(without)
      for (const label of HOSTILE_LABELS) expect(labels).toContain(without(label + label))
    }
    const drawn = await draw(toMermaid(firm, { groupBy: 'unit' }), config)
    expect(drawn.labels.map(folded)).toContain('PMO Director Katherine Johnson, Dorothy Vaughan Grade 7')
    expect(drawn.labels.map(folded)).toContain('PMO Analyst (vacant) Grade 3')
    expect(drawn.labels.map(folded)).toContain('Project Management Office')
  })

  it.each([
    ['short', ''],
    ['long', ' of all that there is to do <here> & "there"'.repeat(3)],
  ])('draws as much of a large chart as its limits allow, with %s titles', async (_name, more) => {
    const records = Array.from({ length: 3000 }, (_, role) => ({
      id: String(role),
      boss: role === 0 ? null : String(Math.floor((role - 1) / 40)),
      title: `Manager ${String(role)}${more}`,
    }))
    const org = orgFromRecords(records, { id: 'id', manager: 'boss', title: 'title' })
    const drawn = await draw(toMermaid(org))
    expect(drawn.edges).toBeGreaterThan(120)
    expect(drawn.edges).toBeLessThanOrEqual(500)
  })
})
