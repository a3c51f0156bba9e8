import {
  givenOptions,
  invalidOption,
  type Org,
  policyFromDocument,
  type PolicyDocument,
  toOrgDocument,
} from '../internal.js'
import type { PageFields } from './page-fields.js'

/** The option `edit` of a page. */
export interface EditOptions {
  /** The rules that the page checks after each edit, besides those of structure: a policy as plain data, as in `rolegraph.policy.json`. */
  readonly policy?: PolicyDocument
  /**
   * The origin of a page that embeds this one, such as `'https://hr.example.com'`. The button Send posts it `{ type: 'rolegraph-changes', changes }`;
   * no other page can receive them.
   */
  readonly origin?: string
}

/** What a page that edits has besides its picture: the org as a document, without the fields that the page does not show. */
export interface EditData {
  readonly org: unknown
  readonly policy: PolicyDocument
  readonly origin: string | null
}

/** The option, checked; `undefined` for a page that does not edit. Throws `INVALID_OPTION`. */
export function editOptions(received: unknown): Required<EditOptions> | undefined {
  if (received === undefined || received === false) return undefined
  const given = givenOptions('The option edit', received === true ? {} : received, ['policy', 'origin'])
  const { policy = {}, origin = '' }: EditOptions = Object.fromEntries(given)
  if (origin !== '' || given.has('origin')) requireOrigin(origin)
  const copy = plainPolicy(policy)
  const fault = policyFault(copy)
  if (fault !== undefined) throw invalidOption('edit', policy, `a policy as plain data; this one ${fault}`)
  return { policy: copy, origin }
}

/** Functions, such as those of a policy for `checkOrg`, are lost in JSON: what is left is no policy. */
function plainPolicy(policy: unknown): PolicyDocument {
  try {
    return JSON.parse(JSON.stringify(policy)) as PolicyDocument
  } catch {
    throw invalidOption('edit', policy, 'a policy as plain data')
  }
}

/** A sentence as part of a message, which has its own full stop. */
function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}

function policyFault(policy: unknown): string | undefined {
  try {
    policyFromDocument(policy, (what, advice = '') => {
      throw new Error([what, advice].map(withoutStop).filter(Boolean).join('. '))
    })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

function requireOrigin(origin: unknown): void {
  if (typeof origin === 'string' && /^https?:\/\/(?:[a-z\d.-]+|\[[a-f\d:]+\])(?::\d+)?$/.test(origin)) return
  throw invalidOption('origin', origin, "an origin such as 'https://hr.example.com', without a path")
}

/** The fields of a role in a document that are always there: the shape of the chart and what a page always shows. */
const SHAPE: readonly string[] = ['id', 'title', 'reportsTo', 'dottedTo', 'progressesTo', 'vacant', 'status']
/** What no edit of a page touches and no rule reads. */
const UNNEEDED: readonly string[] = ['cost', 'data', 'email']
const SOURCES: readonly string[] = ['sources', 'hedge', 'note']

/** What the page needs to edit an org. */
export function editData(org: Org, { policy, origin }: Required<EditOptions>, fields: PageFields): EditData {
  const { roles, units, people, services, rolegraph } = toOrgDocument(org)
  const isKept = (name: string): boolean => {
    if (SHAPE.includes(name)) return true
    if (SOURCES.includes(name)) return fields.has('sources')
    if (name === 'alsoIn') return fields.has('unit')
    return !UNNEEDED.includes(name) && fields.has(name as Parameters<PageFields['has']>[0])
  }
  const without = (value: unknown, hidden: (name: string) => boolean): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).filter(([name]) => !hidden(name)))
  }
  const evidence = (name: string): boolean => SOURCES.includes(name) && !fields.has('sources')
  const edges = (value: unknown): unknown =>
    Array.isArray(value) ? value.map((edge) => without(edge, evidence)) : without(value, evidence)
  const role = (spec: object): unknown =>
    Object.fromEntries(
      Object.entries(spec).flatMap(([name, value]) => {
        if (!isKept(name)) return []
        const isEdge = name === 'reportsTo' || name === 'dottedTo' || name === 'progressesTo'
        return [[name, isEdge ? edges(value) : value]]
      }),
    )
  const person = (spec: object): unknown =>
    without(spec, (name) => UNNEEDED.includes(name) || (name === 'aliases' && !fields.has('aliases')))
  const unit = (spec: object): unknown =>
    without(spec, (name) => evidence(name) || (name === 'aliases' && !fields.has('aliases')))
  return {
    org: {
      rolegraph,
      roles: eachEntry(roles, role),
      ...(units !== undefined && fields.has('unit') && { units: eachEntry(units, unit) }),
      ...(people !== undefined && fields.has('holders') && { people: eachEntry(people, person) }),
      ...(services !== undefined &&
        fields.has('services') &&
        fields.has('unit') && { services: services.map((service) => without(service, evidence)) }),
    },
    policy,
    origin: origin === '' ? null : origin,
  }
}

function eachEntry(entries: object, change: (spec: object) => unknown): unknown {
  if (Array.isArray(entries)) return entries.map(change)
  return Object.fromEntries(Object.entries(entries).map(([id, spec]: [string, object]) => [id, change(spec)]))
}
