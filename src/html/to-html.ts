import type { Org } from '../internal.js'
import { visibleText } from '../render/index.js'
import { approvalData } from './approval-options.js'
import { editData } from './edit-options.js'
import {
  APPROVAL_SCRIPT,
  APPROVAL_SCRIPT_HASH,
  APPROVAL_STYLE,
  APPROVAL_STYLE_HASH,
} from './explorer-approval.generated.js'
import { EDIT_SCRIPT, EDIT_SCRIPT_HASH, EDIT_STYLE, EDIT_STYLE_HASH } from './explorer-edit.generated.js'
import { Comparison } from './comparison.js'
import { dataOfOrg } from './data-of-org.js'
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './explorer-page.generated.js'
import { type HtmlOptions, type PageOptions, pageOptions } from './html-options.js'
import { packed } from './packed-data.js'
import type { PageData } from './page-data.js'

/** Allows the page's own scripts and styles, which the browser checks by their hashes, and embedded images. */
function securityPolicy(scripts: readonly string[], styles: readonly string[]): string {
  const quoted = (hashes: readonly string[]): string => hashes.map((hash) => `'${hash}'`).join(' ')
  return [
    "default-src 'none'",
    `script-src ${quoted(scripts)}`,
    `style-src ${quoted(styles)}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/**
 * Returns an org as an explorer page: one HTML file that needs no network and no server.
 *
 * The page draws the reporting lines and the career moves, with pan and zoom; boxes expand and collapse; roles are found
 * as `find` finds them, and so are units and people; a panel shows the holders of a role, its management chain, direct reports, next steps and
 * sources. The page shows the path between two roles, works with keyboard and screen reader, prints on A4 and A3, saves everything that is open as
 * SVG and PNG, and has a link to every role. Only the visible part is drawn, so that charts of 100,000 roles open too.
 *
 * The content security policy of the page allows its own script and style and nothing else, no requests either. The
 * org is embedded as data and shown as text only; characters that no file format carries safely are written as
 * `\u{1b}`. Each role is placed below its first manager along `lines`; in a broken chart, a cycle is broken at one role.
 * With a `root`, the file does not contain roles outside of it.
 *
 * Complexity: O(roles + lines + moves), plus O(n log n) to sort n siblings.
 *
 * @param org The org.
 * @param options `title`, and the options of every picture as a page reads them; see {@link HtmlOptions}.
 * @returns A complete HTML document; the same org and options always give the same document.
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
  const checked = pageOptions(options)
  const data = pageData(org, checked)
  const further = furtherScripts(org, checked)
  const policy = securityPolicy(
    [...further.map(({ scriptHash }) => scriptHash), SCRIPT_HASH],
    [STYLE_HASH, ...further.map(({ styleHash }) => styleHash)],
  )
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${textInHtml(data.title)}</title>`,
    `<style>${STYLE}</style>`,
    ...further.map(({ style }) => `<style>${style}</style>`),
    '</head>',
    '<body>',
    '<noscript>This chart needs JavaScript.</noscript>',
    `<script type="application/json" id="org">${jsonInHtml(packed(data))}</script>`,
    ...further.flatMap(({ id, content, script }) => [
      `<script type="application/json" id="${id}">${jsonInHtml(content)}</script>`,
      // It waits for the script of every page.
      `<script>${script}</script>`,
    ]),
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** A script that only some pages have, with its data and style. */
interface FurtherScript {
  readonly id: string
  readonly content: unknown
  readonly script: string
  readonly scriptHash: string
  readonly style: string
  readonly styleHash: string
}

function furtherScripts(org: Org, { edit, approval, after, fields }: PageOptions): FurtherScript[] {
  const scripts: FurtherScript[] = []
  if (edit !== undefined) {
    scripts.push({
      id: 'edit',
      content: editData(org, edit, fields),
      script: EDIT_SCRIPT,
      scriptHash: EDIT_SCRIPT_HASH,
      style: EDIT_STYLE,
      styleHash: EDIT_STYLE_HASH,
    })
  }
  if (approval !== undefined) {
    scripts.push({
      id: 'approval',
      content: approvalData(after ?? org, approval),
      script: APPROVAL_SCRIPT,
      scriptHash: APPROVAL_SCRIPT_HASH,
      style: APPROVAL_STYLE,
      styleHash: APPROVAL_STYLE_HASH,
    })
  }
  return scripts
}

/** The data of a page: of one org, or of an org compared with the one before. */
function pageData(org: Org, options: PageOptions): PageData {
  const { after, fields, picture } = options
  if (after === undefined) return dataOfOrg(org, options)
  const comparison = new Comparison(org, after, fields)
  return dataOfOrg(after, { ...options, picture: { ...picture, marks: comparison.marks } }, comparison)
}

/** JSON for an element of HTML: no character of it can end the element or start a comment. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function textInHtml(text: string): string {
  return visibleText(text).replace(/[&<>"]/g, (character) => ENTITIES[character])
}
