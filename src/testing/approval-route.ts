import { counted, givenOptions, invalidArgument, isPlainObject, listed, quote } from '../internal.js'

/** A person or role that is asked to approve, as in an answer of `approvalRoute`. */
interface AskedApprover<Id extends string, Person extends string> {
  readonly person: Person | undefined
  readonly role: Id | undefined
  readonly standsInFor: Person | undefined
}

/** What the matchers for approvals take: an answer of `approvalRoute` in `rolegraph/approval`, or one restored from JSON. */
export interface TestedRoute<Id extends string = string, Person extends string = string> {
  readonly outcome: 'ROUTE' | 'NO_APPROVER'
  readonly steps: readonly {
    readonly approvers: readonly AskedApprover<Id, Person>[]
    readonly needed: number
  }[]
  readonly passedOver: readonly (AskedApprover<Id, Person> & { readonly because: string })[]
  readonly because?: { readonly reason: string; readonly role: Id }
}

/** An approver to expect: a role, a person, or a person in a role; optionally with the person they stand in for. */
export type ExpectedApprover<Id extends string = string, Person extends string = string> = {
  readonly standsInFor?: Person
} & ({ readonly role: Id; readonly person?: Person } | { readonly person: Person; readonly role?: Id })

const FIELDS = ['role', 'person', 'standsInFor'] as const

/** Throws `INVALID_ARGUMENT` for anything but an answer of `approvalRoute`. */
export function requireRoute(caller: string, route: TestedRoute): void {
  const received: unknown = route
  if (typeof received === 'object' && received !== null && !Array.isArray(received)) {
    const [outcome, steps, passed] = ['outcome', 'steps', 'passedOver'].map((name): unknown =>
      Reflect.get(received, name),
    )
    const isKnown = outcome === 'ROUTE' || outcome === 'NO_APPROVER'
    if (isKnown && Array.isArray(steps) && steps.every(isStep) && Array.isArray(passed)) return
  }
  throw invalidArgument(caller, 'route', received, 'a result of approvalRoute')
}

function isStep(step: unknown): boolean {
  if (typeof step !== 'object' || step === null) return false
  const approvers: unknown = Reflect.get(step, 'approvers')
  return Array.isArray(approvers) && approvers.every((one) => typeof one === 'object' && one !== null)
}

/** Throws `INVALID_ARGUMENT` or `INVALID_OPTION` for anything but an expected approver. */
export function requireApprover(caller: string, expected: unknown): void {
  const allowed = "{ role: 'cfo' }, { person: 'ada' } or both"
  if (!isPlainObject(expected)) throw invalidArgument(caller, 'an approver', expected, allowed)
  const given = givenOptions(caller, expected, FIELDS)
  const isText = FIELDS.every((name) => ['string', 'undefined'].includes(typeof given.get(name)))
  if (!isText || (given.get('role') === undefined && given.get('person') === undefined))
    throw invalidArgument(caller, 'an approver', expected, allowed)
}

/** Whether an approver has every field of the expected one. */
export function isApprover(one: AskedApprover<string, string>, expected: ExpectedApprover): boolean {
  return FIELDS.every((name) => expected[name] === undefined || expected[name] === one[name])
}

/** An approver in words: `'fay' as 'cfo'`, `'gus' as 'cfo' for 'fay'`. */
export function approverText({ person, role, standsInFor }: Partial<AskedApprover<string, string>>): string {
  const who = [person, role].filter((id) => id !== undefined).map(quote)
  return `${who.join(' as ')}${typeof standsInFor === 'string' ? ` for ${quote(standsInFor)}` : ''}`
}

/** The approvers of a step in words, and how many of them have to approve. */
export function stepText(
  approvers: readonly Partial<AskedApprover<string, string>>[],
  needed: number,
): string {
  const all = listed(approvers.map(approverText), needed < approvers.length ? 'or' : 'and')
  return needed < approvers.length && needed > 1 ? `${String(needed)} of ${all}` : all
}

const MOST_PASSED = 12

/** The route that was received, one line per step, and who is not asked. */
export function routeLines({ outcome, steps, passedOver, because }: TestedRoute): string[] {
  const lines: string[] = []
  if (outcome === 'ROUTE') lines.push(`The route has ${counted(steps.length, 'step')}:`)
  else {
    const why = because === undefined ? '' : ` (${because.reason}, at ${quote(because.role)})`
    lines.push(
      `Nobody can approve${why}. ${steps.length === 0 ? 'Nobody is asked.' : 'Asked, but not enough:'}`,
    )
  }
  for (const [index, { approvers, needed }] of steps.entries())
    lines.push(`  ${String(index + 1)}. ${stepText(approvers, needed)}`)
  if (passedOver.length > 0) lines.push('Not asked:')
  for (const one of passedOver.slice(0, MOST_PASSED)) lines.push(`  ${approverText(one)}: ${one.because}`)
  const left = passedOver.length - MOST_PASSED
  return left > 0 ? [...lines, `  … and ${String(left)} more`] : lines
}
