import { visibleText } from '../render/index.js'

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it stands in HTML. */
export function textInHtml(text: string): string {
  return visibleText(text).replace(/[&<>"]/g, (character) => NAMED[character])
}
