import { lineText } from '../text/terminal-text.js'

/** What Markdown reads as more than text, wherever it is in a line. */
const SPECIAL = /[\\`*_[\]<>|~&]/g
/** A mention, or a reference to an issue. GitHub looks for them in the finished text, so that no escape helps. */
const REFERENCE = /[@#](?=[\p{L}\p{N}])/gu
/** What becomes a link without any sign. */
const LINK = /(?:https?|ftp|mailto|xmpp)(?=:)|www(?=\.)/giu
/** Invisible; what is on either side of it is no longer read as one. */
const WORD_JOINER = '\u2060'

/** A text of one line that Markdown shows as it is, in tables too. */
export function markdownText(text: string): string {
  return (
    lineText(text.replace(/\s+/g, ' ').trim())
      .replace(SPECIAL, '\\$&')
      .replace(REFERENCE, `$&${WORD_JOINER}`)
      .replace(LINK, `$&${WORD_JOINER}`)
      // As a character of its own, a dollar sign may begin a formula.
      .replaceAll('$', '&#36;')
  )
}
