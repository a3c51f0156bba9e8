import type { Box, Mark } from './picture.js'

/** The signs by which marks are told apart without colour. */
export const MARK_SIGNS: Readonly<Record<Mark, string>> = {
  added: '+',
  removed: '-',
  moved: '~',
  changed: '*',
}

/** The colours of marks and of highlights on white, apart from those of units. */
export const MARK_COLOURS: Readonly<Record<Mark, string>> = {
  added: '#15803d',
  removed: '#b91c1c',
  moved: '#7e22ce',
  changed: '#0e7490',
}
export const HIGHLIGHT = '#d97706'

/** Which marks a key explains, in this order. */
export const MARK_ORDER: readonly Mark[] = ['added', 'removed', 'moved', 'changed']

/** Whether a box is the old place of a role that has moved. */
export function isOldPlace({ mark, ghost }: Pick<Box, 'mark' | 'ghost'>): boolean {
  return ghost === true && mark === 'moved'
}

/** The mark of a box in words: `+ added`, or `was here` on the old place of a role that has moved. */
export function markLabel(box: Pick<Box, 'mark' | 'ghost'>): string | undefined {
  const { mark } = box
  if (mark === undefined) return undefined
  return isOldPlace(box) ? 'was here' : `${MARK_SIGNS[mark]} ${mark}`
}

/** Where a role was, or is now: `was below PMO Manager`. */
export function placeText(box: Pick<Box, 'mark' | 'ghost' | 'was' | 'now'>): string | undefined {
  if (isOldPlace(box)) return box.now === undefined ? 'now at the top' : `now below ${box.now}`
  return box.was === undefined ? undefined : `was below ${box.was}`
}
