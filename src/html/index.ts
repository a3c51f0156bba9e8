// The explorer page
export type { ColorField } from './color-field.js'
export type { HtmlField } from './page-fields.js'
export type { PolicyDocument, RuleDocument, RuleName } from '../internal.js'
export type { EditOptions } from './edit-options.js'
export type { HtmlOptions } from './html-options.js'
export { toHtml } from './to-html.js'
