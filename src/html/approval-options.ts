import { approvalPolicy, type ApprovalPolicySpec } from '../approval/index.js'
import { invalidOption, type Org, ownHandle, peopleIndexOf, personRecord, stateOf } from '../internal.js'
import { type PictureOptions, visibleText } from '../render/index.js'
import type { PageFields } from './page-fields.js'

/** What a page that shows approvals has besides its picture. */
export interface ApprovalData {
  readonly policy: ApprovalPolicySpec
  /** The heads of units, where a rule asks for them. */
  readonly heads: readonly (readonly [unit: string, role: string])[]
  /** The roles that report to themselves, which the picture does not show. */
  readonly selfManaged: readonly string[]
  /** The people whom the policy names and the org has, with their names: they need not hold a role. */
  readonly people: readonly (readonly [id: string, name: string])[]
}

/** The option `approval`, checked; `undefined` for a page without. Throws `INVALID_OPTION` and what `approvalPolicy` throws. */
export function approvalOption(received: unknown): ApprovalPolicySpec | undefined {
  if (received === undefined) return undefined
  if (typeof received !== 'object' || received === null)
    throw invalidOption('approval', received, 'a policy made by approvalPolicy')
  // It says what is wrong with one that it has not made.
  return approvalPolicy(received as ApprovalPolicySpec)
}

/** Throws `INVALID_OPTION` where the page would not have what a route depends on: the whole chart, and the fields that the policy reads. */
export function requireDataOfRoutes(
  policy: ApprovalPolicySpec,
  { root, relations, lines = 'all' }: PictureOptions,
  fields: PageFields,
): void {
  const where = 'in pages that show approvals'
  if (root !== undefined)
    throw invalidOption(
      'root',
      root,
      `used only in pages without approvals; to show a part, pass subOrg(org, role)`,
    )
  if (relations === 'career') throw invalidOption('relations', relations, `'both' or 'reporting' ${where}`)
  const { limits = [], rules } = policy
  const needsDotted = rules.some(({ by }) => by === 'dotted')
  if (lines !== 'all' && (needsDotted || lines !== 'solid'))
    throw invalidOption('lines', lines, needsDotted ? `'all' ${where}` : `'all' or 'solid' ${where}`)
  const needed = [
    'holders' as const,
    ...(limits.some(({ grade }) => grade !== undefined) ? ['grade' as const] : []),
    ...(limits.some(({ unit }) => unit !== undefined) || rules.some(({ by }) => by === 'unit-head')
      ? ['unit' as const]
      : []),
  ]
  const missing = needed.find((field) => !fields.has(field))
  if (missing !== undefined)
    throw invalidOption(
      'fields',
      fields.names,
      `a list with '${missing}', which the policy of approvals reads`,
    )
}

/** What the page needs to find routes of an org, besides the data of its picture. Throws `UNKNOWN_ROLE` for a role that only the policy has. */
export function approvalData(org: Org, policy: ApprovalPolicySpec): ApprovalData {
  const state = stateOf(org)
  const { rules, delegations = [], fallback } = policy
  for (const rule of rules) {
    if (rule.by === 'role') ownHandle(state, rule.role)
    if (rule.by === 'any' || rule.by === 'all') for (const role of rule.of) ownHandle(state, role)
  }
  if (fallback?.role !== undefined) ownHandle(state, fallback.role)
  const { ids, manager } = state.columns
  const { numbers } = state.kept(peopleIndexOf)
  const named = new Set(delegations.map(({ delegate }) => delegate))
  if (fallback?.person !== undefined) named.add(fallback.person)
  return {
    // The page has the names of lines as they are shown.
    policy: {
      ...policy,
      rules: rules.map((rule) => (rule.by === 'dotted' ? { ...rule, as: visibleText(rule.as) } : rule)),
    },
    heads: rules.some(({ by }) => by === 'unit-head')
      ? Array.from(state.units.values()).flatMap(({ id, head }) =>
          head === undefined ? [] : [[id, head] as const],
        )
      : [],
    selfManaged: ids.filter((_, handle) => manager[handle] === handle),
    people: Array.from(named)
      .filter((person) => numbers.has(person))
      .map((person) => [person, visibleText(personRecord(state, person).name)] as const),
  }
}
