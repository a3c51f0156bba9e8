// The explorer page
export type { HtmlOptions } from './html-options.js'
export type { RoleMark } from './page-data.js'
export { toHtml } from './to-html.js'
