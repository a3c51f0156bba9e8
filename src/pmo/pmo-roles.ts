import { frozen, type Alias, didYouMean, nearestId, OrgError, quote } from '../internal.js'
import type { CertificationId } from './data/certifications.js'
import { DELIVERY_ROLES } from './data/delivery-roles.js'
import { PMO_ROLES } from './data/pmo-roles.js'
import { PORTFOLIO_ROLES } from './data/portfolio-roles.js'
import type {
  LevelsFact,
  PmoFamily,
  PmoRoleId,
  ResponsibilityFact,
  RoleEntry,
  YearsFact,
} from './data/role-entry.js'
import { type PmoSkill, skillsOf } from './data/skills.js'
import { GENERAL, type Stated } from './data/sources.js'
import { SURROUNDING_ROLES } from './data/surrounding-roles.js'
import { mapped } from './data/table.js'

/** One role of the catalogue. Its own `sources` are those of the role, its titles and its family. */
export interface PmoRole extends Stated {
  readonly id: PmoRoleId
  readonly title: string
  /** Synonyms, in British and American spelling; some have a warning. */
  readonly aliases: readonly Alias[]
  readonly family: PmoFamily
  /** Seniority, as proposed by this model; absent for a governance role. */
  readonly grade?: number
  /** Years of experience, each statement with its source; empty if no source gives any. */
  readonly years: readonly YearsFact[]
  readonly certifications: readonly CertificationId[]
  readonly skills: readonly PmoSkill[]
  readonly responsibilities: readonly ResponsibilityFact[]
  /** Present if a source calls the position senior. */
  readonly senior?: Stated
  /** The levels of the role within a framework, if it has any. */
  readonly levels?: LevelsFact
  /** The evidence of the other facts. */
  readonly evidence: RoleEvidence
}

/** The evidence of the facts of a role that carry no sources themselves. */
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

/** British and American spellings of the same word. */
const SPELLINGS: readonly (readonly [british: string, american: string])[] = [
  ['Programme', 'Program'],
  ['Centre', 'Center'],
  ['Co-ordinator', 'Coordinator'],
]

/**
 * The catalogue: the 32 roles of the model by id, each fact with its source.
 *
 * It is the same for every kind of office; {@link pmoOrg} puts the roles on a chart. A grade is a proposal of the model,
 * not a measured rank, and no pay figure went into it.
 */
export const pmoRoles: { readonly [Id in PmoRoleId]: PmoRole } = frozen(mapped(ENTRIES, roleOfEntry))

const ROLE_IDS: readonly string[] = Object.keys(pmoRoles)

/** Throws `UNKNOWN_ROLE` for anything but the id of a role of the model. */
export function requirePmoRole(received: unknown): void {
  if (typeof received === 'string' && ROLE_IDS.includes(received)) return
  const nearest = nearestId(received, ROLE_IDS)
  throw new OrgError(
    'UNKNOWN_ROLE',
    `No role of the model has the id ${quote(received)}${didYouMean(nearest) || '. The ids are the keys of pmoRoles.'}`,
    { id: received, nearest },
  )
}

function roleOfEntry(entry: RoleEntry, id: PmoRoleId): PmoRole {
  const { title, aliases = [], family, grade, sources, note, certifications = [], skills = '' } = entry
  return {
    id,
    title,
    aliases: aliasesOf(title, aliases),
    family,
    ...(grade !== undefined && { grade }),
    years: yearsOf(entry),
    certifications,
    skills: skillsOf(skills),
    responsibilities: [
      ...(entry.seedResponsibilities ?? []).map((duty) => responsibilityOf(duty, SEED.sources)),
      ...entry.responsibilities.map((duty) => responsibilityOf(duty, sources)),
    ],
    ...(entry.senior && { senior: SEED }),
    ...(entry.levels && { levels: entry.levels }),
    evidence: EVIDENCE,
    sources,
    ...(note !== undefined && { note }),
  }
}

/** The aliases in every spelling, each once. */
function aliasesOf(title: string, aliases: readonly Alias[]): readonly Alias[] {
  const names = [...otherSpellings(title), ...aliases.flatMap((alias) => [alias, ...otherSpellings(alias)])]
  return [...new Set(names)].filter((name) => name !== title)
}

function responsibilityOf(
  given: string | ResponsibilityFact,
  sources: Stated['sources'],
): ResponsibilityFact {
  return typeof given === 'string' ? { text: given, sources } : given
}

function yearsOf({ years, statedYears = [] }: RoleEntry): readonly YearsFact[] {
  if (years === undefined) return statedYears
  const [min, max] = years
  return [...statedYears, { min, ...(max !== undefined && { max }), ...GENERAL }]
}

/** The other spellings of a name: each word in British or American spelling. */
function otherSpellings(name: Alias): readonly string[] {
  if (typeof name !== 'string') return []
  let spellings = [name]
  for (const [british, american] of SPELLINGS) {
    // The British word can contain the American one.
    const bare = spellings.map((spelling) => spelling.replaceAll(british, american))
    spellings = [...bare, ...bare.map((spelling) => spelling.replaceAll(american, british))]
  }
  return [...new Set(spellings)].filter((spelling) => spelling !== name)
}
