/** Marks that are written over the character before them, and joiners. */
const NO_WIDTH = /[\p{Mn}\p{Me}\u200b-\u200d\ufe00-\ufe0f]/u
/** Scripts and signs that take two columns of a terminal. */
const TWO_COLUMNS =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const PLAIN = /^[ -~]*$/

/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length
  let columns = 0
  for (const character of text) {
    if (!NO_WIDTH.test(character)) columns += TWO_COLUMNS.test(character) ? 2 : 1
  }
  return columns
}
