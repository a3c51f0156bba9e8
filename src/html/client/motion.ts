/** How long transitions take, in milliseconds. */
export const DURATION = 200

/** Whether the reader has asked for less motion. */
export function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
