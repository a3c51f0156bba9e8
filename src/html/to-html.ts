import type { Org } from '../internal.js'
import { dataOfOrg } from './data-of-org.js'
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './explorer-page.generated.js'
import type { HtmlOptions } from './html-options.js'
import { jsonInHtml } from './json-in-html.js'
import { pageOptions } from './page-options.js'
import { textInHtml } from './text-in-html.js'

/** Nothing but the page's own script and style, which the browser knows by their hashes. */
const POLICY = [
  "default-src 'none'",
  `script-src '${SCRIPT_HASH}'`,
  `style-src '${STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Writes an org as a page to explore it: one file that needs no network and no server.
 *
 * The page draws the reporting lines and the career moves, with pan and zoom; boxes open and close; roles are found by
 * title, id and holder; a panel tells who fills a role, its management chain, direct reports, next steps and sources.
 * It shows the way between two roles, works by keyboard and screen reader, prints, saves what is seen as SVG, and has
 * an address for each role. Only what is in view is drawn, so that 100,000 roles open too.
 *
 * Its content security policy allows its own script and style and nothing else, also no request. What the org says is
 * data in the page and reaches it as text alone; what no file carries safely stands there as `\u{1b}`. Each role hangs
 * below the first manager that it has along `lines`; a circle of a broken chart is cut open at one role. With a `root`,
 * roles that are not below it are not in the file.
 *
 * Complexity: O(roles + lines + moves), and O(n log n) for the order of n siblings.
 *
 * @param org The org.
 * @param options Those of every picture, as a page reads them, and `title`; see {@link HtmlOptions}.
 * @returns A whole HTML document, the same for the same org and options.
 * @throws {@link OrgError} `INVALID_OPTION`, `UNKNOWN_ROLE`, `UNIT_WITHOUT_HEAD`, `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { toHtml } from 'rolegraph/html'
 *
 * const org = defineOrg({ roles: { lead: { title: 'Team Lead' }, analyst: { reportsTo: 'lead' } } })
 * const page = toHtml(org, { title: 'The team' })
 * console.log(page.slice(0, 15)) // => <!doctype html>
 * console.log(/<title>.*?<\/title>/.exec(page)?.[0]) // => <title>The team</title>
 * ```
 */
export function toHtml<Id extends string, Unit extends string, Data>(
  org: Org<Id, Unit, Data>,
  options?: HtmlOptions<NoInfer<Id>, NoInfer<Unit>, Data>,
): string {
  const data = dataOfOrg(org, pageOptions(options))
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${textInHtml(data.title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<noscript>This chart needs JavaScript.</noscript>',
    `<script type="application/json" id="org">${jsonInHtml(data)}</script>`,
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
