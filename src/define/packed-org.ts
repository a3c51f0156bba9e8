import { invalidArgument } from '../kernel/invalid-input.js'
import { ownValue } from '../kernel/option-check.js'

/** The version of the packed form. */
export const PACKED_VERSION = 1

/**
 * An org in a form that `structuredClone` and `postMessage` copy as a whole: an object of typed arrays and texts. Its columns
 * are for `unpackOrg` of the same version only; to store an org, or to send it to another program, use an org document.
 */
export interface PackedOrg {
  /** The version of the form. */
  readonly packedOrg: 1
  /** The number of roles. */
  readonly roles: number
  readonly columns: { readonly [name: string]: unknown }
}

/** Values of rows: as JSON, or as they are if JSON would change one. `at` has the rows; if it is absent, every row has one. */
export interface PackedValues {
  readonly at?: Int32Array
  readonly json?: string
  readonly values?: readonly unknown[]
}

/** Text attributes: most charts have one per role, or a few different ones. */
export const TEXT_COLUMNS = ['title', 'family'] as const
/** The attributes that are a number; a role without one has `NaN`. */
export const NUMBER_COLUMNS = ['grade', 'fte', 'cost', 'minYears'] as const
/** The attributes that are packed as values. */
export const VALUE_COLUMNS = [
  'alsoIn',
  'aliases',
  'holders',
  'status',
  'certifications',
  'skills',
  'sources',
  'hedge',
  'note',
  'data',
] as const

/** Every column that a packed org can have. */
export const PACKED_COLUMNS: readonly string[] = [
  'id',
  'manager',
  'managerEvidence',
  'unknownManagers',
  'dotted',
  'dottedEvidence',
  'moves',
  'moveKind',
  'moveYears',
  'moveConditions',
  'moveEvidence',
  'unit',
  'vacant',
  ...TEXT_COLUMNS,
  ...NUMBER_COLUMNS,
  ...VALUE_COLUMNS,
  'units',
  'people',
  'services',
  'issues',
]

/** The kind of a typed array, of any realm; `undefined` for any other value. */
export function typedArrayKind(value: unknown): string | undefined {
  if (!ArrayBuffer.isView(value)) return undefined
  // The getter of %TypedArray%.prototype: no property of the array itself can change what it returns.
  const arrays: unknown = Object.getPrototypeOf(Uint8Array.prototype)
  const kind: unknown = Reflect.get(arrays as object, Symbol.toStringTag, value)
  return typeof kind === 'string' ? kind : undefined
}

/**
 * Returns the buffers of a packed org, to be moved instead of copied: the second argument of `postMessage`, or the option
 * `transfer` of `structuredClone`. After that, the packed org on this side is empty and cannot be unpacked.
 *
 * Complexity: O(1).
 *
 * @param packed What `packOrg` returned.
 * @returns A fresh list, each buffer once.
 * @throws {@link OrgError} `INVALID_ARGUMENT` for anything but a packed org.
 * @example
 * ```ts
 * import { defineOrg, managerOf, packOrg, transferListOf, unpackOrg } from 'rolegraph'
 *
 * const packed = packOrg(defineOrg({ roles: { lead: {}, analyst: { reportsTo: 'lead' } } }))
 * const moved = structuredClone(packed, { transfer: transferListOf(packed) })
 * console.log(managerOf(unpackOrg(moved), 'analyst')) // => lead
 * ```
 * @see {@link packOrg}.
 */
export function transferListOf(packed: PackedOrg): ArrayBuffer[] {
  const columns = columnsOf('transferListOf', packed)
  const buffers = new Set<ArrayBuffer>()
  const add = (value: unknown): void => {
    if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer)
  }
  for (const column of columns.values()) {
    if (typeof column !== 'object' || column === null) continue
    add(column)
    if (ArrayBuffer.isView(column) || Array.isArray(column)) continue
    for (const part of Object.values<unknown>({ ...column })) add(part)
  }
  return Array.from(buffers)
}

/** The columns of a packed org by name. Throws `INVALID_ARGUMENT` for anything else. */
export function columnsOf(caller: string, packed: unknown): ReadonlyMap<string, unknown> {
  const columns = ownValue(packed, 'columns')
  const version = ownValue(packed, 'packedOrg')
  if (version === undefined || typeof columns !== 'object' || columns === null) {
    throw invalidArgument(caller, 'packed', packed, 'what packOrg returned')
  }
  if (version !== PACKED_VERSION) {
    throw invalidArgument(caller, 'packed.packedOrg', version, `${String(PACKED_VERSION)}, its version`)
  }
  return new Map<string, unknown>(Object.entries(columns))
}
