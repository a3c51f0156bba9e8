/** A text as it is compared: without case, accents and width, with single spaces. */
export function fold(text: string): string {
  const bare = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  return bare.toUpperCase().replace(/\s+/g, ' ').trim()
}
