import { visibleText } from '../picture/visible-text.js'

/**
 * What a label may hold as it is: letters, digits and marks of any script, pictographs, and signs that mean nothing to
 * Mermaid, Markdown or HTML. These are few on purpose, and as many as ordinary titles need: where `htmlLabels` is off,
 * Mermaid shows `#34;` as it stands.
 */
const PLAIN = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\u200d ,()'/!?.:@+=-]/u

/**
 * A text as a quoted label of Mermaid. All that Mermaid, Markdown or HTML could read as more than a letter stands as the
 * number of its character (`#60;`), so that a label is text at every security level.
 */
export function mermaidLabel(lines: readonly string[]): string {
  return `"${lines.map(labelLine).join('<br/>')}"`
}

/** What Mermaid reads in a label after it has read the numbers: an end of a line, and the bounds of a formula. */
const READ_LATE = /\\(?=n)|\$(?=\$)/g
/** Nobody sees it, and what stands around it is no longer one sign. */
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

/** `- ` and `1.` begin a list in Markdown, for which some versions of Mermaid have a complaint in the place of a label. */
const LIST = /^\s*(?:[-+](?=\s)|\d+[.)])/

function written(character: string, mayBePlain: boolean): string {
  return mayBePlain && PLAIN.test(character) ? character : `#${String(character.codePointAt(0))};`
}
