import { LOOK_COLOURS, lookAt } from '../../internal.js'
import { HIGHLIGHT, MARK_COLOURS, MARK_ORDER } from '../picture/marks.js'

/** The fonts of all text. A renderer without the first ones takes any sans-serif font. */
export const FONTS = 'system-ui, Segoe UI, Helvetica, Arial, sans-serif'

const LIGHT = {
  paper: '#ffffff',
  box: '#ffffff',
  edge: '#7b8aa0',
  line: '#64748b',
  ink: '#0f172a',
  muted: '#475569',
  move: '#1d4ed8',
  highlight: HIGHLIGHT,
  'highlight-box': '#fff7ed',
  badge: '#ffffff',
  ...MARK_COLOURS,
  u0: '#2563eb',
  u1: '#847a00',
  u2: '#d6267f',
  u3: '#573d1c',
  u4: '#7d8799',
  u5: '#e24bf0',
  u6: '#1b2f7a',
  u7: '#06463a',
}

/** The colours of looks: distinct from each other, from marks and from highlights in both schemes. */
const UNIT_NAMES = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7'] as const

type Colour = keyof typeof LIGHT

const DARK: Readonly<Record<Colour, string>> = {
  paper: '#0b1220',
  box: '#1e293b',
  edge: '#64748b',
  line: '#94a3b8',
  ink: '#f1f5f9',
  muted: '#cbd5e1',
  move: '#93c5fd',
  highlight: '#fdba74',
  'highlight-box': '#431407',
  badge: '#0b1220',
  added: '#86efac',
  removed: '#fca5a5',
  moved: '#d8b4fe',
  changed: '#67e8f9',
  u0: '#60a5fa',
  u1: '#b3a200',
  u2: '#f0509c',
  u3: '#b5653a',
  u4: '#9aa3b2',
  u5: '#d94ef0',
  u6: '#7468ff',
  u7: '#2f9e77',
}

/** What elements of some classes look like: colours, which follow the scheme, and other presentation attributes. */
interface Rule {
  readonly fill?: Colour | 'none'
  readonly stroke?: Colour
  readonly other?: Readonly<Record<string, string | number>>
}

/**
 * The look of each class, and of classes together. Of two rules for one element, the later one wins. Class names start
 * with rg, to avoid clashes with those of a surrounding page.
 */
const RULES: readonly (readonly [classes: string, rule: Rule])[] = [
  ['rg-paper', { fill: 'paper' }],
  ['rg-box', { fill: 'box', stroke: 'edge' }],
  ['rg-vacant', { other: { 'stroke-dasharray': '5 4' } }],
  ['rg-planned', { other: { 'stroke-dasharray': '2 4' } }],
  ['rg-more', { fill: 'none', other: { 'stroke-dasharray': '5 4' } }],
  ['rg-box rg-highlighted', { fill: 'highlight-box', stroke: 'highlight', other: { 'stroke-width': 2.5 } }],
  // Titles inherit this from the group of all boxes: most of the text of a large picture is titles.
  ['rg-boxes', { fill: 'ink', other: { 'font-size': 13, 'font-weight': 600 } }],
  ['rg-meta', { fill: 'muted', other: { 'font-size': 11.5, 'font-weight': 400 } }],
  ['rg-key', { fill: 'muted', other: { 'font-size': 11.5 } }],
  ['rg-grade', { other: { 'text-anchor': 'end' } }],
  ['rg-open', { other: { 'font-style': 'italic' } }],
  ['rg-middle', { other: { 'text-anchor': 'middle' } }],
  ['rg-halo', { fill: 'none', stroke: 'paper', other: { 'stroke-width': 4 } }],
  ['rg-line', { fill: 'none', stroke: 'line', other: { 'stroke-width': 1.5 } }],
  [
    'rg-move',
    { fill: 'none', stroke: 'move', other: { 'stroke-width': 1.5, 'marker-end': 'url(#rg-move-end)' } },
  ],
  ['rg-dotted', { other: { 'stroke-dasharray': '6 4' } }],
  ['rg-across', { other: { 'marker-end': 'url(#rg-line-end)' } }],
  // Lines of one name have the colours of units, which are apart from those with a meaning, and their own dashes beyond these.
  ...UNIT_NAMES.map((unit, name): [string, Rule] => [
    `rg-n${String(name)}`,
    { stroke: unit, other: { 'marker-end': `url(#rg-n${String(name)}-end)` } },
  ]),
  ...UNIT_NAMES.map((unit, name): [string, Rule] => [`rg-n${String(name)}-end`, { fill: unit }]),
  ['rg-dash1', { other: { 'stroke-dasharray': '2 3' } }],
  ['rg-dash2', { other: { 'stroke-dasharray': '12 3 2 3' } }],
  ['rg-inside', { other: { 'marker-end': 'none' } }],
  ['rg-line rg-highlighted', { stroke: 'highlight', other: { 'stroke-width': 3 } }],
  ['rg-across rg-highlighted', { other: { 'marker-end': 'url(#rg-highlighted-end)' } }],
  [
    'rg-move rg-highlighted',
    { stroke: 'highlight', other: { 'stroke-width': 3, 'marker-end': 'url(#rg-highlighted-end)' } },
  ],
  ['rg-line-end', { fill: 'line' }],
  ['rg-move-end', { fill: 'move' }],
  ['rg-highlighted-end', { fill: 'highlight' }],
  ['rg-years', { fill: 'muted', other: { 'font-size': 10.5, 'text-anchor': 'end' } }],
  ['rg-badge', { fill: 'badge', other: { 'font-size': 10.5, 'text-anchor': 'middle' } }],
  ['rg-below', { fill: 'muted' }],
  ...MARK_ORDER.flatMap((mark): [string, Rule][] => [
    [`rg-box rg-${mark}`, { stroke: mark, other: { 'stroke-width': 2.5 } }],
    [`rg-flag rg-${mark}`, { fill: mark }],
  ]),
  ['rg-box rg-removed', { other: { 'stroke-dasharray': '9 3' } }],
  ['rg-ghost', { fill: 'paper' }],
  ['rg-box rg-ghost rg-moved', { other: { 'stroke-width': 1.5, 'stroke-dasharray': '3 3' } }],
  ['rg-line rg-ghost', { fill: 'none', other: { 'stroke-dasharray': '1.5 3' } }],
  ['rg-gone', { fill: 'muted', other: { 'text-decoration': 'line-through' } }],
  ['rg-old', { fill: 'muted', other: { 'font-weight': 400, 'font-style': 'italic' } }],
  ...UNIT_NAMES.map((unit): [string, Rule] => [`rg-${unit}`, { fill: unit }]),
]

/** The look of frames around units and of headings; only a picture that has some has these rules in its style sheet. */
const FURTHER_RULES: typeof RULES = [
  ['rg-frame', { other: { 'stroke-width': 1.5, 'fill-opacity': 0.05 } }],
  ...UNIT_NAMES.map((unit, place): [string, Rule] => [`rg-f${String(place)}`, { fill: unit, stroke: unit }]),
  ['rg-frame2', { other: { 'stroke-dasharray': '14 4' } }],
  ['rg-frame4', { other: { 'stroke-dasharray': '6 4' } }],
  ['rg-page-title', { fill: 'ink', other: { 'font-size': 46, 'font-weight': 600 } }],
  ['rg-page-text', { fill: 'muted', other: { 'font-size': 34 } }],
  ['rg-page-end', { other: { 'text-anchor': 'end' } }],
  ['rg-heading', { fill: 'ink', other: { 'font-size': 15, 'font-weight': 600 } }],
  ['rg-name', { fill: 'muted', other: { 'font-size': 11.5, 'font-weight': 600 } }],
  [
    'rg-name-halo',
    { fill: 'paper', stroke: 'paper', other: { 'stroke-width': 4, 'stroke-linejoin': 'round' } },
  ],
]

const ALL_RULES = [...RULES, ...FURTHER_RULES]

/** The look of a unit, from its place among the units of the org: a colour, and a stripe in one, two or four parts. */
export function unitLook(place: number): { readonly colour: number; readonly parts: number } {
  const { colour, pattern } = lookAt(place)
  return { colour, parts: 2 ** pattern }
}

/** The colour of a unit, or of lines of a name, for outputs other than SVG. */
export function unitHex(place: number): string {
  return LIGHT[UNIT_NAMES[place % LOOK_COLOURS]]
}

/** The classes of the lines of a name, from its place among the names of the org: a colour, and dashes beyond the last colour. */
export function lineNameClasses(place: number): string {
  const { colour, pattern } = lookAt(place)
  return ` rg-n${String(colour)}${pattern === 0 ? '' : ` rg-dash${String(pattern)}`}`
}

const looks = new Map<string, string>()

/**
 * The attributes of an element with some classes: the classes, and its look in light colours as presentation
 * attributes, which every renderer honours. The style sheet overrides their colours on a screen.
 */
export function look(classes: string): string {
  const known = looks.get(classes)
  if (known !== undefined) return known
  const names = new Set(classes.split(' '))
  const attributes = new Map<string, string>()
  for (const [required, { fill, stroke, other = {} }] of ALL_RULES) {
    if (!required.split(' ').every((name) => names.has(name))) continue
    if (fill !== undefined) attributes.set('fill', fill === 'none' ? fill : LIGHT[fill])
    if (stroke !== undefined) attributes.set('stroke', LIGHT[stroke])
    for (const [name, value] of Object.entries(other)) attributes.set(name, String(value))
  }
  const written = Array.from(attributes, ([name, value]) => ` ${name}="${value}"`)
  const attributesText = ` class="${classes}"${written.join('')}`
  looks.set(classes, attributesText)
  return attributesText
}

/**
 * The style sheet of a picture: colours as variables that follow the scheme of the reader. All of it is for
 * screens: on paper, and in a renderer that skips `@media`, the light colours of the attributes hold.
 */
export function styleSheet(isWhole: boolean): string {
  return [
    '@media screen{',
    `.rg{color-scheme:light dark;${variables(LIGHT)}}`,
    `@media (prefers-color-scheme:dark){.rg{${variables(DARK)}}}`,
    ...(isWhole ? ALL_RULES : RULES).flatMap(([classes, { fill, stroke }]) => {
      const colours = [
        ...(fill === undefined ? [] : [`fill:${fill === 'none' ? fill : variable(fill)}`]),
        ...(stroke === undefined ? [] : [`stroke:${variable(stroke)}`]),
      ]
      return colours.length === 0 ? [] : [`.${classes.replaceAll(' ', '.')}{${colours.join(';')}}`]
    }),
    '}',
  ].join('\n')
}

function variables(colours: Readonly<Record<Colour, string>>): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--rg-${name}:${colour}`)
    .join(';')
}

function variable(colour: Colour): string {
  return `var(--rg-${colour})`
}
