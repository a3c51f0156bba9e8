import { givenOptions, invalidOption, oneOf } from '../internal.js'
import { type CertificationId, certifications } from './data/certifications.js'
import { PMO_FAMILIES, type PmoFamily } from './data/role-entry.js'
import { PMO_SKILLS, type PmoSkill } from './data/skills.js'
import { type SourceCode, sources, type Stated } from './data/sources.js'
import { type PmoRole, pmoRoles } from './pmo-roles.js'

/** The properties that {@link pmoRolesBy} looks for. All of them must hold. */
export interface PmoRoleFilter {
  readonly family?: PmoFamily
  readonly grade?: number
  readonly certification?: CertificationId
  readonly skill?: PmoSkill
  /** A source of the role or of one of its facts. */
  readonly source?: SourceCode
}

/**
 * The roles of the catalogue that have all the given properties.
 *
 * Complexity: O(roles).
 *
 * @param filter `family`, `grade`, `certification`, `skill`, `source`; all of them must hold. Left out: all roles.
 * @returns A fresh array of frozen roles, in the order of the catalogue.
 * @throws {@link OrgError} `INVALID_OPTION`.
 * @example
 * ```ts
 * import { pmoRolesBy } from 'rolegraph/pmo'
 *
 * console.log(pmoRolesBy({ family: 'portfolio', skill: 'strategy' }).map((role) => role.id)) // => [ 'portfolio-program-manager', 'portfolio-manager', 'portfolio-director' ]
 * console.log(pmoRolesBy({ certification: 'PMI-PMOCP', grade: 7 }).map((role) => role.title)) // => [ 'PMO Director' ]
 * ```
 * @see {@link pmoRoles}.
 */
export function pmoRolesBy(filter?: PmoRoleFilter): PmoRole[] {
  const { family, grade, certification, skill, source } = checkedFilter(filter)
  return Object.values(pmoRoles).filter((role) => {
    if (family !== undefined && role.family !== family) return false
    if (grade !== undefined && role.grade !== grade) return false
    if (certification !== undefined && !role.certifications.includes(certification)) return false
    if (skill !== undefined && !role.skills.includes(skill)) return false
    return source === undefined || cites(role, source)
  })
}

/** A known value gives an answer, even if it is empty; an unknown value is a mistake of the caller. */
const VALUES: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['family', PMO_FAMILIES],
  ['certification', Object.keys(certifications)],
  ['skill', PMO_SKILLS],
  ['source', Object.keys(sources)],
])

function checkedFilter(filter: PmoRoleFilter | undefined): PmoRoleFilter {
  const given = givenOptions('pmoRolesBy', filter, [...VALUES.keys(), 'grade'])
  for (const [option, received] of given) {
    if (received === undefined) continue
    const values = VALUES.get(option)
    if (values !== undefined) oneOf(option, received, values)
    else if (typeof received !== 'number') throw invalidOption(option, received, 'a number')
  }
  return Object.fromEntries(given)
}

function cites(role: PmoRole, source: SourceCode): boolean {
  const facts: Pick<Stated, 'sources'>[] = [
    role,
    ...role.years,
    ...role.responsibilities,
    role.evidence.grade,
    role.evidence.certifications,
    role.evidence.skills,
  ]
  if (role.senior !== undefined) facts.push(role.senior)
  return facts.some((fact) => fact.sources.includes(source))
}
