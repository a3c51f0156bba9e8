import {
  assignmentsOf,
  type Change,
  type ChangeKind,
  directReportsOf,
  holdersOf,
  isAbove,
  membersOf,
  roleOf,
  rolesHeldBy,
  servicesOf,
  unitOf,
} from '../../internal.js'
import { type ChangedChart, NAMES } from './changed-chart.js'

const SERVICES = ['advice', 'templates', 'training']

type Maker = (chart: ChangedChart) => Change | undefined

/** Makers of changes that can be applied, by kind; they return `undefined` if the org allows none. Simplest first. */
export const MAKERS: ReadonlyMap<ChangeKind, Maker> = /* @__PURE__ */ new Map<ChangeKind, Maker>([
  ['set-manager', setManager],
  ['update-role', updateRole],
  ['add-role', addRole],
  ['remove-role', removeRole],
  ['rename-role', renameRole],
  ['reorder', reorder],
  ['add-dotted-line', addDottedLine],
  ['remove-dotted-line', removeDottedLine],
  ['add-move', addMove],
  ['update-move', updateMove],
  ['remove-move', removeMove],
  ['assign', assign],
  ['unassign', unassign],
  ['add-unit', addUnit],
  ['update-unit', updateUnit],
  ['remove-unit', removeUnit],
  ['list-people', ({ people }) => (people === undefined ? { do: 'list-people' } : undefined)],
  ['unlist-people', ({ people }) => (people === undefined ? undefined : { do: 'unlist-people' })],
  ['add-person', addPerson],
  ['update-person', updatePerson],
  ['remove-person', removePerson],
  ['add-service', addService],
  ['remove-service', removeService],
])

function setManager(chart: ChangedChart): Change | undefined {
  const { org, roles } = chart
  const role = chart.pick(roles)
  if (role === undefined) return undefined
  const manager = chart.once(6) ? undefined : chart.newManager(role)
  if (manager === undefined) {
    const isTop = roleOf(org, role).reportsTo === undefined
    return isTop ? undefined : { do: 'set-manager', role, manager: null }
  }
  return {
    do: 'set-manager',
    role,
    manager: chart.once(6) ? { to: manager, as: 'assistant' } : manager,
    ...chart.before(roles, role),
  }
}

function updateRole(chart: ChangedChart): Change | undefined {
  const role = chart.pick(chart.roles)
  if (role === undefined) return undefined
  const set = [
    () => ({ title: chart.title() }),
    () => ({ grade: chart.draw(9) + 1 }),
    () => ({ unit: chart.pick(chart.units) ?? null }),
    () => ({ status: 'planned' as const }),
    () => ({ cost: (chart.draw(9) + 1) * 10_000, fte: 1 }),
    () => ({ title: null, grade: null }),
  ][chart.draw(6)]()
  return { do: 'update-role', role, set }
}

function addRole(chart: ChangedChart): Change {
  const { roles, units } = chart
  const manager = chart.pick(roles)
  const unit = chart.once(4) ? chart.pick(units) : undefined
  return {
    do: 'add-role',
    role: chart.fresh('role'),
    spec: {
      title: chart.title(),
      ...(manager !== undefined && { reportsTo: manager }),
      ...(unit !== undefined && { unit }),
    },
    ...chart.before(roles),
  }
}

function removeRole(chart: ChangedChart): Change | undefined {
  const { org, roles } = chart
  const role = chart.pick(roles)
  if (role === undefined) return undefined
  const heir = chart.found(roles, (id) => id !== role && !isAbove(org, role, id))
  const rules = ['lift', 'remove', ...(heir === undefined ? [] : [{ to: heir }])] as const
  const reports = directReportsOf(org, role).length === 0 ? undefined : chart.pick(rules)
  const references =
    heir === undefined ? 'remove' : (chart.pick(['remove', { to: heir }] as const) ?? 'remove')
  return { do: 'remove-role', role, ...(reports !== undefined && { reports }), references }
}

function renameRole(chart: ChangedChart): Change | undefined {
  const role = chart.pick(chart.roles)
  return role === undefined ? undefined : { do: 'rename-role', role, to: chart.fresh('role') }
}

function reorder(chart: ChangedChart): Change | undefined {
  const { roles, units, people = [] } = chart
  const [noun, list] = [['role', roles] as const, ['unit', units] as const, ['person', people] as const][
    chart.draw(3)
  ]
  const moved = chart.pick(list)
  if (moved === undefined || list.length < 2) return undefined
  const before = chart.once(3) ? null : (chart.found(list, (id) => id !== moved) ?? null)
  if (noun === 'role') return { do: 'reorder', role: moved, before }
  return noun === 'unit' ? { do: 'reorder', unit: moved, before } : { do: 'reorder', person: moved, before }
}

function addDottedLine(chart: ChangedChart): Change | undefined {
  const { org, roles } = chart
  const role = chart.pick(roles)
  if (role === undefined) return undefined
  const { reportsTo, dottedTo } = roleOf(org, role)
  const manager = chart.found(
    roles,
    (id) =>
      id !== role && id !== reportsTo && !dottedTo.includes(id) && !isAbove(org, role, id, { lines: 'all' }),
  )
  if (manager === undefined) return undefined
  return {
    do: 'add-dotted-line',
    role,
    manager: chart.once(3) ? { to: manager, as: 'project' } : manager,
  }
}

function removeDottedLine(chart: ChangedChart): Change | undefined {
  const { org, roles } = chart
  const role = chart.found(roles, (id) => roleOf(org, id).dottedTo.length > 0)
  const manager = role === undefined ? undefined : chart.pick(roleOf(org, role).dottedTo)
  if (role === undefined || manager === undefined) return undefined
  return { do: 'remove-dotted-line', role, manager }
}

function addMove(chart: ChangedChart): Change | undefined {
  const { org, roles } = chart
  const role = chart.pick(roles)
  if (role === undefined) return undefined
  const known = new Set(roleOf(org, role).progressesTo.map(({ to }) => to))
  const to = chart.found(roles, (id) => id !== role && !known.has(id))
  if (to === undefined) return undefined
  const years = chart.draw(4)
  return { do: 'add-move', role, move: years === 0 ? to : { to, kind: 'lateral', years: [years, years + 1] } }
}

/** A career move of the org. */
function anyMove(chart: ChangedChart): { readonly role: string; readonly to: string } | undefined {
  const { org, roles } = chart
  const role = chart.found(roles, (id) => roleOf(org, id).progressesTo.length > 0)
  const move = role === undefined ? undefined : chart.pick(roleOf(org, role).progressesTo)
  return role === undefined || move === undefined ? undefined : { role, to: move.to }
}

function updateMove(chart: ChangedChart): Change | undefined {
  const move = anyMove(chart)
  if (move === undefined) return undefined
  const years = chart.draw(4)
  return { do: 'update-move', ...move, set: { years: years === 0 ? null : [years, years + 2] } }
}

function removeMove(chart: ChangedChart): Change | undefined {
  const move = anyMove(chart)
  return move === undefined ? undefined : { do: 'remove-move', ...move }
}

function assign(chart: ChangedChart): Change | undefined {
  const role = chart.pick(chart.roles)
  const person = role === undefined ? undefined : chart.holderFor(role)
  if (role === undefined || person === undefined) return undefined
  return { do: 'assign', role, holder: chart.once(3) ? { person, kind: 'acting' } : person }
}

function unassign(chart: ChangedChart): Change | undefined {
  const { org, roles } = chart
  const role = chart.found(roles, (id) => holdersOf(org, id).length > 0)
  const person = role === undefined ? undefined : chart.pick(holdersOf(org, role))
  if (role === undefined || person === undefined) return undefined
  return { do: 'unassign', role, person }
}

function addUnit(chart: ChangedChart): Change {
  const partOf = chart.once(2) ? chart.pick(chart.units) : undefined
  return {
    do: 'add-unit',
    unit: chart.fresh('unit'),
    spec: { title: chart.title(), ...(partOf !== undefined && { partOf }) },
  }
}

function updateUnit(chart: ChangedChart): Change | undefined {
  const { org, units } = chart
  const unit = chart.pick(units)
  if (unit === undefined) return undefined
  const member = chart.pick(membersOf(org, unit))
  const set = [
    () => ({ title: chart.title() }),
    () => ({ head: member ?? null }),
    () => ({ partOf: null }),
    () => ({ kind: 'department' }),
  ][chart.draw(4)]()
  return { do: 'update-unit', unit, set }
}

function removeUnit(chart: ChangedChart): Change | undefined {
  const { org, units } = chart
  const unit = chart.pick(units)
  if (unit === undefined) return undefined
  const heir = unitOf(org, unit)?.partOf
  return { do: 'remove-unit', unit, references: heir !== undefined && chart.once(2) ? 'lift' : 'remove' }
}

function addPerson(chart: ChangedChart): Change | undefined {
  const name = chart.pick(NAMES)
  if (chart.people === undefined || name === undefined) return undefined
  return { do: 'add-person', person: chart.fresh('person'), spec: { name } }
}

function updatePerson(chart: ChangedChart): Change | undefined {
  const person = chart.pick(chart.people ?? [])
  const name = chart.pick([...NAMES, null])
  if (person === undefined || name === undefined) return undefined
  return { do: 'update-person', person, set: { name } }
}

function removePerson(chart: ChangedChart): Change | undefined {
  const { org, people = [] } = chart
  const person = chart.pick(people)
  if (person === undefined) return undefined
  if (rolesHeldBy(org, person).length === 0) return { do: 'remove-person', person }
  // Somebody who holds none of these roles takes them over.
  const heir = chart.once(2)
    ? chart.found(people, (id) =>
        assignmentsOf(org, { person }).every(({ role }) => !holdersOf(org, role).includes(id)),
      )
    : undefined
  return { do: 'remove-person', person, references: heir === undefined ? 'remove' : { to: heir } }
}

function addService(chart: ChangedChart): Change | undefined {
  const { roles, units } = chart
  const to = chart.pick(roles)
  const from = chart.found([...units, ...roles], (id) => id !== to)
  const name = chart.pick(SERVICES)
  if (to === undefined || from === undefined || name === undefined) return undefined
  return { do: 'add-service', service: { from, to, name } }
}

function removeService(chart: ChangedChart): Change | undefined {
  const service = chart.pick(servicesOf(chart.org))
  if (service === undefined) return undefined
  const { from, to, name } = service
  return { do: 'remove-service', service: { from, to, name } }
}
