import { inspect } from 'node:util'
import * as rolegraph from 'rolegraph'
import {
  defineOrg,
  fromGraph,
  isOrgError,
  issuesOf,
  managerOf,
  type Org,
  orgFromRecords,
  rolesOf,
  toGraph,
  walk,
} from 'rolegraph'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { thrownBy } from '../support/thrown-by.js'

const RELATIONS = [
  'reportsTo',
  'dottedTo',
  'progressesTo',
  'memberOf',
  'headOf',
  'partOf',
  'supports',
] as const

/** A spec that uses everything, anew each time, so that one test cannot spoil another. */
function newSpec() {
  return {
    roles: {
      ceo: { title: 'Chief', aliases: ['Boss', { name: 'CE', warning: 'also an engineer' }], grade: 9 },
      director: {
        reportsTo: { to: 'ceo', sources: ['chart'], hedge: 'typically', note: 'n' },
        unit: 'pmo',
        holders: ['Ann', 'Bob'],
        fte: 1.5,
        cost: 10,
        family: 'pmo',
        sources: ['handbook'],
        note: 'note',
        progressesTo: [{ to: 'ceo', years: [3, 5], conditions: ['an opening'], sources: ['s'] }],
      },
      manager: {
        reportsTo: 'director',
        dottedTo: [{ to: 'ceo', sources: ['matrix'] }],
        unit: 'pmo',
        family: 'pmo',
        progressesTo: ['director'],
        certifications: ['PMP'],
        skills: ['planning'],
        minYears: 3,
        data: { tags: ['x'], nested: { list: [{ value: 1 }] } },
      },
      analyst: {
        reportsTo: 'manager',
        progressesTo: { to: 'manager', years: [1] },
        family: 'pmo',
        vacant: true,
      },
    },
    units: {
      company: { title: 'Company', aliases: ['Firm'] },
      pmo: { title: 'PMO', head: 'director', partOf: 'company', sources: ['u'] },
    },
    services: [{ from: 'pmo', to: 'analyst', name: 'templates', sources: ['v'] }],
  }
}

function newRecords() {
  return [
    { id: 'top', manager: null, unit: 'u', holders: ['Ann'], dotted: [], moves: [], data: { list: [1] } },
    {
      id: 'a',
      manager: 'top',
      unit: 'u',
      holders: [],
      dotted: [{ to: 'b', sources: ['s'] }],
      moves: [{ to: 'top', years: [1, 2], conditions: ['c'] }],
      data: { list: [2] },
    },
    { id: 'b', manager: 'c', unit: 'v', holders: ['Bob', 'Cem'], dotted: ['a'], moves: ['a'], data: null },
    { id: 'c', manager: 'b', unit: 'v', holders: null, dotted: [], moves: [], data: { list: [] } },
    { id: 'c', manager: 'nobody', unit: 'v', holders: null, dotted: [], moves: [], data: null },
  ]
}

const FIELDS = {
  id: 'id',
  manager: 'manager',
  unit: 'unit',
  holders: 'holders',
  dotted: 'dotted',
  moves: 'moves',
  data: 'data',
}

// Read like files: what is tested here is what happens to any value.
const define = defineOrg as (spec: object) => Org
const read = orgFromRecords as (records: Iterable<object>, options: object) => Org

/** What makes or describes something and asks no org. */
const NO_QUERIES: ReadonlySet<string> = new Set([
  'OrgError',
  'changesBetween',
  'defineOrg',
  'describeChange',
  'erasePeople',
  'figuresOf',
  'formatIssues',
  'fromGraph',
  'gradeAboveReports',
  'graphKeyOf',
  'historyFromDocument',
  'historyFromRecords',
  'historyFromSnapshots',
  'historyIssuesOf',
  'isOrgError',
  'makeIssue',
  'managerAt',
  'marksOf',
  'maxLayers',
  'maxSpan',
  'mergeOrgs',
  'minSpan',
  'orgFromColumns',
  'orgFromDocument',
  'noManagerOfFormerPost',
  'noSingleReport',
  'noVacantManager',
  'oneTop',
  'orgFromRecords',
  'policy',
  'starterPolicy',
  'tenureOf',
  'timelineOf',
  'toHistoryDocument',
  'transferListOf',
  'unpackOrg',
])

type Answers = ReadonlyMap<string, unknown>

/** Every query that is exported, asked in every way that it answers to. */
function answersOf(org: Org): Answers {
  const ids = rolesOf(org)
  const last = ids[ids.length - 1]
  const measure = (): number => 1
  const ways: readonly (readonly unknown[])[] = [
    [org],
    [org, last],
    [org, ids[1]],
    [org, ids[1], { lines: 'all' }],
    [org, last, ids[0]],
    [org, last, ids[0], { lines: 'all' }],
    [org, [last, ids[1]]],
    [org, 'pmo'],
    [org, '2026-03-31'],
    [org, 'u'],
    [org, measure],
    [org, { lines: 'all' }],
    [org, last, { relations: RELATIONS, direction: 'both' }],
    [org, { rules: [] }],
    [org, org],
    [org, []],
    [org, () => true],
    [org, 'Ann'],
    [org, 'Ann', 'Bob'],
    [org, { person: 'Ann' }],
    [org, { role: last }],
    [org, 0],
    [org, 2],
    [org, 0, 2],
    [org, [1, 2]],
    [org, new Float64Array(ids.length).fill(1)],
  ]
  const answers = new Map<string, unknown>()
  for (const [name, query] of Object.entries<unknown>(rolegraph)) {
    if (typeof query !== 'function' || NO_QUERIES.has(name)) continue
    for (const [way, args] of ways.entries()) {
      try {
        answers.set(`${name} ${String(way)}`, settled(Reflect.apply(query, undefined, args)))
      } catch (error) {
        // Not every query answers to every way; but it says so, and never with an error that is none of ours.
        if (!isOrgError(error)) throw new Error(`${name} failed in way ${String(way)}`, { cause: error })
      }
    }
  }
  return answers
}

/** A lazy answer, taken; anything else as it is. */
function settled(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !(Symbol.iterator in answer)) return answer
  const taken = (): unknown[] => Array.from(answer as Iterable<unknown>)
  if ('toInt32Array' in answer) return { view: answer, handles: taken() }
  return 'next' in answer ? taken() : answer
}

/** The whole of an answer as text. */
function picture(answers: Answers): string {
  const parts = [...answers].map(([name, answer]) => {
    const exported = answer instanceof Object && 'export' in answer && typeof answer.export === 'function'
    const shown: unknown = exported ? (answer as { export: () => unknown }).export() : answer
    return `${name}: ${inspect(shown, { depth: Infinity, maxArrayLength: Infinity, showHidden: true })}`
  })
  return parts.join('\n')
}

/** Changes everything that can be changed in a value and in all that it leads to; says how much it was. */
function spoil(value: unknown): number {
  const seen = new Set<object>()
  const open = [value]
  let changes = 0
  const attempt = (change: () => boolean): void => {
    try {
      if (change()) changes++
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  for (const next of open) {
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    const keys = Reflect.ownKeys(next)
    for (const key of keys) open.push(Reflect.get(next, key))
    if (next instanceof Map) open.push(...next.keys(), ...next.values())
    for (const key of keys) attempt(() => Reflect.set(next, key, key === 'length' ? 0 : 'spoilt'))
    for (const key of keys) attempt(() => Reflect.deleteProperty(next, key) && key !== 'length')
    attempt(() => Reflect.set(next, 'spoilt', true))
    attempt(() => Object.isExtensible(next) && Reflect.setPrototypeOf(next, null))
    if (Array.isArray(next)) attempt(() => Array.prototype.push.call(next, 'spoilt') > 0)
    if (next instanceof Map || next instanceof Set) {
      next.clear()
      changes++
    }
  }
  return changes
}

const orgs: readonly (readonly [string, () => { readonly org: Org; readonly given: unknown }])[] = [
  [
    'a defined org',
    () => {
      const spec = newSpec()
      return { org: define(spec), given: spec }
    },
  ],
  [
    'an org of records, with its issues',
    () => {
      const records = newRecords()
      const options = { ...FIELDS, onIssue: 'collect' }
      return { org: read(records, options), given: { records, options } }
    },
  ],
  [
    'an org of records, with units',
    () => {
      const records = newRecords().slice(0, 2)
      records[1].dotted = []
      const options = { ...FIELDS, units: { u: { title: 'U', aliases: ['V'], head: 'top', sources: ['s'] } } }
      return { org: read(records, options), given: { records, options } }
    },
  ],
  [
    'an org of a graph',
    () => {
      const graph = toGraph(define(newSpec()))
      return { org: fromGraph(graph), given: graph }
    },
  ],
]

let before: readonly string[]
const builtIns = (): readonly string[] =>
  [Object, Array, Function, Map, Set, String, Number, Promise, Error].flatMap(({ name, prototype }) =>
    Reflect.ownKeys(prototype as object).map((key) => `${name}.${String(key)}`),
  )
beforeAll(() => {
  before = builtIns()
})
afterAll(() => {
  expect(builtIns()).toEqual(before)
})

describe('every exported query', () => {
  it('is called here', () => {
    const asked = new Set([...answersOf(define(newSpec())).keys()].map((way) => way.split(' ')[0]))
    const exported = Object.entries<unknown>(rolegraph).filter(([, value]) => typeof value === 'function')
    const missing = exported.map(([name]) => name).filter((name) => !asked.has(name) && !NO_QUERIES.has(name))
    // A name here needs a way of asking it in answersOf.
    expect(missing).toEqual([])
  })
})

describe.each(orgs)('%s', (_, make) => {
  it('gives the same answer after all of its input is changed', () => {
    const { org, given } = make()
    const expected = picture(answersOf(make().org))
    expect(spoil(given)).toBeGreaterThan(20)
    expect(picture(answersOf(org))).toBe(expected)
  })

  it('gives the same answer where that happens between two calls', () => {
    const { org, given } = make()
    const expected = picture(answersOf(org))
    spoil(given)
    expect(picture(answersOf(org))).toBe(expected)
  })

  it('gives the same answer after all of its results are changed', () => {
    const { org } = make()
    const expected = picture(answersOf(org))
    expect(spoil([...answersOf(org).values()])).toBeGreaterThan(100)
    expect(picture(answersOf(org))).toBe(expected)
    // Once more: now every index that is kept has been built and handed out.
    spoil([...answersOf(org).values()])
    expect(picture(answersOf(org))).toBe(expected)
  })
})

describe('the details of an error', () => {
  it('give no access to the org', () => {
    const records = newRecords()
    const attempt = (): rolegraph.OrgError => thrownBy(() => read(records, FIELDS))
    const expected = inspect(attempt().details, { depth: Infinity })
    spoil(attempt().details)
    expect(inspect(attempt().details, { depth: Infinity })).toBe(expected)
  })

  it('is frozen where an org keeps it', () => {
    const org = read(newRecords(), { ...FIELDS, onIssue: 'collect' })
    const expected = inspect(issuesOf(org), { depth: Infinity })
    spoil([...issuesOf(org)])
    expect(inspect(issuesOf(org), { depth: Infinity })).toBe(expected)
  })
})

describe('the graph of an org', () => {
  it('belongs to the caller: changing it affects neither the org nor the next graph', () => {
    const org = define(newSpec())
    const options = { relations: RELATIONS, direction: 'both' } as const
    const walked = walk(org, 'analyst', options)
    const graph = toGraph(org)
    const expected = graph.export()
    graph.setNodeAttribute('ceo', 'title', 'spoilt')
    graph.dropNode('manager')
    graph.clear()
    expect(toGraph(org).export()).toStrictEqual(expected)
    expect(walk(org, 'analyst', options)).toStrictEqual(walked)
  })
})

describe('an org', () => {
  const org = define(newSpec())

  it('has one property, for comparisons, and is frozen', () => {
    expect(Reflect.ownKeys(org)).toEqual(['content'])
    expect(Object.isFrozen(org)).toBe(true)
    expect(Reflect.set(org, 'x', 1)).toBe(false)
    expect(Reflect.setPrototypeOf(org, null)).toBe(false)
    // The tag of plain objects: lodash calls any two objects with another one unequal.
    expect(Object.prototype.toString.call(org)).toBe('[object Object]')
  })

  it('has a frozen prototype without access to any state', () => {
    const prototype: unknown = Object.getPrototypeOf(org)
    expect(Object.isFrozen(prototype)).toBe(true)
    expect(Reflect.ownKeys(prototype as object)).toEqual([
      'toJSON',
      Symbol.for('rolegraph.Org'),
      Symbol.for('nodejs.util.inspect.custom'),
    ])
    expect(Reflect.get(org, 'constructor')).toBe(Object)
    expect(Object.getPrototypeOf(prototype)).toBe(Object.prototype)
  })

  it.each<[string, () => unknown, string]>([
    ['a copy through JSON', () => JSON.parse(JSON.stringify(org)) as unknown, 'It is an org document'],
    ['a structured clone', () => structuredClone(org), 'It is a copy of an org (structuredClone,'],
    ['a spread', () => ({ ...org }), 'It is a copy of an org ('],
    [
      'a copy with its prototype',
      () =>
        Object.assign(Object.create(Object.getPrototypeOf(org) as object) as object, {
          content: { roles: [], issues: [] },
        }),
      'It is a copy of an org (',
    ],
    ['an object that inherits from it', () => Object.create(org) as unknown, 'It only inherits from an org'],
    [
      'an object with its prototype',
      () => Object.create(Object.getPrototypeOf(org) as object) as unknown,
      'It only inherits from an org',
    ],
    ['a proxy of it', () => new Proxy(org, {}), 'It is a proxy of an org,'],
    ['the spec', () => newSpec(), 'It is a spec: pass it to defineOrg.'],
    ['a promise of it', () => Promise.resolve(org), 'It is a promise: await it.'],
    [
      'the result of a safe parse',
      () => ({ ok: true, org, issues: [] }),
      'It is the result of a safeParse function:',
    ],
    ['nothing', () => undefined, 'Create one with defineOrg or orgFromRecords.'],
    ['null', () => null, 'Create one with defineOrg or orgFromRecords.'],
    ['a string', () => 'org', 'Create one with defineOrg or orgFromRecords.'],
    ['an object of another kind', () => ({}), 'Create one with defineOrg or orgFromRecords.'],
    ['a function', () => defineOrg, 'Create one with defineOrg or orgFromRecords.'],
  ])('is not %s', (_, make, advice) => {
    const received = make()
    const ask = managerOf as (org: unknown, role: string) => unknown
    const error = thrownBy(() => ask(received, 'ceo'))
    expect(isOrgError(error, 'NOT_AN_ORG') && error.details.received).toBe(received)
    expect(error.message).toMatch(/^Expected an Org, received .*\. /)
    expect(error.message).toContain(advice)
  })

  it.each<[string, () => object]>([
    ['a proxy', () => new Proxy(org, {})],
    ['an object that inherits from it', () => Object.create(org) as object],
    ['its prototype', () => Object.getPrototypeOf(org) as object],
  ])('can be printed where it cannot be used: %s', (_, make) => {
    expect(inspect(make())).toContain('Org { not usable')
    expect(thrownBy(() => JSON.stringify(make())).code).toBe('NOT_AN_ORG')
  })
})
