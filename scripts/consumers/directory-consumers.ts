import { type Change, changeOrg, defineOrg, managerOf, type Org, roleOf, rolesOf } from 'rolegraph'
import { toScimPatches } from 'rolegraph/export'
import { safeParseScim, safeParseScimGroups } from 'rolegraph/import'
import type { Consumer, Tools } from './consumer.js'

type Resource = Readonly<Record<string, unknown>>

/** What is used of scimmy. */
interface Scimmy {
  readonly Schemas: {
    readonly User: SchemaClass
    readonly EnterpriseUser: { readonly definition: object }
    readonly Group: SchemaClass
  }
  readonly Messages: {
    readonly PatchOp: new (body: object) => { apply: (resource: Resource) => Promise<Resource | undefined> }
    readonly ListResponse: new (resources: readonly Resource[], params?: object) => object
  }
}

interface SchemaClass {
  new (resource: object, direction?: 'in' | 'out' | 'both'): Resource
  readonly definition: { extend: (extension: object, required?: boolean) => void }
}

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

const chart: Org = defineOrg({
  roles: {
    ceo: { title: 'Chief Executive', holders: ['Ada Byron'], unit: 'Board' },
    cfo: { title: 'Head of "Finance"', reportsTo: 'ceo', holders: ['Roe, Ann'], unit: 'Finance' },
    'a b/c': { title: 'Clerk', reportsTo: 'cfo', holders: ['Bo'], unit: 'Finance' },
    计划: { title: 'Planner', reportsTo: 'a b/c', holders: ['李'] },
    x: { title: 'Assistant', reportsTo: 'ceo', holders: ['Cy'], unit: 'Board' },
  },
  units: { Board: {}, Finance: {} },
})

const changes: readonly Change[] = [
  { do: 'set-manager', role: '计划', manager: 'ceo' },
  { do: 'set-manager', role: 'x', manager: null },
  { do: 'update-role', role: 'cfo', set: { title: 'Größe \\ "quoted"', unit: 'Board' } },
  { do: 'update-role', role: 'a b/c', set: { unit: null } },
]

/** The users of an org as SCIM has them. */
function userOf(org: Org, id: string): Resource {
  const { title, holders, unit } = roleOf(org, id)
  const manager = managerOf(org, id)
  return {
    schemas: [USER, ENTERPRISE],
    id,
    userName: id,
    displayName: holders[0],
    title,
    [ENTERPRISE]: {
      ...(unit !== undefined && { department: unit }),
      ...(manager !== undefined && { manager: { value: manager } }),
    },
  }
}

async function scimmy({ load }: Tools): Promise<readonly string[]> {
  const { default: given } = (await load('scimmy')) as { readonly default: Scimmy }
  const { User, EnterpriseUser, Group } = given.Schemas
  User.definition.extend(EnterpriseUser.definition)
  const users = new Map(rolesOf(chart).map((id) => [id, userOf(chart, id)]))
  for (const { path, body } of toScimPatches(chart, changes).requests) {
    const id = decodeURIComponent(path.replace('/Users/', ''))
    const patched = await new given.Messages.PatchOp(body).apply(new User(users.get(id) ?? {}, 'out'))
    if (patched !== undefined) users.set(id, { ...users.get(id), ...asJson(patched) })
  }
  const resources = [...users.values()].map((user) => new User(user, 'out'))
  const page = JSON.stringify(new given.Messages.ListResponse(resources, { count: resources.length }))
  return [...usersRead(page), ...groupsRead(given, Group)]
}

/** The members of a resource as JSON has them: an attribute that was removed is not among them. */
function asJson(resource: Resource): Resource {
  const copy = JSON.parse(JSON.stringify(resource)) as Resource
  return { title: undefined, [ENTERPRISE]: undefined, ...copy }
}

/** What differs between the chart after the changes and the users of the server. */
function usersRead(page: string): readonly string[] {
  const { org: after } = changeOrg(chart, changes)
  const read = safeParseScim(page)
  if (!read.ok) return read.issues.map(({ message }) => message)
  return rolesOf(after).flatMap((id) => {
    const [one, other] = [after, read.org].map((org) => {
      const { title, unit, holders } = roleOf(org, id)
      return JSON.stringify({ manager: managerOf(org, id) ?? null, title, unit: unit ?? null, holders })
    })
    return one === other ? [] : [`${id} is ${other}, expected ${one}`]
  })
}

/** Groups as the server writes them are units within each other. */
function groupsRead({ Messages }: Scimmy, Group: SchemaClass): readonly string[] {
  const groups = [
    { id: 'g1', displayName: 'Staff', members: [{ value: 'g2', type: 'Group', display: 'Guides' }] },
    { id: 'g2', displayName: 'Guides', members: [{ value: 'u1', type: 'User', display: 'Ada' }] },
  ].map((group) => new Group(group, 'out'))
  const read = safeParseScimGroups(JSON.stringify(new Messages.ListResponse(groups, { count: 2 })))
  if (!read.ok) return read.issues.map(({ message }) => message)
  const { unit, title } = roleOf(read.org, 'u1')
  return unit === 'g2' && title === 'Ada' ? [] : [`the member is ${title} in ${String(unit)}`]
}

export const consumers: readonly Consumer[] = [
  { name: 'scimmy, PATCH', npm: { scimmy: '1.3.5' }, check: scimmy },
]
