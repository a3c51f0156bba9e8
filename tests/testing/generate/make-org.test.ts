import {
  assignmentsOf,
  checkOrg,
  directReportsOf,
  headcountOf,
  headsOf,
  isOrgError,
  linesOf,
  type Org,
  peopleOf,
  roleOf,
  rolesOf,
  seatsOf,
  spansAndLayers,
  starterPolicy,
  topRolesOf,
  unitsOf,
} from 'rolegraph'
import { makeOrg, type MakeOptions } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'

const rowsOf = (org: Org) => rolesOf(org).map((id) => roleOf(org, id))

describe('makeOrg', () => {
  it('makes sound orgs, 10,000 of 10,000', () => {
    const broken: MakeOptions[] = []
    for (let seed = 0; seed < 10_000; seed++) {
      const options = {
        roles: 1 + (seed % 37),
        span: 1 + (seed % 8),
        dotted: (seed % 5) / 4,
        vacancies: (seed % 3) / 2,
        seed,
      }
      if (checkOrg(makeOrg(options)).total > 0) broken.push(options)
    }
    expect(broken).toEqual([])
  })

  it('makes sound orgs with people and units, 2,000 of 2,000', () => {
    const broken: MakeOptions[] = []
    for (let seed = 0; seed < 2_000; seed++) {
      const options = {
        roles: 1 + (seed % 37),
        vacancies: (seed % 3) / 4,
        people: true,
        units: true,
        jobShares: (seed % 4) / 3,
        acting: (seed % 5) / 4,
        coHeads: (seed % 3) / 2,
        alsoIn: (seed % 2) / 2,
        seed,
      }
      const org = makeOrg(options)
      const named = rowsOf(org).filter(({ vacant, holders }) => vacant !== holders.length > 0)
      if (checkOrg(org).total > 0 || named.length !== options.roles) broken.push(options)
    }
    expect(broken).toEqual([])
  })

  it('shares, lends and groups as much as is asked for, and leaves the roles as they are', () => {
    const bare = makeOrg({ roles: 400, vacancies: 0.1, seed: 9 })
    const org = makeOrg({
      roles: 400,
      vacancies: 0.1,
      jobShares: 0.2,
      acting: 0.25,
      coHeads: 1,
      alsoIn: 0.5,
      seed: 9,
    })
    expect(rowsOf(org).map(({ id, title, vacant, reportsTo }) => [id, title, vacant, reportsTo])).toEqual(
      rowsOf(bare).map(({ id, title, vacant, reportsTo }) => [id, title, vacant, reportsTo]),
    )
    const held = rowsOf(org).filter(({ vacant }) => !vacant)
    const shared = held.filter(({ holders }) => holders.length === 2)
    const acting = held.filter(({ id }) => assignmentsOf(org, { role: id })[0]?.kind === 'acting')
    expect(shared.length / held.length).toBeCloseTo(0.2 * 0.75, 1)
    expect(acting.length / held.length).toBeCloseTo(0.25, 1)
    expect(headcountOf(org)).toBe(seatsOf(org) - acting.length)
    expect(unitsOf(org)).toHaveLength(directReportsOf(org, topRolesOf(org)[0]).length)
    for (const unit of unitsOf(org)) expect(headsOf(org, unit)).toHaveLength(2)
    const inTwo = rowsOf(org).filter(({ alsoIn }) => alsoIn.length > 0)
    expect(inTwo.length / 400).toBeGreaterThan(0.3)
    expect(peopleOf(bare)).toEqual([])
    expect(unitsOf(bare)).toEqual([])
  })

  it('names dotted lines, and makes staff lines of roles without reports', () => {
    const options = { roles: 300, dotted: 0.5, staff: 0.3, lineNames: ['project', 'clinical'], seed: 4 }
    const org = makeOrg(options)
    expect(checkOrg(org).total).toBe(0)
    const lines = rolesOf(org).flatMap((id) => linesOf(org, id, { lines: 'all' }))
    const dotted = lines.filter(({ kind }) => kind === 'dotted').map(({ as }) => as)
    expect(new Set(dotted)).toEqual(new Set(['project', 'clinical']))
    const assistants = lines.filter(({ kind, as }) => kind === 'solid' && as === 'assistant')
    const leaves = rolesOf(org).filter((id) => directReportsOf(org, id).length === 0)
    expect(assistants.every(({ from }) => leaves.includes(from))).toBe(true)
    expect(assistants.length / leaves.length).toBeCloseTo(0.3, 1)
    expect(rowsOf(org).map(({ reportsTo, dottedTo }) => [reportsTo, dottedTo])).toEqual(
      rowsOf(makeOrg({ roles: 300, dotted: 0.5, seed: 4 })).map(({ reportsTo, dottedTo }) => [
        reportsTo,
        dottedTo,
      ]),
    )
  })

  it.each<MakeOptions>([
    { lineNames: [7] as never },
    { staff: 2 },
    { acting: -1 },
    { jobShares: 2 },
    { people: 1 as never },
    { units: 'yes' as never },
  ])('refuses %j', (options) => {
    let thrown: unknown
    try {
      makeOrg(options)
    } catch (error) {
      thrown = error
    }
    expect(isOrgError(thrown, 'INVALID_OPTION')).toBe(true)
  })

  it.each<MakeOptions & { roles: number; span: number }>([
    { roles: 1, span: 1, layers: 1 },
    { roles: 7, span: 1, layers: 7 },
    { roles: 7, span: 2, layers: 3 },
    { roles: 7, span: 2, layers: 7 },
    { roles: 13, span: 3, layers: 3 },
    { roles: 500, span: 8, layers: 4 },
    { roles: 585, span: 8, layers: 4 },
    { roles: 300, span: 300, layers: 2 },
    { roles: 2_000, span: 50, layers: 40 },
  ])('has exactly the roles and the layers of %j, and no wider span', ({ roles, span, layers = 0 }) => {
    for (const seed of [1, 2, 3]) {
      const shape = spansAndLayers(makeOrg({ roles, span, layers, seed }))
      expect([shape.roles, shape.layers, shape.tops]).toEqual([roles, layers, 1])
      expect(shape.widestSpan).toBeLessThanOrEqual(span)
    }
  })

  it('fits any number of roles into any number of layers that can hold it', () => {
    const wrong: string[] = []
    for (let span = 1; span <= 4; span++) {
      for (let roles = 1; roles <= 45; roles++) {
        for (let layers = 1, room = 1, width = 1; layers <= roles; layers++, width *= span, room += width) {
          if (room < roles) continue
          const shape = spansAndLayers(makeOrg({ roles, span, layers }))
          if (shape.roles === roles && shape.layers === layers && shape.widestSpan <= span) continue
          wrong.push(`${String(roles)} roles, spans of ${String(span)}, ${String(layers)} layers`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('is the same for the same seed and another for another', () => {
    const options = { roles: 60, dotted: 0.3, vacancies: 0.2 }
    expect(rowsOf(makeOrg({ ...options, seed: 5 }))).toEqual(rowsOf(makeOrg({ ...options, seed: 5 })))
    expect(rowsOf(makeOrg({ ...options, seed: 6 }))).not.toEqual(rowsOf(makeOrg({ ...options, seed: 5 })))
    // The same on every machine, and in the next version too.
    expect(rowsOf(makeOrg({ roles: 4 })).map(({ id, reportsTo, grade }) => [id, reportsTo, grade])).toEqual([
      ['chief-executive-officer-1', undefined, 2],
      [expect.stringMatching(/^delivery-[a-z]+-2$/), 'chief-executive-officer-1', 1],
      [expect.stringMatching(/^finance-[a-z]+-3$/), 'chief-executive-officer-1', 1],
      [expect.stringMatching(/^people-[a-z]+-4$/), 'chief-executive-officer-1', 1],
    ])
  })

  it('has about the shares of dotted lines and vacancies that were asked for', () => {
    const roles = rowsOf(makeOrg({ roles: 4_000, dotted: 0.25, vacancies: 0.1 }))
    const dotted = roles.filter((role) => role.dottedTo.length > 0).length / roles.length
    const vacant = roles.filter((role) => role.vacant).length / roles.length
    expect(dotted).toBeGreaterThan(0.22)
    expect(dotted).toBeLessThan(0.28)
    expect(vacant).toBeGreaterThan(0.08)
    expect(vacant).toBeLessThan(0.12)
    const plain = rowsOf(makeOrg({ roles: 400 }))
    expect(plain.some((role) => role.vacant || role.dottedTo.length > 0)).toBe(false)
  })

  it('keeps the policy to start from', () => {
    const org = makeOrg({ roles: 3_000, span: 12, layers: 6 })
    expect(checkOrg(org, { rules: starterPolicy({ minSpan: 1 }) }).counts).toEqual({})
  })

  it('names roles as real charts do', () => {
    const org = makeOrg({ roles: 30 })
    expect(roleOf(org, topRolesOf(org)[0]).title).toBe('Chief Executive Officer')
    for (const { id, title } of rowsOf(org))
      expect(id).toMatch(new RegExp(`^${title.toLowerCase().replaceAll(' ', '-')}-\\d+$`))
  })

  it('makes a chain of 200,000 layers and an org of 200,000 roles', () => {
    expect(spansAndLayers(makeOrg({ roles: 200_000, span: 1 })).layers).toBe(200_000)
    expect(spansAndLayers(makeOrg({ roles: 200_000, dotted: 0.1 })).roles).toBe(200_000)
  })

  it.each<[MakeOptions, string]>([
    [{ roles: 0 }, 'roles'],
    [{ roles: 1.5 }, 'roles'],
    [{ span: 0 }, 'span'],
    [{ dotted: 2 }, 'dotted'],
    [{ vacancies: -1 }, 'vacancies'],
    [{ seed: 0.5 }, 'seed'],
    [{ roles: 8, span: 2, layers: 3 }, 'layers'],
    [{ roles: 8, layers: 9 }, 'layers'],
    [{ role: 8 } as MakeOptions, 'role'],
  ])('refuses %j', (options, option) => {
    let thrown: unknown
    try {
      makeOrg(options)
    } catch (error) {
      thrown = error
    }
    expect(isOrgError(thrown, 'INVALID_OPTION') && thrown.details.option).toBe(option)
  })
})
