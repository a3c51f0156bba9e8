/** How many lines end in a text, with `\r\n`, `\n` or `\r`. */
export function linesBefore(text: string): number {
  let lines = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) lines++
  }
  return lines
}
