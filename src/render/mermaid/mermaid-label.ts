import { visibleText } from '../picture/visible-text.js'

/**
 * What a label may hold as it is: letters, digits, marks and signs of any script. All else is written by number, which Mermaid
 * shows literally (`&#57344;`) with `htmlLabels` off.
 */
const PLAIN = /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Extended_Pictographic}\u200d\u2060 ]/u
/** These are shown as they are nowhere, or not everywhere, however they are written. */
const QUOTES = /"([^"]*)"|"/g

/**
 * A text as a quoted Mermaid label, which is plain text at every security level, with HTML labels and without. `"` is written as
 * curly quotes and `>` as `›`, and an invisible character follows a sign that would start something, such as a tag or an entity.
 */
export function mermaidLabel(lines: readonly string[]): string {
  return `"${lines.map(labelLine).join('<br/>')}"`
}

/**
 * What Mermaid or HTML would interpret together with the character after it: an entity, a tag, a comment, a line break, the
 * bounds of a formula, and an icon such as `fa:fa-bell`.
 */
const READ_TOGETHER = /[#&<](?=\S)|%(?=[%{])|\\(?=n)|\$(?=\$)|:(?=fa-)/g
/** Invisible; the characters on either side of it are no longer read as one. */
const WORD_JOINER = '\u2060'

function labelLine(text: string): string {
  return visibleText(text)
    .replace(QUOTES, (_, inside?: string) => (inside === undefined ? '\u201d' : `\u201c${inside}\u201d`))
    .replaceAll('>', '\u203a')
    .replace(READ_TOGETHER, `$&${WORD_JOINER}`)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => {
      const sign = LIST.exec(line)?.[0] ?? ''
      const rest = line.slice(sign.length)
      return Array.from(sign === '' ? line : `${sign}${WORD_JOINER}${rest}`, written).join('')
    })
    .map((line) => (line === '' ? '#160;' : line))
    .join('<br/>')
}

/**
 * What starts a text or a list in Markdown. Some versions of Mermaid show an error instead of a label that is a list.
 */
const LIST = /^\s*(?:[-+*#](?=\s)|\d+(?=[.)])|(?=`))/

function written(character: string): string {
  return PLAIN.test(character) ? character : `#${String(character.codePointAt(0))};`
}
