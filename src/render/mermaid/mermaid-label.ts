import { visibleText } from '../picture/visible-text.js'

/**
 * What a label may hold unescaped: letters, digits and marks of any script, pictographs, and punctuation that means
 * nothing to Mermaid, Markdown or HTML. The list has what ordinary titles need: with `htmlLabels` off, Mermaid shows an
 * escape such as `#34;` literally.
 */
const PLAIN = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u200d ,()'/!?.:@+=-]/u

/**
 * A text as a quoted Mermaid label. Characters that Mermaid, Markdown or HTML could interpret are written by number
 * (`#60;`), so that a label is plain text at every security level.
 */
export function mermaidLabel(lines: readonly string[]): string {
  return `"${lines.map(labelLine).join('<br/>')}"`
}

/**
 * What Mermaid interprets in a label after it has decoded the numbers: a line break, the bounds of a formula, and an icon
 * such as `fa:fa-bell`.
 */
const READ_LATE = /\\(?=n)|\$(?=\$)|:(?=fa-)/g
/** Invisible; the characters on either side of it are no longer read as one. */
const WORD_JOINER = '\u2060'

function labelLine(text: string): string {
  return visibleText(text)
    .replace(READ_LATE, `$&${WORD_JOINER}`)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => {
      const sign = (LIST.exec(line)?.[0] ?? '').length - 1
      return Array.from(line, (character, place) => written(character, place !== sign)).join('')
    })
    .map((line) => (line === '' ? '#160;' : line))
    .join('<br/>')
}

/** `- ` and `1.` start a list in Markdown, for which some versions of Mermaid show an error instead of the label. */
const LIST = /^\s*(?:[-+](?=\s)|\d+[.)])/

function written(character: string, mayBePlain: boolean): string {
  return mayBePlain && PLAIN.test(character) ? character : `#${String(character.codePointAt(0))};`
}
