import {
  type Change,
  type ChangeKind,
  directReportsOf,
  holdersOf,
  membersOf,
  roleOf,
  servicesOf,
} from '../../internal.js'
import type { ChangedChart } from './changed-chart.js'

type BrokenMaker = (chart: ChangedChart) => Change | undefined

/** A change of any role. */
function ofRole(make: (role: string, chart: ChangedChart) => Change | undefined): BrokenMaker {
  return (chart) => {
    const role = chart.pick(chart.roles)
    return role === undefined ? undefined : make(role, chart)
  }
}

/** A change of any unit. */
function ofUnit(make: (unit: string, chart: ChangedChart) => Change | undefined): BrokenMaker {
  return (chart) => {
    const unit = chart.pick(chart.units)
    return unit === undefined ? undefined : make(unit, chart)
  }
}

/**
 * Makers of changes that cannot be applied, each with one thing wrong, or `undefined` if the org allows none. Simplest first.
 */
export const BROKEN_MAKERS: readonly (readonly [kind: ChangeKind, make: BrokenMaker])[] =
  /* @__PURE__ */ brokenMakers()

function brokenMakers(): (readonly [kind: ChangeKind, make: BrokenMaker])[] {
  return [
    ['remove-role', (chart) => ({ do: 'remove-role', role: chart.fresh('role') })],
    ['remove-role', removeManager],
    ['set-manager', ofRole((role) => ({ do: 'set-manager', role, manager: role }))],
    ['set-manager', ofRole((role, chart) => ({ do: 'set-manager', role, manager: chart.fresh('role') }))],
    ['set-manager', closeCycle],
    ['update-role', ofRole((role) => ({ do: 'update-role', role, set: { fte: -1 } }))],
    [
      'update-role',
      ofRole((role, chart) => ({ do: 'update-role', role, set: { unit: chart.fresh('unit') } })),
    ],
    ['add-role', ofRole((role) => ({ do: 'add-role', role }))],
    ['rename-role', ofRole((role) => ({ do: 'rename-role', role, to: role }))],
    ['reorder', ofRole((role, chart) => ({ do: 'reorder', role, before: chart.fresh('role') }))],
    ['add-dotted-line', ofRole((role) => ({ do: 'add-dotted-line', role, manager: role }))],
    ['remove-dotted-line', removeMissingLine],
    ['add-move', ofRole((role) => ({ do: 'add-move', role, move: role }))],
    ['update-move', ofRole((role) => ({ do: 'update-move', role, to: role, set: { note: 'a' } }))],
    ['remove-move', ofRole((role) => ({ do: 'remove-move', role, to: role }))],
    ['assign', assignUnknown],
    ['unassign', unassignOther],
    ['add-unit', ofUnit((unit) => ({ do: 'add-unit', unit }))],
    ['update-unit', ofUnit((unit) => ({ do: 'update-unit', unit, set: { partOf: unit } }))],
    ['remove-unit', removeUsedUnit],
    ['add-person', addKnownPerson],
    [
      'update-person',
      (chart) => ({ do: 'update-person', person: chart.fresh('person'), set: { name: 'A' } }),
    ],
    ['remove-person', (chart) => ({ do: 'remove-person', person: chart.fresh('person') })],
    [
      'add-service',
      ofRole((from, chart) => ({
        do: 'add-service',
        service: { from, to: chart.fresh('role'), name: 'advice' },
      })),
    ],
    ['remove-service', removeMissingService],
  ]
}

function removeManager(chart: ChangedChart): Change | undefined {
  const role = chart.found(chart.roles, (id) => directReportsOf(chart.org, id).length > 0)
  return role === undefined ? undefined : { do: 'remove-role', role, references: 'remove' }
}

function closeCycle(chart: ChangedChart): Change | undefined {
  const role = chart.found(chart.roles, (id) => directReportsOf(chart.org, id).length > 0)
  const report = role === undefined ? undefined : chart.pick(directReportsOf(chart.org, role))
  return role === undefined || report === undefined ? undefined : { do: 'set-manager', role, manager: report }
}

function removeMissingLine(chart: ChangedChart): Change | undefined {
  const role = chart.pick(chart.roles)
  if (role === undefined) return undefined
  const { dottedTo } = roleOf(chart.org, role)
  const manager = chart.found(chart.roles, (id) => !dottedTo.includes(id))
  return manager === undefined ? undefined : { do: 'remove-dotted-line', role, manager }
}

/** Assigns an unknown person or, if holders are names, somebody who holds the role already. */
function assignUnknown(chart: ChangedChart): Change | undefined {
  const { org, roles, people } = chart
  const role = chart.found(roles, (id) => people !== undefined || holdersOf(org, id).length > 0)
  if (role === undefined) return undefined
  const holder = people === undefined ? chart.pick(holdersOf(org, role)) : chart.fresh('person')
  return holder === undefined ? undefined : { do: 'assign', role, holder }
}

function unassignOther(chart: ChangedChart): Change | undefined {
  const role = chart.pick(chart.roles)
  const person = role === undefined ? undefined : chart.holderFor(role)
  return role === undefined || person === undefined ? undefined : { do: 'unassign', role, person }
}

function removeUsedUnit(chart: ChangedChart): Change | undefined {
  const unit = chart.found(chart.units, (id) => membersOf(chart.org, id).length > 0)
  return unit === undefined ? undefined : { do: 'remove-unit', unit }
}

function addKnownPerson(chart: ChangedChart): Change | undefined {
  const person = chart.people === undefined ? chart.fresh('person') : chart.pick(chart.people)
  return person === undefined ? undefined : { do: 'add-person', person }
}

function removeMissingService(chart: ChangedChart): Change | undefined {
  const to = chart.pick(chart.roles)
  if (to === undefined || servicesOf(chart.org).some(({ name }) => name === 'parking')) return undefined
  return { do: 'remove-service', service: { from: to, to, name: 'parking' } }
}
