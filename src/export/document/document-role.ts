import {
  type Evidence,
  type Line,
  type LineSpec,
  linesOf,
  type Move,
  type MoveSpec,
  type Org,
  type OneOrMany,
  OrgError,
  type Role,
  roleOf,
  type RoleSpec,
} from '../../internal.js'
import { documentAliases } from './document-aliases.js'
import { lostInJson } from './lost-in-json.js'

/** A role as a document writes it: what it does not say is left out, as is what goes without saying. */
export function documentRole(org: Org, id: string): RoleSpec {
  const role = roleOf(org, id)
  const lines = linesOf(org, id, { lines: 'all' })
  const solid = lines.find(({ kind }) => kind === 'solid')
  const dotted = lines.filter(({ kind }) => kind === 'dotted').map(writtenLine)
  const moves = role.progressesTo.map(writtenMove)
  return {
    ...writtenAttributes(role),
    // A role of a broken chart that reports to itself has no line from that.
    ...said('reportsTo', solid === undefined ? role.reportsTo : writtenLine(solid)),
    ...said('dottedTo', oneOrMany(dotted)),
    ...said('progressesTo', oneOrMany(moves)),
    ...evidenceOf(role),
    ...said('data', jsonData(role)),
  }
}

/** What a fact rests on; what is not said is left out. */
export function evidenceOf({ sources, hedge, note }: Evidence): Evidence {
  return { ...said('sources', sources && [...sources]), ...said('hedge', hedge), ...said('note', note) }
}

/** A field, or nothing where its value is undefined. */
export function said<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Field in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Field in Name]: Value })
}

function writtenAttributes(role: Role): RoleSpec {
  return {
    ...said('title', role.title === role.id ? undefined : role.title),
    ...said('aliases', documentAliases(role)),
    ...said('grade', role.grade),
    ...said('family', role.family),
    ...said('unit', role.unit),
    ...said('holders', listed(role.holders)),
    ...said('vacant', role.vacant ? true : undefined),
    ...said('fte', role.fte),
    ...said('cost', role.cost),
    ...said('minYears', role.minYears),
    ...said('certifications', listed(role.certifications)),
    ...said('skills', listed(role.skills)),
  }
}

function listed<Value>(list: readonly Value[]): readonly Value[] | undefined {
  return list.length === 0 ? undefined : [...list]
}

function writtenLine({ to, ...line }: Line): string | LineSpec {
  const evidence = evidenceOf(line)
  return Object.keys(evidence).length === 0 ? to : { to, ...evidence }
}

function writtenMove({ to, kind, years, conditions, ...move }: Move): string | MoveSpec {
  const facts = {
    ...said('kind', kind === 'advancement' ? undefined : kind),
    ...said('years', years && writtenYears(years)),
    ...said('conditions', listed(conditions)),
    ...evidenceOf(move),
  }
  return Object.keys(facts).length === 0 ? to : { to, ...facts }
}

/** "4 or more" is `[4]`: JSON has no Infinity. */
function writtenYears([min, max]: readonly [number, number]): readonly [min: number, max?: number] {
  return max === Infinity ? [min] : [min, max]
}

function oneOrMany<Spec>(list: readonly (string | Spec)[]): OneOrMany<string, Spec> | undefined {
  const [first] = list
  if (list.length === 0) return undefined
  return list.length === 1 && typeof first === 'string' ? first : list
}

function jsonData(role: Role): unknown {
  const lost = lostInJson(role.data)
  if (lost === undefined) return role.data
  const place = ['data', ...lost.path].join('.')
  throw new OrgError(
    'INVALID_ARGUMENT',
    `The role '${role.id}' has ${lost.what} in ${place}, which a document cannot hold: JSON would make another value of it.`,
    { argument: 'org', received: role.data },
  )
}
