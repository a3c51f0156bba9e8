import { type Chart, NONE } from './chart.js'
import { type Colouring, type KeyEntry, NO_VALUE, OTHERS } from './colour-key.js'
import { fromTheTop } from './edge-index.js'
import { shownValue, valueIn } from './field-values.js'
import { bandBounds, bandText, numberTexts } from './number-bands.js'
import { spanOf } from './role-facts.js'
import { staffing } from './role-names.js'

/** The number of colours from low to high. Numbers with more values are in bands. */
const SCALE_COLOURS = 10
/** With more values, the rare ones are in one group. */
const MOST_VALUES = 24

type Value = number | string | undefined

/** Something that boxes can be coloured by. */
interface ColourChoice {
  readonly name: string
  readonly label: string
  readonly valueOf: (row: number) => Value
  /** What the key says for a value, and where its look is; by default, the value itself, in the order of the key. */
  readonly textOf?: (value: number | string) => string
  readonly placeOf?: (value: number | string) => number
  /** The values in the order of the key. By default, the most frequent comes first. */
  readonly order?: readonly string[]
  /** Whether numbers are names, which have no order from low to high. */
  readonly isNominal?: boolean
}

/** What the boxes of a chart can be coloured by. */
export function colourChoices(chart: Chart): ColourChoice[] {
  const { data, layer, planned } = chart
  const isReporting = data.relations !== 'career'
  const fields = data.fields
    .filter(({ name }) => name !== 'certifications' && name !== 'skills')
    .map((field): ColourChoice => {
      const { name, label } = field
      return {
        name,
        label,
        valueOf: (row) => {
          const value = valueIn(field, row)
          return typeof value === 'object' ? shownValue(value) : value
        },
      }
    })
  return [
    ...(data.units.some((unit) => unit !== NONE)
      ? [
          {
            name: 'unit',
            label: 'Unit',
            isNominal: true,
            valueOf: (row: number) => (data.units[row] === NONE ? undefined : data.units[row]),
            textOf: (unit: number | string) => data.unitTitles[Number(unit)],
            placeOf: (unit: number | string) => data.unitPlaces[Number(unit)],
          },
        ]
      : []),
    ...(data.grades.some((grade) => grade !== null)
      ? [{ name: 'grade', label: 'Grade', valueOf: (row: number) => data.grades[row] ?? undefined }]
      : []),
    ...(isReporting
      ? [
          { name: 'layer', label: 'Layer', valueOf: (row: number) => data.layersAbove + layer[row] },
          { name: 'span', label: 'Span of control', valueOf: (row: number) => spanOf(chart, row) },
        ]
      : []),
    {
      name: 'vacancy',
      label: 'Vacancy',
      order: ['Filled', 'Vacant', 'Planned'],
      valueOf: (row) => (planned.has(row) ? 'Planned' : staffing(chart, row) || 'Filled'),
    },
    ...fields,
  ]
}

/** The colours of a chart by something, filtered by the entries of some keys; `undefined` if the chart has no such thing. */
export function colouringBy(chart: Chart, name: string, keys: readonly string[] = []): Colouring | undefined {
  const choice = colourChoices(chart).find((each) => each.name === name)
  if (choice === undefined) return undefined
  const values = Array.from({ length: chart.count }, (_, row) =>
    chart.ghost[row] === 1 ? undefined : choice.valueOf(row),
  )
  const counts = new Map<number | string, number>()
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  const isScale = choice.isNominal !== true && Array.from(counts.keys()).every(isNumber)
  const groups = isScale ? scaleGroups(values, counts) : namedGroups(chart, choice, counts)
  const entryOf = new Int16Array(chart.size).fill(NONE)
  const sizes = new Array<number>(groups.entries.length + 1).fill(0)
  for (const [row, value] of values.entries()) {
    if (chart.ghost[row] === 1) continue
    const entry = value === undefined ? groups.entries.length : groups.entryOf(value)
    entryOf[row] = entry
    sizes[entry]++
  }
  const entries = [
    ...groups.entries.map((entry, place) => ({ ...entry, count: sizes[place] })),
    { key: '!none', text: 'No value', place: NO_VALUE, count: sizes[groups.entries.length] },
  ].filter(({ count }, place, all) => count > 0 || place < all.length - 1)
  const only = new Set(entries.flatMap(({ key }, place) => (keys.includes(key) ? [place] : [])))
  let sums: Int32Array | undefined
  return {
    name,
    label: choice.label,
    isScale,
    entries,
    entryOf,
    values,
    only,
    countsBelow: (row) => {
      sums ??= entriesBelow(chart, entryOf, entries.length)
      return sums.subarray(row * entries.length, (row + 1) * entries.length)
    },
  }
}

function isNumber(value: number | string): value is number {
  return typeof value === 'number'
}

interface Groups {
  readonly entries: readonly Omit<KeyEntry, 'count'>[]
  readonly entryOf: (value: number | string) => number
}

/** One colour for each number, or for bands of numbers where there are many. */
function scaleGroups(values: readonly Value[], counts: ReadonlyMap<number | string, number>): Groups {
  const distinct = [...counts.keys()].filter(isNumber).sort((a, b) => a - b)
  if (distinct.length <= SCALE_COLOURS) {
    const entryOf = new Map<number | string, number>(distinct.map((value, place) => [value, place]))
    const texts = numberTexts(distinct)
    return {
      entries: distinct.map((value, place) => ({
        key: String(value),
        text: texts[place],
        place: onScale(place, distinct.length),
      })),
      entryOf: (value) => entryOf.get(value) ?? NONE,
    }
  }
  const numbers = values.filter((value) => typeof value === 'number').sort((a, b) => a - b)
  const bounds = bandBounds(numbers)
  const isWhole = distinct.every(Number.isInteger)
  return {
    entries: [undefined, ...bounds].map((low, place) => ({
      key: low === undefined ? `<${bounds[0]}` : String(low),
      text: bandText(low, bounds[place] as number | undefined, distinct[0], isWhole),
      place: onScale(place, bounds.length + 1),
    })),
    entryOf: (value) => bounds.filter((bound) => bound <= Number(value)).length,
  }
}

/** Few groups have colours that are far apart. */
function onScale(place: number, count: number): number {
  return count === 1 ? 0 : Math.round((place * (SCALE_COLOURS - 1)) / (count - 1))
}

/** One look for each value, and one for all rare values together where there are many. */
function namedGroups(
  { data }: Chart,
  { textOf, placeOf, order, name }: ColourChoice,
  counts: ReadonlyMap<number | string, number>,
): Groups {
  const text = (value: number | string): string => textOf?.(value) ?? shownValue(value)
  const found = [...counts].map(([value, count]) => ({ value, count }))
  found.sort(
    (a, b) =>
      (order === undefined ? 0 : order.indexOf(String(a.value)) - order.indexOf(String(b.value))) ||
      b.count - a.count ||
      (text(a.value) < text(b.value) ? -1 : 1),
  )
  const named = found.length > MOST_VALUES ? found.slice(0, MOST_VALUES - 1) : found
  const entryOf = new Map(named.map(({ value }, place) => [value, place]))
  const keyOf = (value: number | string): string => {
    const key = name === 'unit' ? data.unitNames[Number(value)][0] : String(value)
    return key.startsWith('!') ? `!${key}` : key
  }
  const rest = found.length - named.length
  return {
    entries: [
      ...named.map(({ value }, place) => {
        const ownPlace = order === undefined ? place : order.indexOf(String(value))
        return { key: keyOf(value), text: text(value), place: placeOf?.(value) ?? ownPlace }
      }),
      ...(rest === 0 ? [] : [{ key: '!others', text: `${rest} others`, place: OTHERS }]),
    ],
    entryOf: (value) => entryOf.get(value) ?? named.length,
  }
}

/** How many roles of each entry are at and below each role, entry by entry. */
function entriesBelow({ parent, root, children }: Chart, entryOf: Int16Array, size: number): Int32Array {
  const sums = new Int32Array((root + 1) * size)
  for (const row of fromTheTop(children, root).reverse()) {
    if (row === root) continue
    const own = row * size
    if (entryOf[row] !== NONE) sums[own + entryOf[row]]++
    for (let each = 0; each < size; each++) sums[parent[row] * size + each] += sums[own + each]
  }
  return sums
}
