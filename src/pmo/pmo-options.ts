import { OrgError } from '../internal.js'
import {
  AUTHORITIES,
  type Authority,
  type PmoScope,
  SCOPES,
  type ScopeSpelling,
  type Within,
} from './data/kinds.js'
import { invalidOption, oneOf } from './one-of.js'

/**
 * Which of its possible managers a role reports to, where the sources give several. {@link managerChoicesOf}
 * lists what is possible under a kind of office; the first is what {@link pmoOrg} takes by itself.
 */
export interface ManagerChoices {
  /** Directive: the chief or a functional executive. Enterprise: `epmo-director` if it owns the other offices. */
  readonly 'pmo-director'?:
    'functional-manager' | 'functional-executive' | 'chief-executive-officer' | 'epmo-director'
  readonly 'epmo-director'?: 'chief-executive-officer' | 'functional-executive' | 'chief-project-officer'
  readonly 'portfolio-director'?: 'functional-executive' | 'chief-executive-officer'
  /** In a project office. */
  readonly 'pmo-administrator'?: 'project-manager' | 'pmo-manager'
  readonly 'senior-project-manager'?: 'portfolio-manager' | 'program-manager'
  readonly 'junior-project-manager'?: 'senior-project-manager' | 'program-manager' | 'portfolio-manager'
}

/** Which kind of office {@link pmoOrg} builds. */
export interface PmoOptions<Scope extends ScopeSpelling = ScopeSpelling> {
  /** How much control the office has over project managers. */
  readonly authority: Authority
  /** How wide it reaches. Left out: a permanent office, and only what its authority says of it. */
  readonly scope?: Scope
  /**
   * In what the projects stand. Default: in a programme where the scope is `'programme'`, in a portfolio where
   * it is `'portfolio'`, else `'none'`.
   */
  readonly within?: Within
  /** A larger organisation: program managers are members of the office. Default: `false`. */
  readonly larger?: boolean
  /** Other managers than the usual ones, where the sources give alternatives. */
  readonly managers?: ManagerChoices
}

/** The options with every default filled in. */
export interface PmoSettings {
  readonly authority: Authority
  readonly scope: PmoScope | undefined
  readonly within: Within
  readonly larger: boolean
}

const OPTIONS: readonly string[] = ['authority', 'scope', 'within', 'larger', 'managers']
/** What else a described variant has, so that one can be handed in as it is. */
const DESCRIPTION: readonly string[] = ['office', 'head', 'explanation', 'sources']
const OTHER_SPELLINGS: ReadonlyMap<unknown, PmoScope> = new Map([
  ['program', 'programme'],
  ['center-of-excellence', 'centre-of-excellence'],
])

/** What a scope allows; a centre of excellence has no project managers (QZ), so it has nothing to control. */
export function allowedAuthorities(scope: PmoScope | undefined): readonly Authority[] {
  return scope === 'centre-of-excellence' ? ['supportive'] : AUTHORITIES
}

/** A scope in the spelling of the tables. Throws `INVALID_OPTION`. */
function scopeOption(received: ScopeSpelling | undefined): PmoScope | undefined {
  if (received === undefined) return undefined
  return oneOf('scope', OTHER_SPELLINGS.get(received) ?? received, SCOPES)
}

/** Checks the options of a caller and fills in the defaults. Throws `INVALID_ARGUMENT`, `INVALID_OPTION`. */
export function settingsOf(options: PmoOptions): PmoSettings {
  const given: unknown = options
  if (typeof given !== 'object' || given === null) throw noOptions('pmoOrg', given)
  for (const name of Object.keys(options)) {
    if (!OPTIONS.includes(name) && !DESCRIPTION.includes(name)) {
      throw invalidOption(
        name,
        Reflect.get(options, name),
        OPTIONS,
        'there is no such option; the options are',
      )
    }
  }
  const scope = scopeOption(options.scope)
  const authority = oneOf('authority', options.authority, AUTHORITIES)
  const allowed = allowedAuthorities(scope)
  if (!allowed.includes(authority)) {
    throw invalidOption(
      'authority',
      authority,
      allowed,
      'but a centre of excellence has no project managers to control, it only serves (source QZ); here it can be',
    )
  }
  const byScope = scope === 'programme' || scope === 'portfolio' ? scope : 'none'
  return {
    authority,
    scope,
    within:
      options.within === undefined
        ? byScope
        : oneOf('within', options.within, ['programme', 'portfolio', 'none']),
    larger: largerOption(options.larger),
  }
}

/** The error for what is no object of options. */
export function noOptions(reader: string, received: unknown): OrgError<'INVALID_ARGUMENT'> {
  return new OrgError('INVALID_ARGUMENT', `${reader} expects options like { authority: 'directive' }.`, {
    argument: 'options',
    received,
  })
}

function largerOption(received: unknown): boolean {
  if (received === undefined) return false
  if (typeof received === 'boolean') return received
  throw new OrgError('INVALID_OPTION', 'The option larger is true or false.', {
    option: 'larger',
    received,
    allowed: 'true | false',
  })
}

/** The choices of the caller by role, still unchecked. */
export function choicesOf(options: PmoOptions): ReadonlyMap<string, unknown> {
  const received: unknown = options.managers
  if (received === undefined) return new Map()
  if (typeof received === 'object' && received !== null && !Array.isArray(received)) {
    return new Map(Object.entries(received).filter(([, manager]) => manager !== undefined))
  }
  throw new OrgError('INVALID_OPTION', 'The option managers is an object: { [role]: manager }.', {
    option: 'managers',
    received,
    allowed: '{ [role]: manager }',
  })
}
