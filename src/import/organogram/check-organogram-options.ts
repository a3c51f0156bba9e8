import { givenOptions, invalidOption } from '../../internal.js'
import { IMPORT_OPTIONS } from '../input/source.js'
import type { OrganogramOptions } from './organogram-options.js'

const SWITCHES = ['leaveOutEliminated', 'matchLeadingZeros', 'ignoreCase'] as const

const OPTIONS: readonly (keyof OrganogramOptions)[] = Object.freeze([
  ...IMPORT_OPTIONS,
  'junior',
  'cost',
  'unitPrefix',
  'delimiter',
  ...SWITCHES,
])

/** Throws `INVALID_OPTION` for what {@link OrganogramOptions} do not allow, for callers without types too. */
export function checkOrganogramOptions(options: OrganogramOptions): void {
  givenOptions('parseOrganogram', options, OPTIONS)
  const given: { readonly [Name in keyof OrganogramOptions]: unknown } = options
  for (const name of SWITCHES) {
    const received = given[name]
    if (received !== undefined && typeof received !== 'boolean')
      throw invalidOption(name, received, 'true or false')
  }
  if (given.cost !== undefined && given.cost !== 'floor' && given.cost !== 'ceiling') {
    throw invalidOption('cost', given.cost, "'floor' | 'ceiling'")
  }
  if (given.unitPrefix !== undefined && typeof given.unitPrefix !== 'string')
    throw invalidOption('unitPrefix', given.unitPrefix, 'a text')
  const { junior } = given
  if (junior !== undefined && typeof junior !== 'string' && !ArrayBuffer.isView(junior)) {
    throw invalidOption('junior', junior, 'a string or a Uint8Array')
  }
}
