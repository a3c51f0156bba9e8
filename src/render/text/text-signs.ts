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
  /** In place of rails that are left out. */
  readonly cut: string
  /** Between two numbers. */
  readonly dash: string
  /** The old place of a role that has moved. */
  readonly oldPlace: string
}

export const UNICODE: TextSigns = {
  solid: ['├─ ', '└─ '],
  dotted: ['├┄ ', '└┄ '],
  rail: '│  ',
  gap: '   ',
  dottedTo: '⇢ ',
  reportsTo: '↑ ',
  moveTo: '→ ',
  highlighted: '▸',
  cut: '⋯  ',
  dash: '–',
  oldPlace: '·',
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
  cut: '... ',
  dash: '-',
  oldPlace: '.',
}
