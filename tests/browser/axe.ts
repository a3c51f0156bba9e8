import { source as AXE } from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe-core finds with all of its rules, including those that are off by default, except level AAA. */
export async function axeViolations(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`${AXE}
    const rules = axe.getRules().filter(({ tags }) => !tags.includes('wcag2aaa'))
    axe.run({ rules: Object.fromEntries(rules.map(({ ruleId }) => [ruleId, { enabled: true }])) }).then((found) =>
      found.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`)
}
