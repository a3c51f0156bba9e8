/** The number of colours for units, names of lines and groups of roles; three patterns of each make 24 looks. */
export const LOOK_COLOURS = 8
const PATTERNS = 3

/**
 * The look at a place: a colour, and a pattern (0, 1 or 2) that tells the places of one colour apart. Further places reuse the looks from
 * the first on. Every output takes looks from here, so that a unit looks the same everywhere.
 */
export function lookAt(place: number): { readonly colour: number; readonly pattern: number } {
  return { colour: place % LOOK_COLOURS, pattern: Math.floor(place / LOOK_COLOURS) % PATTERNS }
}
