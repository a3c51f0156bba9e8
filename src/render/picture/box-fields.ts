import {
  dataText,
  fieldList,
  type GivenOptions,
  isUnit,
  layerOf,
  type Org,
  ownValue,
  personRecord,
  roleOf,
  spanOfControlOf,
  stateOf,
  unitOf,
} from '../../internal.js'
import type { Box, Picture } from './picture.js'

/** What a box shows of a role in addition to its title, always in this order. */
const FACTS = ['unit', 'family', 'layer', 'fte', 'cost', 'email'] as const
const WORDS = ['holders', 'grade', 'span', ...FACTS, 'usual'] as const
const USUAL: readonly string[] = ['holders', 'grade']

/**
 * A field of the model that a box can show; `'span'` is a badge with the number of direct reports, `'usual'` stands for holders and grade, and
 * `'data.site'` for `site` in the data of roles.
 */
export type BoxField = (typeof WORDS)[number] | `data.${string}`

/** The options of a still picture whose boxes have fields. */
export interface FieldOptions {
  /**
   * What boxes show in addition to titles, and to whether a role is vacant or planned. Cost, e-mail addresses and data are in a picture only if they are
   * named here. Default: `['usual']`, holders and grade; `['usual', 'span', 'cost']` adds to them, and `[]` leaves titles.
   */
  readonly fields?: readonly BoxField[]
}

/** A picture whose boxes have the fields that the caller wants, and no others. Throws `INVALID_OPTION`. */
export function withFields(org: Org, picture: Picture, given: GivenOptions): Picture {
  if (given.get('fields') === undefined) return picture
  const fields = fieldList(given.get('fields'), WORDS, USUAL)
  const boxes = picture.boxes.map(({ grade, holders, ...box }): Box => {
    const { role, ghost } = box
    return {
      ...box,
      holders: fields.has('holders') ? holders : [],
      ...(grade !== undefined && fields.has('grade') && { grade }),
      // A ghost shows where a role was, no more.
      ...(role !== undefined && ghost === undefined && factsOf(org, role, fields)),
    }
  })
  return { ...picture, boxes }
}

function factsOf(org: Org, id: string, fields: ReadonlySet<string>): Pick<Box, 'facts' | 'span'> {
  const role = roleOf(org, id)
  const facts: string[] = []
  const add = (field: string, name: string, value: unknown): void => {
    if (fields.has(field) && value !== undefined) facts.push(`${name}${textOf(value)}`)
  }
  const unit = role.unit !== undefined && isUnit(org, role.unit) ? unitOf(org, role.unit)?.title : role.unit
  add('unit', '', unit)
  add('family', 'Family: ', role.family)
  if (fields.has('layer')) add('layer', 'Layer ', layerOf(org, id))
  add('fte', 'FTE ', role.fte)
  add('cost', 'Cost ', role.cost)
  if (fields.has('email')) {
    const state = stateOf(org)
    for (const holder of new Set(role.holders)) add('email', '', personRecord(state, holder).email)
  }
  for (const field of fields) {
    if (!field.startsWith('data.')) continue
    const key = field.slice('data.'.length)
    add(field, `${key}: `, ownValue(role.data, key) ?? undefined)
  }
  const span = fields.has('span') ? spanOfControlOf(org, id) : 0
  return { ...(facts.length > 0 && { facts }), ...(span > 0 && { span }) }
}

/** Numbers with commas between thousands, anything but text as JSON, with a bigint as its digits. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return dataText(value)
  const [whole, ...part] = String(value).split('.')
  const grouped = whole.includes('e') ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return [grouped, ...part].join('.')
}
