import { source as AXE } from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What axe-core finds with all of its rules, including those that are off by default, except level AAA.
 *
 * A box at the edge of the stage has only a part of its texts on the screen. axe-core counts what is scrolled out of view as
 * part of a label, but not what is panned out of view. So a box whose label it finds wrong is moved to the middle of the stage,
 * and only what axe-core finds there counts.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(async () => {
    ${AXE}
    const LABELS = 'label-content-name-mismatch'
    const rules = axe.getRules().filter(({ tags }) => !tags.includes('wcag2aaa'))
    const { violations } = await axe.run({
      rules: Object.fromEntries(rules.map(({ ruleId }) => [ruleId, { enabled: true }])),
    })
    const isWrongUncut = async (box) => {
      const stage = box.closest('.stage')
      const chart = stage?.querySelector('svg.chart')
      if (!chart?.contains(box)) return true
      const [from, to] = [box, stage].map((element) => element.getBoundingClientRect())
      chart.style.translate =
        (to.left + to.right - from.left - from.right) / 2 + 'px ' + (to.top + to.bottom - from.top - from.bottom) / 2 + 'px'
      const again = await axe.run(box, { runOnly: [LABELS] })
      chart.style.translate = ''
      return again.violations.length > 0 || again.passes.length === 0
    }
    const found = []
    for (const { id, nodes } of violations) {
      const wrong = []
      for (const { html, target } of nodes)
        if (id !== LABELS || (await isWrongUncut(document.querySelector(target[0])))) wrong.push(html.slice(0, 200))
      if (wrong.length > 0) found.push(id + ': ' + wrong.join(' | '))
    }
    return found
  })()`)
}
