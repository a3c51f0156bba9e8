import type { Box } from './picture.js'

/** What stands on a box: its label, who fills it, its grade and mark, and how many below it are not drawn. */
export function boxText(box: Box): string[] {
  const { label, holders, vacant, grade, mark, role, hidden } = box
  return [
    label,
    ...(vacant ? ['(vacant)'] : []),
    ...(holders.length === 0 ? [] : [holders.join(', ')]),
    ...(grade === undefined ? [] : [`Grade ${String(grade)}`]),
    ...(mark === undefined ? [] : [`[${mark}]`]),
    ...(role === undefined || hidden === 0 ? [] : [`+${String(hidden)} below`]),
  ]
}
