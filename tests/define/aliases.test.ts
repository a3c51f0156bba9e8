import { defineOrg, isOrgError, orgFromRecords, roleOf, unitOf } from 'rolegraph'
import { describe, expect, it } from 'vitest'

describe('aliases', () => {
  it('are names, some with a warning', () => {
    const warned = { name: 'Controller', warning: 'an accountant elsewhere' }
    const aliases = ['Planner', warned, 'Scheduler']
    const org = defineOrg({ roles: { planner: { aliases }, other: {} } })
    warned.warning = 'changed'
    aliases.push('later')
    expect(roleOf(org, 'planner').aliases).toEqual(['Planner', 'Controller', 'Scheduler'])
    expect(roleOf(org, 'planner').warnedAliases).toEqual([
      { name: 'Controller', warning: 'an accountant elsewhere' },
    ])
    expect(roleOf(org, 'other')).toMatchObject({ aliases: [] })
    expect(roleOf(org, 'other')).not.toHaveProperty('warnedAliases')
  })

  it('cannot be changed through a record', () => {
    const org = defineOrg({
      roles: { planner: { aliases: [{ name: 'Controller', warning: 'careful' }, 'P'] } },
    })
    const { aliases, warnedAliases = [] } = roleOf(org, 'planner')
    for (const list of [aliases, warnedAliases, warnedAliases[0]]) expect(Object.isFrozen(list)).toBe(true)
  })

  it('without a warning have no warnedAliases', () => {
    const org = defineOrg({ roles: { a: { aliases: ['b'] } }, units: { u: { aliases: ['v'] } } })
    expect(roleOf(org, 'a')).not.toHaveProperty('warnedAliases')
    expect(unitOf(org, 'u')).not.toHaveProperty('warnedAliases')
  })

  it('are read from records as a list, as one name, or not at all', () => {
    const rows = [
      { id: '1', names: ['A', { name: 'B', warning: 'w' }] },
      { id: '2', names: 'C' },
      { id: '3', names: null },
    ]
    const org = orgFromRecords(rows, { id: 'id', aliases: 'names' })
    expect(['1', '2', '3'].map((id) => roleOf(org, id).aliases)).toEqual([['A', 'B'], ['C'], []])
    expect(roleOf(org, '1').warnedAliases).toEqual([{ name: 'B', warning: 'w' }])
  })

  it.each([
    'PMO',
    [7],
    [null],
    [['PMO']],
    ['PMO', { name: 'x' }],
    [{ warning: 'x' }],
    [{ name: 'x', warning: 7 }],
    [Object.create({ name: 'x', warning: 'y' })],
  ] as unknown[])('are refused when they are %j', (aliases) => {
    for (const spec of [{ roles: { a: { aliases } } }, { roles: {}, units: { a: { aliases } } }]) {
      try {
        defineOrg(spec as { roles: { a: object } })
        expect.unreachable()
      } catch (error) {
        if (!isOrgError(error, 'INVALID_ORG')) throw error
        const [issue, ...others] = error.details.issues
        expect(others).toEqual([])
        expect(issue).toMatchObject({ code: 'INVALID_FIELD' })
        const at = Array.isArray(aliases) ? ['aliases', aliases.length - 1] : ['aliases']
        expect(issue.place.path?.slice(2)).toEqual(at)
        expect(issue.message).toMatch(
          Array.isArray(aliases)
            ? /Expected a string or \{ name, warning \}, received/
            : /an array of names, each a string or \{ name, warning \}/,
        )
      }
    }
  })

  it('have types that require a name and a warning', () => {
    // @ts-expect-error -- a warning is missing
    expect(() => defineOrg({ roles: { a: { aliases: [{ name: 'x' }] } } })).toThrow()
    // @ts-expect-error -- there is no such field
    expect(() => defineOrg({ roles: { a: { aliases: [{ name: 'x', warning: 'y', z: 1 }] } } })).toThrow()
  })
})
