import { OrgError } from '../internal.js'
import type { CertificationId } from './data/certifications.js'
import type { PmoFamily } from './data/role-ids.js'
import type { PmoSkill } from './data/skills.js'
import type { SourceCode } from './data/sources.js'
import type { Stated } from './data/stated.js'
import { shown } from './one-of.js'
import { type PmoRole, pmoRoles } from './pmo-roles.js'

/** What {@link pmoRolesBy} looks for. All that is given must hold. */
export interface PmoRoleFilter {
  readonly family?: PmoFamily
  readonly grade?: number
  readonly certification?: CertificationId
  readonly skill?: PmoSkill
  /** A source of the role or of one of its facts. */
  readonly source?: SourceCode
}

/**
 * The roles of the catalogue that have all the properties asked for.
 *
 * Complexity: O(roles).
 *
 * @param filter `family`, `grade`, `certification`, `skill`, `source`; all of them must hold. Left out: all roles.
 * @returns A fresh array of frozen roles, in the order of the catalogue.
 * @throws {@link OrgError} `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { pmoRolesBy } from 'rolegraph/pmo'
 *
 * console.log(pmoRolesBy({ family: 'portfolio', skill: 'strategy' }).map((role) => role.id)) // => [ 'portfolio-program-manager', 'portfolio-manager', 'portfolio-director' ]
 * console.log(pmoRolesBy({ certification: 'PMI-PMOCP', grade: 7 }).map((role) => role.title)) // => [ 'PMO Director' ]
 * ```
 * @see {@link pmoRoles}.
 */
export function pmoRolesBy(filter: PmoRoleFilter = {}): PmoRole[] {
  const received: unknown = filter
  if (typeof received !== 'object' || received === null) throw noFilter(received)
  const { family, grade, certification, skill, source } = filter
  return Object.values(pmoRoles).filter((role) => {
    if (family !== undefined && role.family !== family) return false
    if (grade !== undefined && role.grade !== grade) return false
    if (certification !== undefined && !role.certifications.includes(certification)) return false
    if (skill !== undefined && !role.skills.includes(skill)) return false
    return source === undefined || restsOn(role, source)
  })
}

function noFilter(received: unknown): OrgError<'INVALID_ARGUMENT'> {
  return new OrgError(
    'INVALID_ARGUMENT',
    `A filter is like { family: 'pmo' }, received ${shown(received)}.`,
    {
      argument: 'filter',
      received,
    },
  )
}

function restsOn(role: PmoRole, source: SourceCode): boolean {
  const facts = [
    role,
    ...role.years,
    ...role.responsibilities,
    role.evidence.grade,
    role.evidence.certifications,
    role.evidence.skills,
  ]
  if (role.senior !== undefined) facts.push(role.senior)
  return facts.some((fact: Stated) => fact.sources.includes(source))
}
