import { invalidArgument, isUnit, type Org, OrgError, quote, roleOf, unitOf } from '../internal.js'
import { type Cited, type Source, sources } from './data/sources.js'

/**
 * The sources of a fact of a PMO chart: of a role or unit by its id, or of any value of the chart with `sources` (a
 * line, a move, a service, a statement in the `data` of a role).
 *
 * The codes of the fact are looked up in {@link sources}. A fact without a citation has the single source `general`,
 * for general knowledge. The sources of a role are those of its titles and its family; `data` has those of its other
 * facts.
 *
 * Complexity: O(sources of the fact).
 *
 * @param org A chart of {@link pmoOrg}.
 * @param fact The id of a role or a unit, or a fact.
 * @returns A fresh array of frozen sources, in the order of the fact; empty for a fact without any.
 * @throws {@link OrgError} `UNKNOWN_ROLE`; `INVALID_ARGUMENT` for an unknown code, and for a value that is neither an id
 * nor a fact; `NOT_AN_ORG`.
 * @example
 * ```ts
 * import { linesOf } from 'rolegraph'
 * import { pmoOrg, sourcesOf } from 'rolegraph/pmo'
 *
 * const org = pmoOrg({ authority: 'supportive' })
 * for (const line of linesOf(org, 'project-manager')) {
 *   console.log(line.to, sourcesOf(org, line).map((source) => source.where)) // => functional-manager [ 'jectmanager.com/resources/pmo-types' ]
 * }
 * console.log(sourcesOf(org, 'planner').map((source) => source.code)) // => [ 'PV', 'PL' ]
 * ```
 */
export function sourcesOf<Id extends string, Unit extends string>(
  org: Org<Id, Unit>,
  fact: NoInfer<Id | Unit> | Cited,
): Source[] {
  const codes: unknown = evidenceOf(org, fact).sources ?? []
  if (Array.isArray(codes)) return codes.map(sourceOfCode)
  throw invalidArgument('sourcesOf', 'the sources of a fact', codes, 'an array of codes')
}

/** The sources of codes, each once. Throws `INVALID_ARGUMENT` for an unknown code. */
export function sourcesOfCodes(codes: readonly unknown[]): Source[] {
  return [...new Set(codes)].map(sourceOfCode)
}

function evidenceOf(org: Org, fact: unknown): Cited {
  if (isUnit(org, fact)) return unitOf(org, fact) ?? {}
  if (typeof fact === 'string') return roleOf(org, fact)
  if (typeof fact === 'object' && fact !== null) return fact
  throw invalidArgument('sourcesOf', 'fact', fact, 'an id or a value with sources')
}

const BY_CODE: ReadonlyMap<unknown, Source> = new Map(Object.entries(sources))

function sourceOfCode(code: unknown): Source {
  const source = BY_CODE.get(code)
  if (source !== undefined) return source
  throw new OrgError('INVALID_ARGUMENT', `The model has no source ${quote(code)}; sources lists them all.`, {
    argument: 'fact',
    received: code,
  })
}
