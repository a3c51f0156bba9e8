import {
  didYouMean,
  type GivenOptions,
  givenOptions,
  invalidOption,
  isPlainObject,
  nearestId,
  oneOf,
  OrgError,
  plain,
  quote,
} from '../internal.js'
import {
  AUTHORITIES,
  type Authority,
  type PmoScope,
  SCOPES,
  type ScopeSpelling,
  type Within,
} from './data/kinds.js'

/**
 * The manager that a role reports to, if the sources give several. {@link managerChoicesOf} lists the managers that
 * are possible under a kind of office; {@link pmoOrg} takes the first by default.
 */
export interface ManagerChoices {
  /** Directive: the chief executive or a functional executive. Enterprise: `epmo-director` if it owns the other offices. */
  readonly 'pmo-director'?:
    'functional-executive' | 'chief-executive-officer' | 'epmo-director' | 'chief-project-officer'
  /** Supportive: as the head of the office. Otherwise the COO, instead of the PMO director. */
  readonly 'pmo-manager'?: 'pmo-director' | 'functional-executive' | 'functional-manager'
  readonly 'epmo-director'?: 'chief-executive-officer' | 'functional-executive' | 'chief-project-officer'
  /** Enterprise, if it heads the enterprise PMO. */
  readonly 'chief-project-officer'?: 'chief-executive-officer' | 'functional-executive'
  readonly 'portfolio-director'?: 'functional-executive' | 'chief-executive-officer'
  readonly 'tmo-lead'?: 'functional-executive' | 'chief-transformation-officer'
  /** Supportive and controlling: by appointment, the project director. */
  readonly 'project-manager'?: 'functional-manager' | 'project-director'
  /** In a project office. */
  readonly 'pmo-administrator'?: 'project-manager' | 'pmo-manager'
  readonly 'senior-project-manager'?: 'portfolio-manager' | 'program-manager'
  readonly 'junior-project-manager'?: 'senior-project-manager' | 'program-manager' | 'portfolio-manager'
}

/** The roles that head an office, if the sources give several. */
export interface HeadChoices {
  /** Bolles and Hubbard title the manager of an enterprise PMO CPMO: `chief-project-officer`. */
  readonly 'enterprise-pmo'?: 'epmo-director' | 'chief-project-officer'
}

/** The kind of office that {@link pmoOrg} builds. */
export interface PmoOptions<Scope extends ScopeSpelling = ScopeSpelling> {
  /** How much control the office has over project managers. */
  readonly authority: Authority
  /** Its scope. Left out: a permanent office, described by its authority alone. */
  readonly scope?: Scope
  /**
   * Whether the projects are part of a programme or a portfolio. Default: the scope, if it is `'programme'` or
   * `'portfolio'`; otherwise `'none'`.
   */
  readonly within?: Within
  /** A larger organisation, in which program managers are members of the office. Default: `false`. */
  readonly larger?: boolean
  /** Managers other than the usual ones, if the sources give alternatives. */
  readonly managers?: ManagerChoices
  /** Heads other than the usual ones, if the sources give alternatives. */
  readonly heads?: HeadChoices
}

/** The options with every default filled in. */
export interface PmoSettings {
  readonly authority: Authority
  readonly scope: PmoScope | undefined
  readonly within: Within
  readonly larger: boolean
  /** The chief project officer heads the enterprise PMO. */
  readonly chiefHeads: boolean
}

const OPTIONS: readonly string[] = ['authority', 'scope', 'within', 'larger', 'managers', 'heads']
/** The other fields of a described variant, so that one can be passed as it is. */
const DESCRIPTION: readonly string[] = ['office', 'head', 'explanation', 'sources']
const OTHER_SPELLINGS: ReadonlyMap<unknown, PmoScope> = new Map([
  ['program', 'programme'],
  ['center-of-excellence', 'centre-of-excellence'],
])

/** The authorities that a scope allows: a centre of excellence has no project managers (QZ), so nothing to control. */
export function allowedAuthorities(scope: PmoScope | undefined): readonly Authority[] {
  return scope === 'centre-of-excellence' ? ['supportive'] : AUTHORITIES
}

/** The own options of a caller by name; the description of a variant is ignored. Throws `INVALID_OPTION`. */
export function optionsOf(caller: string, options: unknown, more: readonly string[] = []): GivenOptions {
  const known = [...OPTIONS, ...more]
  if (!isPlainObject(options)) return givenOptions(caller, options, known)
  const entries = Object.entries(options).filter(([name]) => !DESCRIPTION.includes(name))
  return givenOptions(caller, Object.fromEntries(entries), known)
}

/** Checks the options of a caller and fills in the defaults. Throws `INVALID_OPTION`. */
export function settingsOf(options: PmoOptions, caller = 'pmoOrg'): PmoSettings {
  const given = optionsOf(caller, options)
  const scope = scopeOption(given.get('scope'))
  const authority = oneOf('authority', given.get('authority'), AUTHORITIES)
  if (!allowedAuthorities(scope).includes(authority)) {
    const why =
      ': a centre of excellence has no project managers to control, so it only provides services (source QZ).'
    throw invalidOption('authority', authority, allowedAuthorities(scope).map(quote), why)
  }
  const byScope = scope === 'programme' || scope === 'portfolio' ? scope : 'none'
  const within = given.get('within')
  return {
    authority,
    scope,
    within: within === undefined ? byScope : oneOf('within', within, ['programme', 'portfolio', 'none']),
    larger: largerOption(given.get('larger')),
    chiefHeads: chiefHeadsOption(given.get('heads'), scope),
  }
}

/** A scope in the spelling of the tables. Throws `INVALID_OPTION`. */
function scopeOption(received: unknown): PmoScope | undefined {
  if (received === undefined) return undefined
  return oneOf('scope', OTHER_SPELLINGS.get(received) ?? received, SCOPES)
}

function largerOption(received: unknown): boolean {
  if (received === undefined) return false
  if (typeof received === 'boolean') return received
  throw invalidOption('larger', received, 'true or false')
}

/** Whether the chief project officer heads the enterprise PMO. Throws `INVALID_OPTION`. */
function chiefHeadsOption(received: unknown, scope: PmoScope | undefined): boolean {
  if (received === undefined) return false
  if (typeof received !== 'object' || received === null || Array.isArray(received))
    throw invalidOption('heads', received, 'an object: { [unit]: role }')
  const heads = new Map<string, unknown>(Object.entries(received))
  for (const [unit, role] of heads) {
    if (role === undefined) continue
    if (unit !== 'enterprise-pmo' || scope !== 'enterprise')
      throw invalidOption(
        `heads.${plain(unit)}`,
        role,
        'undefined only: no source gives the office another head',
      )
    return oneOf('heads.enterprise-pmo', role, ['epmo-director', 'chief-project-officer']) !== 'epmo-director'
  }
  return false
}

/** The managers that a caller chose, by role. Throws `INVALID_OPTION` for an unknown role; the choices are unchecked. */
export function choicesOf(options: PmoOptions, roles: readonly string[]): ReadonlyMap<string, unknown> {
  const received = optionsOf('pmoOrg', options).get('managers')
  if (received === undefined) return new Map()
  if (typeof received !== 'object' || received === null || Array.isArray(received))
    throw invalidOption('managers', received, 'an object: { [role]: manager }')
  const choices = new Map<string, unknown>(Object.entries(received))
  for (const [role, manager] of choices) {
    if (manager === undefined) choices.delete(role)
    else if (!roles.includes(role)) throw unknownRoleOption(role, manager, roles)
  }
  return choices
}

function unknownRoleOption(
  role: string,
  received: unknown,
  roles: readonly string[],
): OrgError<'INVALID_OPTION'> {
  const nearest = didYouMean(nearestId(role, roles))
  return new OrgError(
    'INVALID_OPTION',
    `The option managers has ${quote(role)}, which is not a role of the model${nearest || '.'}`,
    { option: `managers.${plain(role)}`, received, allowed: roles.join(' | ') },
  )
}
