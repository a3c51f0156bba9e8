/** Continues a checksum that depends on every character and on the order of the texts. */
export function checkSum(before, text) {
  let sum = before
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0
  return (Math.imul(sum, 31) + 7) | 0
}
