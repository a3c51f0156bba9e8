import { defineOrg, isOrgError, orgFromRecords, type Relation, walk, type WalkOptions } from 'rolegraph'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const office = defineOrg({
  roles: {
    ceo: {},
    director: { reportsTo: 'ceo', unit: 'pmo' },
    lead: { reportsTo: 'director', dottedTo: 'ceo', progressesTo: 'director', unit: 'pmo' },
    planner: { reportsTo: 'director', progressesTo: ['lead', 'analyst'] },
    analyst: { reportsTo: 'lead', progressesTo: 'planner', unit: 'pmo' },
    clerk: {},
  },
  units: { house: {}, pmo: { head: 'director', partOf: 'house' } },
  services: [
    { from: 'pmo', to: 'planner', name: 'templates' },
    { from: 'clerk', to: 'ceo', name: 'minutes' },
  ],
})

type Start = 'ceo' | 'director' | 'lead' | 'planner' | 'analyst' | 'clerk' | 'house' | 'pmo'

function walked(start: Start, options: WalkOptions): string[] {
  return walk(office, start, options).map(({ id, depth }) => `${id} ${String(depth)}`)
}

describe('walk', () => {
  it.each<[Start, WalkOptions, string[]]>([
    ['analyst', { relations: ['reportsTo'] }, ['lead 1', 'director 2', 'ceo 3']],
    ['analyst', { relations: ['reportsTo', 'dottedTo'] }, ['lead 1', 'director 2', 'ceo 2']],
    // The order of the relations in the option changes nothing.
    ['analyst', { relations: ['dottedTo', 'reportsTo'] }, ['lead 1', 'director 2', 'ceo 2']],
    ['director', { relations: ['reportsTo'], direction: 'in' }, ['lead 1', 'planner 1', 'analyst 2']],
    [
      'director',
      { relations: ['reportsTo'], direction: 'both' },
      ['lead 1', 'planner 1', 'ceo 1', 'analyst 2'],
    ],
    ['planner', { relations: ['progressesTo'] }, ['lead 1', 'analyst 1', 'director 2']],
    ['analyst', { relations: ['memberOf', 'partOf'] }, ['pmo 1', 'house 2']],
    ['analyst', { relations: ['memberOf', 'supports'] }, ['pmo 1', 'planner 2']],
    [
      'house',
      { relations: ['partOf', 'headOf', 'memberOf'], direction: 'in' },
      ['pmo 1', 'director 2', 'lead 2', 'analyst 2'],
    ],
    ['pmo', { relations: ['headOf'], direction: 'in' }, ['director 1']],
    ['pmo', { relations: ['reportsTo'] }, []],
    ['clerk', { relations: ['reportsTo'], direction: 'both' }, []],
    ['clerk', { relations: ['supports'] }, ['ceo 1']],
    ['analyst', { relations: [] }, []],
    ['analyst', { relations: ['reportsTo', 'reportsTo'], depth: 1 }, ['lead 1']],
    ['analyst', { relations: ['reportsTo'], depth: 0 }, []],
    ['analyst', { relations: ['reportsTo'], depth: 2 }, ['lead 1', 'director 2']],
    ['analyst', { relations: ['reportsTo'], depth: Infinity }, ['lead 1', 'director 2', 'ceo 3']],
    [
      'ceo',
      { relations: ['reportsTo'], direction: 'in', mode: 'dfs' },
      ['director 1', 'lead 2', 'analyst 3', 'planner 2'],
    ],
    [
      'ceo',
      { relations: ['reportsTo'], direction: 'in', mode: 'dfs', depth: 2 },
      ['director 1', 'lead 2', 'planner 2'],
    ],
  ])('from %s with %j', (start, options, expected) => {
    expect(walked(start, options)).toEqual(expected)
  })

  it('tells roles from units', () => {
    expect(walk(office, 'lead', { relations: ['memberOf', 'supports'], depth: 2 })).toEqual([
      { id: 'pmo', kind: 'unit', depth: 1 },
      { id: 'planner', kind: 'role', depth: 2 },
    ])
  })

  it('tells the kinds apart by type', () => {
    for (const reached of walk(office, 'lead', { relations: ['memberOf'] })) {
      const unit: 'house' | 'pmo' | undefined = reached.kind === 'unit' ? reached.id : undefined
      expect(unit).toBe('pmo')
    }
  })

  it('finds a near role by its short path, even if the search takes a long one first', () => {
    const rows = [
      { id: 'a', to: ['b', 'd'] },
      { id: 'b', to: ['c'] },
      { id: 'c', to: ['d'] },
      { id: 'd', to: ['e'] },
      { id: 'e', to: ['a'] },
    ]
    const org = orgFromRecords(rows, { id: 'id', moves: 'to' })
    const relations = ['progressesTo'] as const
    const near = walk(org, 'a', { relations, mode: 'dfs', depth: 2 })
    expect(near.map(({ id, depth }) => [id, depth])).toEqual([
      ['b', 1],
      ['c', 2],
      ['d', 1],
      ['e', 2],
    ])
    expect(walk(org, 'a', { relations }).map(({ id }) => id)).toEqual(['b', 'd', 'c', 'e'])
  })

  it('does not take a path that leads beyond the depth', () => {
    const rows = [
      { id: 'a', to: ['b', 'e'] },
      { id: 'b', to: ['x'] },
      { id: 'x', to: ['y'] },
      { id: 'y', to: ['d'] },
      { id: 'e', to: ['d'] },
      { id: 'd', to: [] },
    ]
    const org = orgFromRecords(rows, { id: 'id', moves: 'to' })
    const search = { relations: ['progressesTo'], mode: 'dfs' } as const
    const ids = (options: WalkOptions): string[] => walk(org, 'a', options).map(({ id }) => id)
    expect(ids({ ...search, depth: 2 })).toEqual(['b', 'x', 'e', 'd'])
    expect(ids(search)).toEqual(['b', 'x', 'y', 'd', 'e'])
  })

  it('follows a branch to its end before it takes the next neighbour', () => {
    const rows = [
      { id: 'a', to: ['b', 'z'] },
      { id: 'b', to: ['p', 'q'] },
      { id: 'p', to: ['z'] },
      { id: 'q', to: [] },
      { id: 'z', to: [] },
    ]
    const org = orgFromRecords(rows, { id: 'id', moves: 'to' })
    const from = (start: string, direction: 'out' | 'in' | 'both'): string =>
      walk(org, start, { relations: ['progressesTo'], mode: 'dfs', direction })
        .map(({ id }) => id)
        .join(' ')
    expect(from('a', 'out')).toBe('b p z q')
    // Against the edges z is reached from a and p, and p from b.
    expect(from('z', 'in')).toBe('a p b')
    // Against the edges first: from b to a, from there to z, from z to p; then q.
    expect(from('b', 'both')).toBe('a z p q')
  })

  it('keeps input order for ids that look like numbers', () => {
    const rows = ['10', '9', '007', '7'].map((id) => ({ id, boss: id === '10' ? null : '10' }))
    const org = orgFromRecords(rows, { id: 'id', manager: 'boss' })
    for (const mode of ['bfs', 'dfs'] as const) {
      const reached = walk(org, '10', { relations: ['reportsTo'], direction: 'in', mode })
      expect(reached.map(({ id }) => id)).toEqual(['9', '007', '7'])
    }
  })

  it('ends on cycles and leaves the start out', () => {
    const rows = [
      { id: 'a', boss: 'b' },
      { id: 'b', boss: 'a' },
      { id: 'c', boss: 'c' },
    ]
    const org = orgFromRecords(rows, { id: 'id', manager: 'boss', onIssue: 'collect' })
    for (const mode of ['bfs', 'dfs'] as const) {
      for (const direction of ['out', 'in', 'both'] as const) {
        const options = { relations: ['reportsTo'], mode, direction } as const
        expect(walk(org, 'a', options)).toEqual([{ id: 'b', kind: 'role', depth: 1 }])
        expect(walk(org, 'c', options)).toEqual([])
      }
    }
  })

  it('gives the same answer whichever walks came before', () => {
    const sets: Relation[][] = [
      ['reportsTo'],
      ['dottedTo'],
      ['progressesTo'],
      ['memberOf'],
      ['headOf'],
      ['reportsTo', 'memberOf'],
    ]
    const answers = (): string[][] => sets.map((relations) => walked('lead', { relations }))
    const first = answers()
    expect(first[5]).toEqual(['director 1', 'pmo 1', 'ceo 2'])
    expect(answers()).toEqual(first)
  })

  it('reaches through a chain thirty thousand deep', () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => ({ id: `r${String(index)}`, boss: index }))
    const manager = ({ boss }: { boss: number }): string | null =>
      boss === 0 ? null : `r${String(boss - 1)}`
    const org = orgFromRecords(rows, { id: 'id', manager })
    for (const mode of ['bfs', 'dfs'] as const) {
      const reached = walk(org, 'r0', { relations: ['reportsTo'], direction: 'in', mode })
      expect(reached.at(-1)).toEqual({ id: 'r29999', kind: 'role', depth: 29_999 })
    }
  })

  it.each<[unknown, string]>([
    [undefined, 'relations'],
    [{}, 'relations'],
    [{ relations: 'reportsTo' }, 'relations'],
    [{ relations: ['reportTo'] }, 'relations'],
    [{ relations: ['constructor'] }, 'relations'],
    [{ relations: [undefined] }, 'relations'],
    [{ relations: [], direction: 'up' }, 'direction'],
    [{ relations: [], direction: null }, 'direction'],
    [{ relations: [], mode: 'BFS' }, 'mode'],
    [{ relations: [], depth: -1 }, 'depth'],
    [{ relations: [], depth: 1.5 }, 'depth'],
    [{ relations: [], depth: NaN }, 'depth'],
    [{ relations: [], depth: '1' }, 'depth'],
    [{ relations: [], dept: 1 }, 'dept'],
    [null, 'options'],
    [['reportsTo'], 'options'],
    ['reportsTo', 'options'],
  ])('refuses the options %j', (options, option) => {
    const error = thrownBy(() => Reflect.apply(walk, undefined, [office, 'ceo', options]))
    if (!isOrgError(error, 'INVALID_OPTION')) throw new Error('expected INVALID_OPTION', { cause: error })
    expect(error.details.option).toBe(option)
  })

  it('suggests the relation that was meant, and the role', () => {
    const options: unknown = { relations: ['reportTo'] }
    const typo = thrownBy(() => Reflect.apply(walk, undefined, [office, 'ceo', options]))
    expect(String(typo)).toContain("did you mean 'reportsTo'?")
    const unknown = thrownBy(() => Reflect.apply(walk, undefined, [office, 'leed', { relations: [] }]))
    expect(isOrgError(unknown, 'UNKNOWN_ROLE') && unknown.details.nearest).toBe('lead')
  })
})

describe('walk and a naive search agree', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'] as const
  const targets = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 })
  const rowsOf = fc.tuple(
    ...ids.map((id) => fc.record({ id: fc.constant(id), dotted: targets, moves: targets })),
  )

  it.each(['out', 'in', 'both'] as const)('in direction %s', (direction) => {
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: 0, max: 4 }), (rows, depth) => {
        const org = orgFromRecords(rows, { id: 'id', dotted: 'dotted', moves: 'moves', onIssue: 'collect' })
        const relations = ['dottedTo', 'progressesTo'] as const
        const expected = naiveDistances(rows, direction, depth)
        for (const mode of ['bfs', 'dfs'] as const) {
          const reached = walk(org, 'a', { relations, direction, mode, depth })
          expect(new Map(reached.map((stop) => [stop.id, stop.depth]))).toEqual(expected)
          expect(reached.length).toBe(expected.size)
        }
        const distances = walk(org, 'a', { relations, direction, depth }).map((stop) => stop.depth)
        expect(distances).toEqual(distances.toSorted())
      }),
    )
  })
})

describe('walk in depth and a recursive search agree', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const
  const targets = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 })
  const rowsOf = fc.tuple(
    ...ids.map((id) => fc.record({ id: fc.constant(id), dotted: targets, moves: targets })),
  )

  it.each(['out', 'in', 'both'] as const)('in direction %s', (direction) => {
    fc.assert(
      fc.property(rowsOf, fc.constantFrom(1, 2, 3, 9), (rows, depth) => {
        const org = orgFromRecords(rows, { id: 'id', dotted: 'dotted', moves: 'moves', onIssue: 'collect' })
        const reached = walk(org, 'a', {
          relations: ['progressesTo', 'dottedTo'],
          mode: 'dfs',
          direction,
          depth,
        })
        expect(reached.map(({ id }) => id)).toEqual(
          naiveOrder(rows, direction, naiveDistances(rows, direction, depth)),
        )
      }),
      { numRuns: 500 },
    )
  })
})

/** Depth-first search as it is defined: visit a role, then search from each neighbour that is not yet visited. */
function naiveOrder(
  rows: readonly Row[],
  direction: string,
  within: ReadonlyMap<string, number>,
): readonly string[] {
  // By relation, then in input order; no line and no move leads to the role itself.
  const pairs = (['dotted', 'moves'] as const).flatMap((relation) =>
    rows.flatMap((row) => row[relation].filter((to) => to !== row.id).map((to) => [row.id, to] as const)),
  )
  const neighbours = (id: string): string[] => [
    ...(direction === 'out' ? [] : pairs.filter(([, to]) => to === id).map(([from]) => from)),
    ...(direction === 'in' ? [] : pairs.filter(([from]) => from === id).map(([, to]) => to)),
  ]
  const visited: string[] = []
  const visit = (id: string): void => {
    visited.push(id)
    for (const next of neighbours(id)) if (!visited.includes(next) && within.has(next)) visit(next)
  }
  visit('a')
  return visited.slice(1)
}

interface Row {
  readonly id: string
  readonly dotted: readonly string[]
  readonly moves: readonly string[]
}

function naiveDistances(rows: readonly Row[], direction: string, depth: number): Map<string, number> {
  const pairs = rows.flatMap(({ id, dotted, moves }) => [...dotted, ...moves].map((to) => [id, to]))
  const distances = new Map([['a', 0]])
  for (let distance = 1; distance <= depth; distance++) {
    for (const id of [...distances.keys()]) {
      for (const [from, to] of pairs) {
        if (direction !== 'in' && from === id && !distances.has(to)) distances.set(to, distance)
        if (direction !== 'out' && to === id && !distances.has(from)) distances.set(from, distance)
      }
    }
  }
  distances.delete('a')
  return distances
}

function thrownBy(action: () => unknown): unknown {
  try {
    action()
  } catch (error) {
    return error
  }
  return undefined
}
