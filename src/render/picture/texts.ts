import { counted } from '../../internal.js'
import { markLabel, placeText } from './marks.js'
import type { Box } from './picture.js'

/** The text on a box: its label, holders, grade and mark, and how many roles below it are not drawn. */
export function boxText(box: Box): string[] {
  const { label, holders, vacant, planned, grade, mark, role, hidden, facts = [], span } = box
  const place = placeText(box)
  return [
    label,
    ...(planned ? ['(planned)'] : []),
    ...(vacant ? ['(vacant)'] : []),
    ...(holders.length === 0 ? [] : [holders.join(', ')]),
    ...(grade === undefined ? [] : [`Grade ${String(grade)}`]),
    ...facts,
    ...(span === undefined ? [] : [counted(span, 'direct report')]),
    ...(mark === undefined ? [] : [`[${markLabel(box) ?? ''}]`]),
    ...(place === undefined ? [] : [`(${place})`]),
    ...(role === undefined || hidden === 0 ? [] : [`+${String(hidden)} below`]),
  ]
}

/** The years of a move: "2–4 years", "4+ years", "1 year". */
export function yearsText([min, max]: readonly [number, number], dash = '–'): string {
  if (max === Infinity) return `${String(min)}+ years`
  if (min === max) return `${String(min)} ${min === 1 ? 'year' : 'years'}`
  return `${String(min)}${dash}${String(max)} years`
}
