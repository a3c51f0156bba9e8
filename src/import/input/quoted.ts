const LONGEST = 60

/** Text from a file as a part of one line of a message: quoted, escaped where it would not show, cut when long. */
export function quoted(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  const escaped = JSON.stringify(cut).slice(1, -1).replaceAll('\\"', '"')
  return `'${visible(escaped)}'`
}

/** Bidirectional and other invisible controls could make a message read as something else. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  })
}

/** What another program says, which may have text from the file in it, as a part of one line of a message. */
export function oneLine(text: string): string {
  return visible(text.length > LONGEST_SAID ? `${text.slice(0, LONGEST_SAID)}…` : text)
}

const LONGEST_SAID = 200

const SHOWN = 8

/** Several texts, quoted, with a comma between them; the first few of many, of which the rest need not be there. */
export function quotedList(texts: readonly string[], count = texts.length): string {
  const shown = texts.slice(0, SHOWN)
  const more = count > shown.length ? ` and ${String(count - shown.length)} more` : ''
  return shown.map(quoted).join(', ') + more
}
