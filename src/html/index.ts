// The explorer page
export type { HtmlOptions } from './html-options.js'
export { toHtml } from './to-html.js'
