import {
  compareRoles,
  defineOrg,
  directReportsOf,
  filledManagerOf,
  isAbove,
  isPersonAbove,
  linesOf,
  managementChainOf,
  managersOf,
  managersOfPerson,
  type Org,
  orgFromRecords,
  rollUp,
  spanOfControlOf,
  spansAndLayers,
  topRolesOf,
  walk,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'

/** A matrix: engineers report to a chapter, and to a project and a clinic by dotted lines of other names. */
const org = defineOrg({
  roles: {
    ceo: { holders: ['Ada'] },
    assistant: { reportsTo: { to: 'ceo', as: 'assistant' } },
    counsel: { reportsTo: { to: 'ceo', as: 'adviser', note: 'part time' } },
    chapter: { reportsTo: 'ceo', holders: [] },
    project: { reportsTo: { to: 'ceo', as: 'project' }, holders: ['Joe'] },
    clinic: { reportsTo: 'ceo', dottedTo: { to: 'project', as: 'project' } },
    engineer: {
      reportsTo: 'chapter',
      dottedTo: [{ to: 'clinic', as: 'clinical', hedge: 'may' }, { to: 'project', as: 'project' }, 'ceo'],
      holders: ['May'],
    },
  },
})

describe('lines of a name', () => {
  it('are part of the lines of a role', () => {
    expect(linesOf(org, 'engineer', { lines: 'all' })).toEqual([
      { from: 'engineer', to: 'chapter', kind: 'solid' },
      { from: 'engineer', to: 'clinic', kind: 'dotted', as: 'clinical', hedge: 'may' },
      { from: 'engineer', to: 'project', kind: 'dotted', as: 'project' },
      { from: 'engineer', to: 'ceo', kind: 'dotted' },
    ])
    expect(linesOf(org, 'counsel')).toEqual([
      { from: 'counsel', to: 'ceo', kind: 'solid', as: 'adviser', note: 'part time' },
    ])
    expect(linesOf(org, 'engineer', { lines: { as: ['project', 'clinical'] } }).map(({ to }) => to)).toEqual([
      'clinic',
      'project',
    ])
  })

  it('are followed alone, solid and dotted ones', () => {
    const lines = { as: 'project' } as const
    expect(managersOf(org, 'engineer', { lines })).toEqual(['project'])
    expect(managementChainOf(org, 'engineer', { lines })).toEqual(['project', 'ceo'])
    expect(directReportsOf(org, 'project', { lines })).toEqual(['clinic', 'engineer'])
    expect(directReportsOf(org, 'ceo', { lines })).toEqual(['project'])
    expect(isAbove(org, 'clinic', 'engineer', { lines })).toBe(false)
    expect(isAbove(org, 'clinic', 'engineer', { lines: { as: ['project', 'clinical'] } })).toBe(true)
    expect(topRolesOf(org, { lines })).toEqual(['ceo', 'assistant', 'counsel', 'chapter'])
    expect(rollUp(org, () => 1, { lines }).of('project')).toBe(3)
  })

  it('are evidence of a comparison, which takes layers from the solid lines', () => {
    expect(compareRoles(org, 'project', 'engineer', { lines: { as: 'project' } })).toEqual({
      relation: 'above',
      by: 'chain',
      because: [{ kind: 'line', line: { from: 'engineer', to: 'project', kind: 'dotted', as: 'project' } }],
    })
    expect(compareRoles(org, 'project', 'engineer', { by: 'layer', lines: { as: 'none' } }).relation).toBe(
      'above',
    )
  })

  it('limit a walk over several relations', () => {
    const relations = ['reportsTo', 'dottedTo'] as const
    const ids = (lines: object): string[] =>
      walk(org, 'engineer', { relations, ...lines }).map(({ id }) => id)
    expect(ids({ lines: { as: 'clinical' } })).toEqual(['clinic'])
    expect(ids({ lines: 'dotted', depth: 1 })).toEqual(['clinic', 'project', 'ceo'])
    expect(ids({ lines: 'solid' })).toEqual(['chapter', 'ceo'])
    expect(ids({})).toEqual(['chapter', 'clinic', 'project', 'ceo'])
    expect(thrownBy(() => ids({ lines: { az: 'x' } })).message).toContain("did you mean 'as'?")
  })

  it('answer for people too', () => {
    const lines = { as: 'project' } as const
    expect(managersOfPerson(org, 'May', { lines })).toEqual(['Joe'])
    expect(managersOfPerson(org, 'May')).toEqual(['Ada'])
    expect(isPersonAbove(org, 'Joe', 'May', { lines })).toBe(true)
    expect(isPersonAbove(org, 'Joe', 'May')).toBe(false)
    expect(filledManagerOf(org, 'engineer', { lines })).toBe('project')
  })

  it('of an unknown manager make their report no top', () => {
    const rows = [
      { id: 'a', boss: { to: 'gone', as: 'project' } },
      { id: 'b', boss: 'gone too' },
    ]
    const broken = orgFromRecords(rows, { id: 'id', manager: 'boss', onIssue: 'collect' })
    expect(topRolesOf(broken)).toEqual([])
    expect(topRolesOf(broken, { lines: { as: 'project' } })).toEqual(['b'])
  })

  it('are the same in any order, and of many sets each one answers for itself', () => {
    const names = Array.from({ length: 20 }, (_, index) => `n${index}`)
    const roles = Object.fromEntries(names.map((as) => [as, { dottedTo: { to: 'top', as } }]))
    const many: Org = defineOrg<string>({ roles: { top: {}, ...roles } })
    for (const as of [...names, ...names])
      expect(directReportsOf(many, 'top', { lines: { as } })).toEqual([as])
    expect(directReportsOf(many, 'top', { lines: { as: ['n2', 'n1'] } })).toEqual(['n1', 'n2'])
    expect(directReportsOf(many, 'top', { lines: { as: ['n1', 'n2', 'n1'] } })).toEqual(['n1', 'n2'])
  })

  it('do not take a list of names for the name of a line', () => {
    const odd = defineOrg({
      roles: { a: {}, b: { reportsTo: { to: 'a', as: '["x"]' } }, c: { reportsTo: { to: 'a', as: 'x' } } },
    })
    expect(directReportsOf(odd, 'a', { lines: { as: '["x"]' } })).toEqual(['b'])
    expect(directReportsOf(odd, 'a', { lines: { as: ['x'] } })).toEqual(['c'])
    expect(directReportsOf(odd, 'a', { lines: { as: ['x', 'x'] } })).toEqual(['c'])
  })
})

describe('staff lines', () => {
  it.each([
    [undefined, 5],
    ['include', 5],
    ['exclude', 3],
    [{ exclude: 'assistant' }, 4],
    [{ exclude: ['project', 'assistant', 'nobody'] }, 3],
    [{ exclude: [] }, 5],
  ] as const)('%j gives the span', (staff, span) => {
    expect(spanOfControlOf(org, 'ceo', staff && { staff })).toBe(span)
    expect(spansAndLayers(org, staff && { staff }).widestSpan).toBe(span)
  })

  it('count where a dotted line joins the two as well', () => {
    const both = defineOrg({ roles: { a: {}, b: { reportsTo: { to: 'a', as: 'adviser' }, dottedTo: 'a' } } })
    expect(spanOfControlOf(both, 'a', { staff: 'exclude' })).toBe(0)
    expect(spanOfControlOf(both, 'a', { staff: 'exclude', lines: 'all' })).toBe(1)
  })

  it('have a layer when they are left out of spans', () => {
    const { tops, layers, rolesPerLayer, managers } = spansAndLayers(org, { staff: 'exclude' })
    expect({ tops, layers, rolesPerLayer, managers }).toEqual({
      tops: 1,
      layers: 3,
      rolesPerLayer: [1, 5, 1],
      managers: 2,
    })
  })

  it.each([
    ['without', "The option staff is 'without'; it can be 'include', 'exclude' or { exclude: name }."],
    [
      'exlude',
      "The option staff is 'exlude'; it can be 'include', 'exclude' or { exclude: name }; did you mean 'exclude'?",
    ],
    [{ exlude: 'assistant' }, "The option staff has no key 'exlude'; did you mean 'exclude'?"],
    [{ exclude: 7 }, 'The option staff.exclude is 7; it can be a name or a list of names.'],
  ])('refuse the option %j', (staff, message) => {
    const errors = [
      thrownBy(() => spanOfControlOf(org, 'ceo', { staff: staff as 'include' })),
      thrownBy(() => spansAndLayers(org, { staff: staff as 'include' })),
    ]
    for (const error of errors) expect(error).toMatchObject({ code: 'INVALID_OPTION', message })
  })
})
