import { isRightToLeft } from '../../internal.js'
import { isOldPlace, placeText } from '../picture/marks.js'
import type { Box, Picture } from '../picture/picture.js'
import { fitted, textWidth, wrapped } from './text-width.js'

export const BOX_WIDTH = 204
const PADDING = 14
const TITLE_SIZE = 13
const META_SIZE = 11.5
export const TITLE_STEP = 17
export const META_STEP = 16
const MOST_TITLE_LINES = 3
/** The space above and below the text of a box. */
export const TOP = 9

/** The texts of a box, cut to what fits. */
export interface BoxRows {
  readonly title: readonly string[]
  /** Whether the title is written from right to left; its lines alone may not tell. */
  readonly rightToLeft: boolean
  /** The holders, or where a role that has moved is now, on the left. */
  readonly holder: string
  /** The grade: to the right of the holders, or on the left if there are none. */
  readonly grade: string
  /** Further rows. */
  readonly facts: readonly string[]
}

/** The texts of all boxes, and the height that the boxes share. */
export interface BoxSizes {
  readonly rows: readonly BoxRows[]
  readonly height: number
}

export function boxSizes({ boxes }: Picture): BoxSizes {
  const rows = boxes.map(boxRows)
  const lines = rows.reduce((most, { title }) => Math.max(most, title.length), 1)
  const meta = rows.some(({ holder, grade }) => holder !== '' || grade !== '')
  const facts = rows.reduce((most, row) => Math.max(most, row.facts.length), 0)
  return { rows, height: 2 * TOP + lines * TITLE_STEP + ((meta ? 1 : 0) + facts) * META_STEP }
}

function boxRows(box: Box): BoxRows {
  const { label, holders, vacant, planned } = box
  const place = isOldPlace(box) ? placeText(box) : undefined
  const grade = place === undefined ? box.grade : undefined
  const width = BOX_WIDTH - 2 * PADDING
  const gradeText = grade === undefined ? '' : `Grade ${String(grade)}`
  const left = width / META_SIZE - (gradeText === '' ? 0 : textWidth(gradeText) + 1)
  return {
    // Bold letters are a little wider.
    title: wrapped(label, width / TITLE_SIZE / 1.06, MOST_TITLE_LINES),
    rightToLeft: isRightToLeft(label),
    holder: fitted(
      place ?? [planned ? 'Planned' : vacant ? 'Vacant' : '', holders.join(', ')].filter(Boolean).join(': '),
      left,
    ),
    grade: gradeText,
    facts: (box.facts ?? []).map((fact) => fitted(fact, width / META_SIZE)),
  }
}
