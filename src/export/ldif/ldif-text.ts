import { encodeUtf8 } from '../../internal.js'

/** A value that LDIF can have as it is: ASCII that does not begin or end with what a reader would take for something else. */
const SAFE = /^(?![ :<])[\x01-\x09\x0b\x0c\x0e-\x7f]*(?<! )$/
/** How long a line may be; RFC 2849 asks for 76 where a line is folded. */
const WIDTH = 76

/** An attribute of LDIF with its value, in base64 where it must be, and in lines of at most 76 characters. */
export function ldifLine(name: string, value: string): string {
  const line = SAFE.test(value) ? `${name}: ${value}` : `${name}:: ${base64Of(value)}`
  if (line.length <= WIDTH) return `${line}\n`
  let text = line.slice(0, WIDTH)
  for (let at = WIDTH; at < line.length; at += WIDTH - 1) text += `\n ${line.slice(at, at + WIDTH - 1)}`
  return `${text}\n`
}

function base64Of(text: string): string {
  let units = ''
  for (const byte of encodeUtf8(text)) units += String.fromCharCode(byte)
  return btoa(units)
}

/** A value in a distinguished name, escaped as RFC 4514 says. */
export function dnValue(value: string): string {
  return value
    .replace(/["+,;<>\\=]/g, '\\$&')
    .replaceAll('\0', '\\00')
    .replace(/^[ #]|(?<=.) $/gsu, (character) => `\\${character.charCodeAt(0).toString(16)}`)
}

/** A value without what comparing distinguished names ignores: case, Unicode form, blanks at the ends and repeated blanks. */
export function comparedValue(value: string): string {
  const folded = value.normalize('NFKC').toLowerCase().normalize('NFKC')
  return folded.replaceAll('ς', 'σ').replace(/ +/g, ' ').replace(/^ | $/g, '')
}
