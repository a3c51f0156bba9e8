import { AWKWARD } from './awkward.js'
import type { Random } from './random.js'

/** Options by name, valid or not. */
export type AnyOptions = Record<string, unknown>

type Choices = Readonly<Record<string, readonly unknown[]>>

/** Options that every importer has. */
const COMMON: Choices = {
  mode: ['strict', 'lenient', 'lenient', 'lenient'],
  encoding: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'iso-8859-15', undefined],
  limits: [
    ...[
      { bytes: 100 },
      { bytes: 2000 },
      { rows: 2 },
      { columns: 3 },
      { depth: 2 },
      { idLength: 3 },
      { issues: 1 },
    ],
    ...[{ depth: 100_000 }, { depth: 5, rows: 3 }, { issues: 0.5 }, {}, undefined],
  ],
  corrections: [
    [],
    [{ id: '2', field: 'manager', to: '1', why: 'x' }],
    [{ id: '__proto__', field: 'unit', to: null, why: '' }],
    undefined,
  ],
}

/** How often an option is set. */
const SELDOM = 10

/** Some of the options, each with one of its values; the mode half of the time. */
export function randomOptions(choices: Choices, random: Random): AnyOptions {
  const options: AnyOptions = {}
  for (const [name, values] of Object.entries({ ...COMMON, ...choices })) {
    if (random.oneIn(name === 'mode' ? 2 : SELDOM)) options[name] = random.pick(values)
  }
  return options
}

const WRONG = [
  null,
  0,
  -1,
  NaN,
  '',
  'lenient',
  [],
  [1],
  {},
  { __proto__: null },
  { rows: 'x' },
  true,
  () => 'x',
  Symbol('x'),
]

/** Options with a mistake, which by chance may be none. */
export function withMistake(options: AnyOptions, choices: Choices, random: Random): AnyOptions {
  const names = [...Object.keys(COMMON), ...Object.keys(choices), ...AWKWARD]
  return { ...options, [random.pick(names)]: random.pick(WRONG) }
}
