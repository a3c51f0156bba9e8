import type { Alias } from '../internal.js'
import type { CertificationId } from './data/certifications.js'
import { DELIVERY_ROLES } from './data/delivery-roles.js'
import { frozen } from './data/frozen.js'
import { mapped } from './data/mapped.js'
import { PMO_ROLES } from './data/pmo-roles.js'
import { PORTFOLIO_ROLES } from './data/portfolio-roles.js'
import type { ResponsibilityFact, RoleEntry, YearsFact } from './data/role-entry.js'
import type { PmoFamily, PmoRoleId } from './data/role-ids.js'
import { type PmoSkill, skillsOf } from './data/skills.js'
import { GENERAL, type Stated } from './data/stated.js'
import { SURROUNDING_ROLES } from './data/surrounding-roles.js'

/** One role of the catalogue. Its own `sources` are those of the role, its titles and its family. */
export interface PmoRole extends Stated {
  readonly id: PmoRoleId
  readonly title: string
  /** Synonyms, in both spellings where British and American differ; some carry a warning. */
  readonly aliases: readonly Alias[]
  readonly family: PmoFamily
  /** Seniority, a proposal of this model; absent for a role of governance. */
  readonly grade?: number
  /** Years of experience, each statement with its source; empty where nobody says. */
  readonly years: readonly YearsFact[]
  readonly certifications: readonly CertificationId[]
  readonly skills: readonly PmoSkill[]
  readonly responsibilities: readonly ResponsibilityFact[]
  /** Present where a source calls the position senior. */
  readonly senior?: Stated
  /** What the other facts rest on. */
  readonly evidence: RoleEvidence
}

/** What the facts of a role rest on that have no place for sources of their own. */
export interface RoleEvidence {
  readonly grade: Stated
  readonly certifications: Stated
  readonly skills: Stated
}

const SEED: Stated = { sources: ['seed'] }
const EVIDENCE: RoleEvidence = { grade: GENERAL, certifications: GENERAL, skills: GENERAL }
const ENTRIES: { readonly [Id in PmoRoleId]: RoleEntry } = {
  ...PMO_ROLES,
  ...DELIVERY_ROLES,
  ...PORTFOLIO_ROLES,
  ...SURROUNDING_ROLES,
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bProgramme\b/g, 'Program'],
  [/\bProgram\b/g, 'Programme'],
  [/\bCentre\b/g, 'Center'],
]

/**
 * The catalogue: the 29 roles of the model by id, each fact with its source.
 *
 * The same on every chart: {@link pmoOrg} puts them in their places. A grade is a proposal of the model, not a
 * rank that anybody measured, and no pay figure went into it.
 */
export const pmoRoles: { readonly [Id in PmoRoleId]: PmoRole } = frozen(mapped(ENTRIES, roleOfEntry))

function roleOfEntry(entry: RoleEntry, id: PmoRoleId): PmoRole {
  const { title, aliases = [], family, grade, sources, note, certifications = [], skills = '' } = entry
  return {
    id,
    title,
    aliases: [...otherSpellings(title), ...aliases.flatMap((alias) => [alias, ...otherSpellings(alias)])],
    family,
    ...(grade !== undefined && { grade }),
    years: yearsOf(entry),
    certifications,
    skills: skillsOf(skills),
    responsibilities: [
      ...(entry.seedResponsibilities ?? []).map((text) => ({ text, ...SEED })),
      ...entry.responsibilities.map((text) => ({ text, sources })),
    ],
    ...(entry.senior && { senior: SEED }),
    evidence: EVIDENCE,
    sources,
    ...(note !== undefined && { note }),
  }
}

function yearsOf({ years, statedYears = [] }: RoleEntry): readonly YearsFact[] {
  if (years === undefined) return statedYears
  const [min, max] = years
  return [...statedYears, { min, ...(max !== undefined && { max }), ...GENERAL }]
}

/** The same name as it is spelt on the other side of the Atlantic. */
function otherSpellings(name: Alias): readonly string[] {
  if (typeof name !== 'string') return []
  return SPELLINGS.map(([from, to]) => name.replace(from, to)).filter((spelling) => spelling !== name)
}
