/** The number of colours for units, line names and groups of roles. In three patterns each they make 24 looks. */
export const LOOK_COLOURS = 8
const PATTERNS = 3

/**
 * The look of the item at a place: a colour, and a pattern (0, 1 or 2) that distinguishes items of the same colour.
 * Looks repeat after the last one. Every output takes its looks from here, so that a unit looks the same everywhere.
 */
export function lookAt(place: number): { readonly colour: number; readonly pattern: number } {
  return { colour: place % LOOK_COLOURS, pattern: Math.floor(place / LOOK_COLOURS) % PATTERNS }
}
