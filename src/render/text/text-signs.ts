import type { Mark } from '../picture/picture.js'

/** The characters that a tree is drawn with. */
export interface TextSigns {
  /** Before a report that others follow, and before the last report. */
  readonly solid: readonly [branch: string, last: string]
  readonly dotted: readonly [branch: string, last: string]
  readonly rail: string
  readonly gap: string
  readonly dottedTo: string
  readonly reportsTo: string
  readonly moveTo: string
  readonly highlighted: string
  /** Between two numbers. */
  readonly dash: string
  readonly marks: Readonly<Record<Mark, string>>
}

const MARKS = { added: '+', removed: '-', moved: '~' }

export const UNICODE: TextSigns = {
  solid: ['├─ ', '└─ '],
  dotted: ['├┄ ', '└┄ '],
  rail: '│  ',
  gap: '   ',
  dottedTo: '⇢ ',
  reportsTo: '↑ ',
  moveTo: '→ ',
  highlighted: '▸',
  dash: '–',
  marks: MARKS,
}

export const ASCII: TextSigns = {
  solid: ['|-- ', '`-- '],
  dotted: ['|.. ', '`.. '],
  rail: '|   ',
  gap: '    ',
  dottedTo: '..> ',
  reportsTo: '^ ',
  moveTo: '-> ',
  highlighted: '>',
  dash: '-',
  marks: MARKS,
}
