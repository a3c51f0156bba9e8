import {
  invalidArgument,
  issuesText,
  NotPlain,
  type Org,
  OrgError,
  type PersonIdOf,
  plainCopy,
  quote,
  type RoleIdOf,
  type UnitIdOf,
} from '../internal.js'
import { PolicyReader } from './policy-reader.js'
import type { ApprovalPolicy, ApprovalPolicySpec } from './policy-spec.js'

const FIELDS = [
  'currency',
  'limits',
  'rules',
  'separate',
  'jobShare',
  'actingMayApprove',
  'absences',
  'delegations',
  'fallback',
  'escalateAfterDays',
]
/** The fields of each form of rule besides `by`, `kind` and `approvers`. */
const FORMS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['chain', []],
  ['nearest', []],
  ['levels', ['levels']],
  ['unit-head', []],
  ['role', ['role']],
  ['dotted', ['as']],
  ['any', ['of']],
  ['all', ['of']],
])
const HOLDERS = ['person', 'role', 'unit', 'grade']

/** The policies that {@link approvalPolicy} has made. */
const CHECKED = /* @__PURE__ */ new WeakSet()

/**
 * Checks an approval policy and returns a frozen copy: who may approve which amounts, along which path, and what happens while
 * people are away. A policy is plain data and can be stored as JSON.
 *
 * With the type of an org, `approvalPolicy<typeof org>({ … })`, ids are literal types: a misspelt one does not compile. At run
 * time all problems are reported at once, each with its path. {@link checkApprovalPolicy} checks whether an org has the ids.
 *
 * Complexity: O(entries).
 *
 * @param spec The policy.
 * @returns The policy, deeply frozen.
 * @throws {@link OrgError} `INVALID_APPROVAL_POLICY` with all problems, `INVALID_ARGUMENT`.
 * @example
 * ```ts
 * import { defineOrg } from 'rolegraph'
 * import { approvalPolicy } from 'rolegraph/approval'
 *
 * const org = defineOrg({ roles: { cfo: {}, lead: { reportsTo: 'cfo' }, buyer: { reportsTo: 'lead' } } })
 * const policy = approvalPolicy<typeof org>({
 *   currency: 'EUR',
 *   limits: [
 *     { role: 'lead', upTo: 5_000 },
 *     { role: 'cfo', upTo: null },
 *   ],
 *   rules: [{ by: 'chain' }],
 * })
 * console.log(policy.rules[0]?.by) // => chain
 * ```
 * @see {@link approvalRoute}, {@link checkApprovalPolicy}.
 */
export function approvalPolicy<Chart extends Org = Org>(
  spec: ApprovalPolicySpec<RoleIdOf<Chart>, UnitIdOf<Chart>, PersonIdOf<Chart>>,
): ApprovalPolicy<RoleIdOf<Chart>, UnitIdOf<Chart>, PersonIdOf<Chart>> {
  const received: unknown = spec
  if (typeof received !== 'object' || received === null || Array.isArray(received)) {
    throw invalidArgument('approvalPolicy', 'spec', received, "an object { rules: [{ by: 'chain' }] }")
  }
  // The copy is checked, not the original, so that nothing unchecked is kept.
  const copy = plainCopy(received)
  if (typeof copy !== 'object' || copy === null || copy instanceof NotPlain) {
    const where = copy instanceof NotPlain ? `, not ${copy.what}${copy.at}` : ''
    throw invalidArgument('approvalPolicy', 'spec', received, `plain data${where}`)
  }
  const reader = new PolicyReader()
  readPolicy(reader, copy)
  const { issues } = reader
  if (issues.length > 0) {
    throw new OrgError('INVALID_APPROVAL_POLICY', issuesText('The approval policy has', issues), { issues })
  }
  CHECKED.add(copy)
  // The reader has checked every field.
  return copy as ApprovalPolicy<RoleIdOf<Chart>, UnitIdOf<Chart>, PersonIdOf<Chart>>
}

/** Throws `INVALID_ARGUMENT` for a policy that has not been checked. */
export function requirePolicy(caller: string, policy: unknown): ApprovalPolicy {
  if (typeof policy === 'object' && policy !== null && CHECKED.has(policy)) return policy as ApprovalPolicy
  throw invalidArgument(caller, 'policy', policy, 'a policy made by approvalPolicy')
}

function readPolicy(reader: PolicyReader, policy: object): void {
  const given = reader.fields(policy, [], FIELDS)
  if (given === undefined) return
  if (given.has('currency')) reader.text(given.get('currency'), ['currency'])
  readLimits(reader, given.get('limits'))
  readRules(reader, given.get('rules'))
  for (const [group, path] of reader.entries(given.get('separate'), ['separate'])) {
    const kinds = reader.entries(group, path)
    for (const [kind, at] of kinds) reader.text(kind, at)
    if (Array.isArray(group) && kinds.length < 2) reader.invalid(path, group, 'a list of at least two kinds')
  }
  if (given.has('jobShare')) reader.word(given.get('jobShare'), ['jobShare'], ['any', 'all'])
  reader.flag(given.get('actingMayApprove'), ['actingMayApprove'])
  for (const [absence, path] of reader.entries(given.get('absences'), ['absences'])) {
    const fields = reader.fields(absence, path, ['person', 'from', 'to'])
    if (fields === undefined) continue
    reader.text(fields.get('person'), [...path, 'person'])
    reader.days(fields, path)
  }
  for (const [delegation, path] of reader.entries(given.get('delegations'), ['delegations'])) {
    readDelegation(reader, delegation, path)
  }
  if (given.has('fallback')) {
    const fields = reader.fields(given.get('fallback'), ['fallback'], ['role', 'person'])
    const name = fields && reader.oneField(fields, ['fallback'], ['role', 'person'])
    if (name !== undefined) reader.text(fields?.get(name), ['fallback', name])
  }
  if (given.has('escalateAfterDays')) reader.whole(given.get('escalateAfterDays'), ['escalateAfterDays'])
}

function readDelegation(reader: PolicyReader, delegation: unknown, path: readonly (string | number)[]): void {
  const fields = reader.fields(delegation, path, ['person', 'delegate', 'from', 'to', 'limit', 'cascade'])
  if (fields === undefined) return
  reader.text(fields.get('person'), [...path, 'person'])
  const delegate = fields.get('delegate')
  reader.text(delegate, [...path, 'delegate'])
  if (typeof delegate === 'string' && delegate === fields.get('person')) {
    reader.invalid([...path, 'delegate'], delegate, 'another person')
  }
  reader.days(fields, path)
  const limit = fields.get('limit')
  if (limit !== 'theirs' && limit !== 'own') reader.amount(limit, [...path, 'limit'], ", 'theirs' or 'own'")
  reader.flag(fields.get('cascade'), [...path, 'cascade'])
}

function readLimits(reader: PolicyReader, limits: unknown): void {
  const seen = new Map<string, readonly (string | number)[]>()
  for (const [entry, path] of reader.entries(limits, ['limits'])) {
    const fields = reader.fields(entry, path, [...HOLDERS, 'upTo', 'kind'])
    if (fields === undefined) continue
    const upTo = fields.get('upTo')
    if (upTo !== null) reader.amount(upTo, [...path, 'upTo'], ', or null for any amount')
    const kind = fields.get('kind')
    if (kind !== undefined) reader.text(kind, [...path, 'kind'])
    const holder = reader.oneField(fields, path, HOLDERS)
    if (holder === undefined) continue
    const id = fields.get(holder)
    if (holder !== 'grade') reader.text(id, [...path, holder])
    else if (typeof id !== 'number' || !Number.isFinite(id))
      reader.invalid([...path, holder], id, 'a finite number')
    const key = JSON.stringify([holder, id, kind])
    const first = seen.get(key)
    if (first === undefined) seen.set(key, path)
    else {
      const what = `The ${holder} ${quote(id)} has two limits${kind === undefined ? '' : ` for ${quote(kind)}`}`
      reader.add('DUPLICATE_LIMIT', path, what, 'Remove one of them.', [first, path])
    }
  }
}

function readRules(reader: PolicyReader, rules: unknown): void {
  if (!Array.isArray(rules) || rules.length === 0)
    reader.invalid(['rules'], rules, "a list of rules: [{ by: 'chain' }]")
  const seen = new Map<unknown, readonly (string | number)[]>()
  for (const [rule, path] of Array.isArray(rules) ? reader.entries(rules, ['rules']) : []) {
    const by: unknown = typeof rule === 'object' && rule !== null ? Reflect.get(rule, 'by') : undefined
    const form = FORMS.get(by)
    const known = form ?? ['levels', 'role', 'as', 'of']
    const fields = reader.fields(rule, path, ['by', 'kind', 'approvers', ...known])
    if (fields === undefined) continue
    if (form === undefined) reader.word(by, [...path, 'by'], [...FORMS.keys()].map(String))
    for (const name of form ?? []) readTerm(reader, name, fields.get(name), [...path, name])
    if (fields.has('approvers')) reader.whole(fields.get('approvers'), [...path, 'approvers'])
    const kind = fields.get('kind')
    const kinds = Array.isArray(kind)
      ? reader.entries(kind, [...path, 'kind'])
      : [[kind, [...path, 'kind']] as const]
    if (kinds.length === 0) reader.invalid([...path, 'kind'], kind, 'a kind or a list of kinds')
    for (const [each, at] of kinds) {
      if (each !== undefined || Array.isArray(kind)) reader.text(each, at)
      const first = seen.get(each)
      if (first === undefined) seen.set(each, path)
      else {
        const what =
          each === undefined ? 'Two rules apply to every kind' : `Two rules apply to ${quote(each)}`
        reader.add('DUPLICATE_RULE', path, what, 'Remove one of them, or give it another kind.', [
          first,
          path,
        ])
      }
    }
  }
}

function readTerm(
  reader: PolicyReader,
  name: string,
  value: unknown,
  path: readonly (string | number)[],
): void {
  if (name === 'levels') reader.whole(value, path)
  else if (name !== 'of') reader.text(value, path)
  else {
    const roles = reader.entries(value, path)
    if (roles.length === 0 && (value === undefined || Array.isArray(value)))
      reader.invalid(path, value, 'a list of roles')
    for (const [role, at] of roles) reader.text(role, at)
  }
}
