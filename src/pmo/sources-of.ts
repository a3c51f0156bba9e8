import { type Evidence, isUnit, type Org, OrgError, roleOf, unitOf } from '../internal.js'
import { type Source, sources } from './data/sources.js'
import { shown } from './one-of.js'

/**
 * The sources behind a fact of a PMO chart: behind a role or a unit by its id, or behind anything that the chart
 * handed out with `sources` (a line, a move, a service, a statement in the `data` of a role).
 *
 * The codes of the fact are looked up in {@link sources}. General knowledge is there as such: a fact that nobody
 * is cited for has the one source of the kind `general`. The sources of a role stand for its titles and its
 * family; `data` has those of its other facts.
 *
 * Complexity: O(sources of the fact).
 *
 * @param org A chart of {@link pmoOrg}.
 * @param fact The id of a role or a unit, or a fact.
 * @returns A fresh array of frozen sources, in the order of the fact; empty for a fact without any.
 * @throws {@link OrgError} `UNKNOWN_ROLE`; `INVALID_ARGUMENT` for a code that is not in the table, and for what
 * is neither an id nor a fact; `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { linesOf } from 'rolegraph'
 * import { pmoOrg, sourcesOf } from 'rolegraph/pmo'
 *
 * const org = pmoOrg({ authority: 'supportive' })
 * const [line] = linesOf(org, 'project-manager')
 * console.log(line.to, sourcesOf(org, line).map((source) => source.where)) // => functional-manager [ 'jectmanager.com/resources/pmo-types' ]
 * console.log(sourcesOf(org, 'planner').map((source) => source.code)) // => [ 'PV', 'PL' ]
 * ```
 */
export function sourcesOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  fact: NoInfer<Id | Unit> | Evidence,
): Source[] {
  const codes: unknown = evidenceOf(org, fact).sources ?? []
  if (Array.isArray(codes)) return codes.map(sourceOfCode)
  throw new OrgError('INVALID_ARGUMENT', `The sources of a fact are a list, received ${shown(codes)}.`, {
    argument: 'fact',
    received: fact,
  })
}

/** The sources of some codes, each once. Throws `INVALID_ARGUMENT` for a code that is not in the table. */
export function sourcesOfCodes(codes: readonly unknown[]): Source[] {
  return [...new Set(codes)].map(sourceOfCode)
}

function evidenceOf(org: Org, fact: unknown): Evidence {
  if (isUnit(org, fact)) return unitOf(org, fact) ?? {}
  if (typeof fact === 'string') return roleOf(org, fact)
  if (typeof fact !== 'object' || fact === null) {
    throw new OrgError('INVALID_ARGUMENT', `A fact is an id or has sources, received ${shown(fact)}.`, {
      argument: 'fact',
      received: fact,
    })
  }
  return fact
}

const BY_CODE: ReadonlyMap<unknown, Source> = new Map(Object.entries(sources))

function sourceOfCode(code: unknown): Source {
  const source = BY_CODE.get(code)
  if (source !== undefined) return source
  throw new OrgError('INVALID_ARGUMENT', `The model has no source ${shown(code)}; sources lists them all.`, {
    argument: 'fact',
    received: code,
  })
}
