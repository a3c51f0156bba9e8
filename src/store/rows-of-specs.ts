import {
  type HolderSpec,
  lostInJson,
  type LineSpec,
  type MoveSpec,
  OrgError,
  type PersonSpec,
  quote,
  type RoleSpec,
  type ServiceSpec,
  type UnitSpec,
} from '../internal.js'
import type { Cell } from './sql/tables.js'
import { LONGEST_ID } from './given-arguments.js'
import { stored } from './stored-text.js'

export type Row = readonly Cell[]

/** The rows of a role: its own, and those of the lists that it has. */
export interface RoleRowsOf {
  readonly role: Row
  readonly lines: readonly Row[]
  readonly moves: readonly Row[]
  readonly assignments: readonly Row[]
}

/** The rows of a role as its spec says it: in the order of the columns in `ROLES` and the tables of lists. */
export function rowsOfRole(id: string, pos: number, spec: RoleSpec): RoleRowsOf {
  const {
    title,
    family,
    unit,
    grade,
    fte,
    cost,
    minYears,
    vacant,
    status,
    reportsTo,
    dottedTo,
    progressesTo,
    holders,
    data,
    ...more
  } = spec
  const solid = reportsTo === undefined ? undefined : ended(reportsTo)
  const line = solid && factsOf(solid)
  const own = idCell(id)
  return {
    role: [
      own,
      pos,
      solid === undefined ? null : stored(solid.to),
      ...texts(title, family, unit),
      grade ?? null,
      fte ?? null,
      cost ?? null,
      minYears ?? null,
      vacant === undefined ? null : Number(vacant),
      status ?? null,
      json(line === undefined ? more : { ...more, line }),
      dataText(`the role ${quote(id)}`, data),
    ],
    lines: listed<string | LineSpec>(dottedTo).map((item, n) => {
      const { to, as, ...facts } = ended(item)
      return [own, n, stored(to), ...texts(as), json(facts)]
    }),
    moves: listed<string | MoveSpec>(progressesTo).map((item, n) => {
      const { to, kind, years, ...facts } = ended<MoveSpec>(item)
      const [least, most] = years ?? []
      return [own, n, stored(to), kind ?? null, least ?? null, most ?? null, json(facts)]
    }),
    assignments: listed<HolderSpec>(holders).map((holder, n) => [own, n, ...assignmentCells(holder)]),
  }
}

export function rowOfUnit(id: string, pos: number, spec: UnitSpec): Row {
  const { title, kind, head, partOf, ...more } = spec
  const heads = listed(head)
  const others = heads.length > 1 ? { ...more, heads } : more
  return [idCell(id), pos, ...texts(title, kind, heads.at(0), partOf), json(others)]
}

export function rowOfPerson(id: string, pos: number, spec: PersonSpec): Row {
  const { name, email, data, ...more } = spec
  return [idCell(id), pos, ...texts(name, email), json(more), dataText(`the person ${quote(id)}`, data)]
}

/** Services are told apart by their place in the list. */
export function rowOfService(n: number, spec: ServiceSpec): Row {
  const { from, to, name, ...more } = spec
  return [String(n), n, stored(from), stored(to), stored(name), json(more)]
}

function assignmentCells(holder: HolderSpec): Row {
  if (typeof holder === 'string') return [idCell(holder), null, null, null, null]
  const { person, share, kind, from, to } = holder
  return [idCell(person), share ?? null, kind ?? null, from ?? null, to ?? null]
}

function texts(...values: (string | undefined)[]): Cell[] {
  return values.map((value) => (value === undefined ? null : stored(value)))
}

function listed<Item>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return []
  return Array.isArray(value) ? (value as readonly Item[]) : [value as Item]
}

function ended<Spec extends { readonly to: string }>(
  value: string | Spec,
): { readonly to: string } & Partial<Spec> {
  return typeof value === 'string' ? ({ to: value } as { readonly to: string } & Partial<Spec>) : value
}

function factsOf({ to: _to, ...facts }: { readonly to: string }): object | undefined {
  return Object.keys(facts).length === 0 ? undefined : facts
}

function json(value: object): string | null {
  return Object.keys(value).length === 0 ? null : JSON.stringify(value)
}

/** The data of a role or person as JSON. Throws `INVALID_ARGUMENT` for what JSON would change. */
function dataText(whose: string, data: unknown): string | null {
  if (data === undefined) return null
  const lost = lostInJson(data)
  if (lost === undefined) return JSON.stringify(data)
  const place = ['data', ...lost.path].join('.')
  throw new OrgError(
    'INVALID_ARGUMENT',
    `A store cannot keep ${lost.what}, which ${whose} has in ${place}: JSON would change the value.`,
    { argument: place, received: data },
  )
}

/** The stored form of an id. Throws `INVALID_ARGUMENT` for one that an index cannot hold. */
function idCell(id: string): string {
  if (id.length <= LONGEST_ID) return stored(id)
  throw new OrgError(
    'INVALID_ARGUMENT',
    `A store keeps ids and holders of up to ${String(LONGEST_ID)} characters; ${quote(id)} has ${String(id.length)}.`,
    { argument: 'id', received: id },
  )
}
