import { Worker } from 'node:worker_threads'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import {
  assignmentsOf,
  checkOrg,
  defineOrg,
  isOrgError,
  issuesOf,
  managementChainOf,
  managerOf,
  type Org,
  orgFromRecords,
  orphansOf,
  packOrg,
  type PackedOrg,
  roleOf,
  rolesOf,
  spansAndLayers,
  transferListOf,
  transitiveReportsOf,
  unpackOrg,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { afterAll, describe, expect, expectTypeOf, it } from 'vitest'
import { anyDocument } from '../support/any-document.js'
import { orgOfChart } from '../support/chart-record.js'
import { everythingOf } from '../support/everything-of.js'
import { office } from '../support/office.js'
import { forestCharts, tangledCharts } from '../support/org-arbitraries.js'
import { thrownBy } from '../support/thrown-by.js'

/** An org as it arrives in another thread, with its buffers moved. */
function sent(org: Org): Org {
  const packed = packOrg(org)
  const copy = structuredClone(packed)
  expect(copy).toEqual(packed)
  return unpackOrg(structuredClone(packed, { transfer: transferListOf(packed) }))
}

function expectSame(received: Org, org: Org): void {
  expect(rolesOf(received)).toEqual(rolesOf(org))
  expect(received).toEqual(org)
  expect(issuesOf(received)).toEqual(issuesOf(org))
  expect(orphansOf(received)).toEqual(orphansOf(org))
  expect(everythingOf(received)).toEqual(everythingOf(org))
  expect(spansAndLayers(received)).toEqual(spansAndLayers(org))
  expect(checkOrg(received)).toEqual(checkOrg(org))
}

/** Data that structured clone keeps and JSON mostly does not. */
const anyData = fc.oneof(
  fc.jsonValue(),
  fc.anything({
    withBigInt: true,
    withSparseArray: true,
    maxDepth: 3,
    values: [
      fc.double(),
      fc.bigInt(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.constant(-0),
    ],
  }),
)

/** Charts with whatever can be wrong in them. */
const brokenDocuments = anyDocument.chain((document) => {
  const id = fc.oneof(fc.constantFrom(...document.roles.map((role) => role.id)), fc.string({ maxLength: 3 }))
  const changes = fc.array(
    fc.tuple(
      fc.nat(document.roles.length - 1),
      fc.oneof(
        fc.record({ reportsTo: fc.oneof(id, fc.nat(9)) }),
        fc.record({ dottedTo: fc.array(id, { maxLength: 3 }) }),
        fc.record({ progressesTo: fc.array(id, { maxLength: 3 }) }),
        fc.record({ unit: id }),
        fc.record({ grade: fc.constant('high') }),
        fc.record({ data: anyData }),
      ),
    ),
    { maxLength: 6 },
  )
  return changes.map((list) => {
    const roles = document.roles.map((role) => ({ ...role }))
    for (const [index, change] of list) Object.assign(roles[index], change)
    return { ...document, roles: [...roles, ...roles.slice(0, list.length % 2)] }
  })
})

const anyOrg: fc.Arbitrary<Org> = fc.oneof(
  anyDocument.map((document) => defineOrg(document as never, { onIssue: 'collect' })),
  brokenDocuments.map((document) => defineOrg(document as never, { onIssue: 'collect' })),
  forestCharts.map(orgOfChart),
  tangledCharts.map(orgOfChart),
)

describe('unpackOrg of packOrg', () => {
  it('gives an equal org, of any chart', () => {
    fc.assert(
      fc.property(anyOrg, (org) => {
        expectSame(sent(org), org)
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same document of a sound chart, and can be sent on', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const org = defineOrg<string, string, unknown>(document as never)
        const again = sent(sent(org))
        expect(toOrgDocument(again)).toEqual(toOrgDocument(org))
      }),
    )
  })

  it.each([
    ['no role', {}],
    ['one role', { a: {} }],
    [
      'ids with half a surrogate pair',
      { '\ud83d': {}, '\ude00': { reportsTo: '\ud83d' }, a: { title: '\udfff' } },
    ],
    [
      'ids beyond ASCII',
      { Zürich: {}, 社長: { reportsTo: 'Zürich' }, '🙂': { title: '\ufeffBOM', family: '' } },
    ],
    ['ids of Object.prototype', { ['__proto__']: {}, constructor: { reportsTo: '__proto__' }, '': {} }],
    ['a self-managed role', { a: { reportsTo: 'a' }, b: { reportsTo: 'c' }, c: { reportsTo: 'b' } }],
    ['managers that are not there', { a: { reportsTo: 'x' }, b: { reportsTo: { to: 'y', note: 'n' } } }],
    [
      'a gap in every column',
      { a: {}, b: { title: 'B', grade: -0, holders: [], vacant: true, fte: 0 }, c: {} },
    ],
  ])('keeps a chart with %s', (_name, roles) => {
    const spec: object = { roles }
    const org = defineOrg<string>(spec as never, { onIssue: 'collect' })
    expectSame(sent(org), org)
  })

  it('keeps people and the terms of their assignments', () => {
    const roles = {
      lead: { holders: ['ada'] },
      clerk: { reportsTo: 'lead', holders: [{ person: 'joe', share: 0.5, from: '2026-01-01' }, 'ada'] },
    } as const
    const org = defineOrg({ roles, people: { ada: { name: 'Ada', data: { badge: 7 } }, joe: {} } })
    const again = unpackOrg(structuredClone(packOrg(org)))
    expect(again).toEqual(org)
    expect(assignmentsOf(again, { person: 'joe' })).toEqual(assignmentsOf(org, { person: 'joe' }))
    expect(toOrgDocument(unpackOrg(packOrg(defineOrg({ roles: { a: {} }, people: {} }))))).toHaveProperty(
      'people',
      {},
    )
  })

  it('refuses a holder who is not among the people', () => {
    const packed = packOrg(defineOrg({ roles: { lead: { holders: ['ada'] } }, people: { ada: {} } }))
    const org = unpackOrg({ ...packed, columns: { ...packed.columns, people: { json: '[{"id":"joe"}]' } } })
    expect(() => roleOf(org, 'lead')).toThrow('holders who are among the people')
  })

  it('keeps data that JSON cannot hold', () => {
    const shared = [1, 2]
    const data: readonly unknown[] = [
      10n,
      NaN,
      -Infinity,
      -0,
      null,
      { none: undefined, big: 1n },
      [undefined],

      [, 1],
      Object.assign(['x'], { name: 'named' }),

      Object.assign([,], { name: 'as many names as holes' }),
      { one: shared, two: shared },
      { ['__proto__']: 1 },
      new Array<unknown>(3),
    ]
    const rows = data.map((value, index) => ({ id: String(index), value }))
    const org = orgFromRecords(rows, { id: 'id', data: 'value' })
    const again = sent(org)
    for (const id of rolesOf(org)) {
      const [given, received] = [org, again].map((each) => roleOf(each, id).data)
      expect(received).toStrictEqual(given)
    }
    expect(Object.isFrozen(roleOf(again, '10').data)).toBe(true)
  })

  it('has its own copy', () => {
    const org = defineOrg({
      roles: { a: {}, b: { reportsTo: 'a', dottedTo: [], grade: 2, title: 'B', data: { big: [1n] } } },
    })
    const packed = packOrg(org)
    const again = unpackOrg(packed)
    for (const buffer of transferListOf(packed)) new Uint8Array(buffer).fill(1)
    const values = packed.columns['data'] as { values: unknown[] }
    values.values[0] = 'changed'
    expectSame(again, org)
    expect(managerOf(org, 'b')).toBe('a')
  })

  it('has the ids as text in its type', () => {
    expectTypeOf(unpackOrg(packOrg(office))).toEqualTypeOf<Org>()
    expectTypeOf(packOrg(office)).toEqualTypeOf<PackedOrg>()
    expectTypeOf(transferListOf(packOrg(office))).toEqualTypeOf<ArrayBuffer[]>()
  })
})

describe('transferListOf', () => {
  it('lists each buffer once', () => {
    const list = transferListOf(packOrg(office))
    expect(list.length).toBeGreaterThan(3)
    expect(new Set(list).size).toBe(list.length)
    expect(list.every((buffer) => buffer instanceof ArrayBuffer)).toBe(true)
  })

  it('leaves nothing to unpack where the buffers were moved from', () => {
    const packed = packOrg(office)
    structuredClone(packed, { transfer: transferListOf(packed) })
    const error = thrownBy(() => unpackOrg(packed))
    expect(error.code).toBe('INVALID_ARGUMENT')
    expect(error.message).toContain('transferred to another thread')
  })

  it.each([undefined, null, 7, 'packed', [], {}, { packedOrg: 1 }, office])('refuses %o', (received) => {
    for (const call of [transferListOf, unpackOrg]) {
      expect(thrownBy(() => call(received as never)).code).toBe('INVALID_ARGUMENT')
    }
  })
})

type Wrong = readonly [what: string, change: (columns: Record<string, unknown>) => unknown]

const WRONG: readonly Wrong[] = [
  ['a manager out of range', (columns) => ((columns['manager'] as Int32Array)[1] = 3)],
  ['a manager below -1', (columns) => ((columns['manager'] as Int32Array)[1] = -2)],
  ['managers of another length', (columns) => (columns['manager'] = new Int32Array(2))],
  ['managers of another kind', (columns) => (columns['manager'] = new Float64Array(3))],
  ['managers as a list', (columns) => (columns['manager'] = [-1, 0, 0])],
  ['no managers', (columns) => delete columns['manager']],
  ['no ids', (columns) => delete columns['id']],
  ['ids that are the same', (columns) => (columns['id'] = { json: '["a","b","a"]' })],
  ['ids that are numbers', (columns) => (columns['id'] = { json: '[1,2,3]' })],
  ['too few ids', (columns) => (columns['id'] = { json: '["a"]' })],
  ['ids that are not JSON', (columns) => (columns['id'] = { json: '["a' })],
  ['a unit that is a role', (columns) => (columns['units'] = { json: '[{"id":"a"}]' })],
  ['a unit with an unknown head', (columns) => (columns['units'] = { json: '[{"id":"u","head":"x"}]' })],
  ['a unit with an unknown field', (columns) => (columns['units'] = { json: '[{"id":"u","heads":"a"}]' })],
  ['a role of an unknown unit', (columns) => (columns['unit'] = Int32Array.of(0, -1, 1))],
  ['a line to the role itself', (columns) => (columns['dotted'] = edges([0, 1, 1, 1], [0]))],
  ['a line twice', (columns) => (columns['dotted'] = edges([0, 2, 2, 2], [1, 1]))],
  ['rows of lines out of order', (columns) => (columns['dotted'] = edges([0, 2, 1, 2], [1, 2]))],
  ['rows of lines beyond the end', (columns) => (columns['dotted'] = edges([0, 9, 9, 1], [1]))],
  ['a move out of range', (columns) => (columns['moves'] = edges([0, 1, 1, 1], [3]))],
  ['moves without kinds', (columns) => (columns['moves'] = edges([0, 1, 1, 1], [1]))],
  ['kinds without moves', (columns) => (columns['moveKind'] = new Uint8Array(1))],
  ['evidence of a line that is not there', (columns) => (columns['dottedEvidence'] = { json: '[]' })],
  ['evidence of the wrong kind', (columns) => (columns['managerEvidence'] = { json: '[1,2,3]' })],
  ['a negative cost', (columns) => (columns['cost'] = Float64Array.of(1, -1, 1))],
  ['an endless grade', (columns) => (columns['grade'] = Float64Array.of(1, Infinity, 1))],
  ['a vacancy of another kind', (columns) => (columns['vacant'] = Uint8Array.of(0, 3, 0))],
  [
    'a service to nobody',
    (columns) => (columns['services'] = { json: '[{"from":"a","to":"x","name":"n"}]' }),
  ],
  ['an issue without a code', (columns) => (columns['issues'] = { json: '[{"severity":"error"}]' })],
  [
    'an unknown manager of a role that has one',
    (columns) => (columns['unknownManagers'] = { json: '[[1,"x"]]' }),
  ],
  ['an unknown column', (columns) => (columns['colour'] = { json: '[]' })],
  ['titles that are not UTF-8', (columns) => (columns['title'] = texts([0xff], [1, 1, 1]))],
  ['titles whose ends are out of order', (columns) => (columns['title'] = texts([65, 66], [2, 1, 2]))],
  ['titles beyond their bytes', (columns) => (columns['title'] = texts([65], [1, 1, 9]))],
  ['titles before their bytes', (columns) => (columns['title'] = texts([65], [1, -7, 1]))],
]

function edges(start: readonly number[], to: readonly number[]): unknown {
  return { start: Int32Array.from(start), to: Int32Array.from(to) }
}

function texts(bytes: readonly number[], ends: readonly number[]): unknown {
  return { bytes: Uint8Array.from(bytes), ends: Int32Array.from(ends) }
}

describe('what unpackOrg refuses', () => {
  const org = defineOrg({ roles: { a: {}, b: { reportsTo: 'a' }, c: { reportsTo: 'a' } } })

  it.each(WRONG)('%s', (_what, change) => {
    const packed = structuredClone(packOrg(org))
    change(packed.columns)
    expect(thrownBy(() => unpackOrg(packed)).code).toBe('INVALID_ARGUMENT')
  })

  it.each([0, 2, '1', null, undefined])('the version %o', (packedOrg) => {
    expect(thrownBy(() => unpackOrg({ ...packOrg(org), packedOrg } as never)).code).toBe('INVALID_ARGUMENT')
  })

  it.each([-1, 0, 2, 4, 1.5, NaN, Infinity, '3'])('%o as the number of roles', (roles) => {
    expect(thrownBy(() => unpackOrg({ ...packOrg(org), roles } as never)).code).toBe('INVALID_ARGUMENT')
  })

  it('wrong values of an attribute, when they are first read', () => {
    for (const json of ['[1]', '["A"]', '{}', '', '[[1],[2],[3]]', '[null,null,null]']) {
      const again = unpackOrg({ ...packOrg(org), columns: { ...packOrg(org).columns, skills: { json } } })
      expect(managerOf(again, 'b')).toBe('a')
      const error = thrownBy(() => roleOf(again, 'a'))
      expect(error.code).toBe('INVALID_ARGUMENT')
      expect(error.details).toMatchObject({ argument: 'packed.columns.skills' })
    }
  })

  it('nothing about a cycle, on which every query ends', () => {
    const packed = structuredClone(packOrg(org))
    ;(packed.columns['manager'] as Int32Array).set([1, 2, 0])
    const again = unpackOrg(packed)
    expect(managementChainOf(again, 'a')).toEqual(['b', 'c'])
    expect(transitiveReportsOf(again, 'a')).toEqual(['c', 'b'])
    expect(checkOrg(again).counts).toEqual({ REPORTING_CYCLE: 1, NO_TOP: 1 })
  })
})

describe('a changed packed org', () => {
  const replacement = fc.oneof(
    fc.constantFrom<unknown>(
      undefined,
      null,
      -1,
      0,
      1,
      2 ** 31,
      NaN,
      '',
      '[]',
      '{}',
      '[null]',
      '[[]]',
      [],
      {},
    ),
    fc.constantFrom<unknown>(new Int32Array(0), new Int32Array(5), Int32Array.of(7, -9), new Uint8Array(3)),
    fc.constantFrom<unknown>(new Float64Array(4), new BigInt64Array(2), new DataView(new ArrayBuffer(8))),
    fc.constantFrom<unknown>(new Map(), new Date(0), { json: '[1]' }, { values: [1] }, { at: 1, json: '[]' }),
    fc.jsonValue().map((value) => JSON.stringify(value)),
  )

  it('gives an org or an OrgError, and nothing else', () => {
    let unpacked = 0
    fc.assert(
      fc.property(
        anyOrg,
        fc.array(fc.tuple(fc.nat(), fc.nat(), replacement), { minLength: 1, maxLength: 3 }),
        (org, changes) => {
          const packed = structuredClone(packOrg(org))
          for (const [pick, item, value] of changes) changePart(packed, pick, item, value)
          try {
            const again = unpackOrg(packed)
            everythingOf(again)
            checkOrg(again)
            JSON.stringify(issuesOf(again))
            unpacked++
          } catch (error) {
            if (!isOrgError(error)) throw error
          }
        },
      ),
      { numRuns: 2000 },
    )
    expect(unpacked).toBeGreaterThan(20)
  })
})

/** Replaces a part of a packed org, or an item of one. */
function changePart(packed: PackedOrg, pick: number, item: number, value: unknown): void {
  const parts: (readonly [object, string])[] = []
  const pending: object[] = [packed]
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    for (const [name, part] of Object.entries<unknown>({ ...object })) {
      parts.push([object, name])
      if (typeof part === 'object' && part !== null && !ArrayBuffer.isView(part)) pending.push(part)
    }
  }
  const [object, name] = parts[pick % parts.length]
  const part: unknown = Reflect.get(object, name)
  const items = part instanceof Int32Array || part instanceof Uint8Array || part instanceof Float64Array
  if (items && part.length > 0 && item % 3 > 0) part[item % part.length] = (item % 7) - 2
  else if (typeof part === 'string' && item % 2 > 0) Reflect.set(object, name, part.replace(/\d|"\w/, '"'))
  else Reflect.set(object, name, structuredClone(value))
}

describe('in a worker', () => {
  const code = buildSync({
    stdin: {
      contents: `
        import { parentPort } from 'node:worker_threads'
        import { managementChainOf, packOrg, rolesOf, transferListOf, unpackOrg } from './src/index.js'
        parentPort.on('message', (packed) => {
          const org = unpackOrg(packed)
          const chains = rolesOf(org).map((id) => managementChainOf(org, id))
          const back = packOrg(org)
          parentPort.postMessage({ chains, back }, transferListOf(back))
        })`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    // The entry re-exports more than this test needs.
    treeShaking: true,
  }).outputFiles[0].text
  const worker = new Worker(code, { eval: true })
  afterAll(() => worker.terminate())

  it('an org goes there and back', async () => {
    const charts: Org[] = [
      office,
      defineOrg({ roles: { a: { reportsTo: 'b' }, b: { reportsTo: 'a' } } }, { onIssue: 'collect' }),
    ]
    for (const org of charts) {
      const packed = packOrg(org)
      const answer = new Promise<{ chains: unknown; back: PackedOrg }>((resolve, reject) => {
        worker.once('message', resolve).once('error', reject)
      })
      worker.postMessage(packed, transferListOf(packed))
      const { chains, back } = await answer
      expect(chains).toEqual(rolesOf(org).map((id) => managementChainOf(org, id)))
      expectSame(unpackOrg(back), org)
    }
  })
})
