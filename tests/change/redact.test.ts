import { inspect } from 'node:util'
import {
  assignmentsOf,
  checkOrg,
  defineOrg,
  find,
  headcountOf,
  holdersOf,
  issuesOf,
  layerOf,
  linesOf,
  managementChainOf,
  managerOf,
  membersOf,
  nextStepsOf,
  type Org,
  orgFromDocument,
  orgFromRecords,
  packOrg,
  peopleOf,
  personOf,
  redact,
  type RedactField,
  roleOf,
  rolesOf,
  seatsOf,
  servicesOf,
  spansAndLayers,
  unitOf,
  unitsOf,
  unpackOrg,
  vacantRolesOf,
} from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { toHtml } from 'rolegraph/html'
import { toDot, toMermaid, toSvg, toText } from 'rolegraph/render'
import { makeOrg, toEqualOrg } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'
import { everythingOf } from '../support/everything-of.js'
import { type Random, randomFrom, randomOrg } from './random-charts.js'

const ALL: readonly RedactField[] = [
  'title',
  'aliases',
  'kind',
  'grade',
  'family',
  'vacant',
  'share',
  'from',
  'to',
  'fte',
  'cost',
  'minYears',
  'years',
  'conditions',
  'certifications',
  'skills',
  'sources',
  'hedge',
  'note',
  'data',
]

const company = defineOrg({
  roles: {
    chief: {
      title: 'Chief Executive',
      holders: [{ person: 'ada', share: 0.8, kind: 'acting', from: '2026-01-01' }],
      cost: 200_000,
      grade: 9,
      unit: 'board',
    },
    'office-of-ada': {
      title: "Ada Lovelace's Office",
      reportsTo: { to: 'chief', as: 'assistant', note: 'Asked for by ADA LOVELACE' },
      holders: ['joe', 'ada'],
      data: { phone: 'ask ada.lovelace@example.com', Joe: ['Bloggs, Joe', 7] },
    },
    planner: {
      reportsTo: 'chief',
      dottedTo: 'office-of-ada',
      progressesTo: { to: 'chief', years: [2, 3], conditions: ['recommended by AdaLovelace'] },
      vacant: true,
      status: 'planned',
      aliases: ['The Countess’ planner'],
      unit: 'ada',
    },
  },
  units: {
    board: { title: 'Board', kind: 'committee' },
    ada: { title: 'Team Ada', partOf: 'board', head: 'planner' },
  },
  people: {
    joe: { name: 'Joe Bloggs', email: 'joe@example.com', data: { born: 1980 } },
    idle: { name: 'Ida Idle' },
    ada: { name: 'Ada Lovelace', aliases: ['the Countess'], email: 'ada.lovelace@example.com' },
  },
  services: [{ from: 'board', to: 'planner', name: 'advice by Joe Bloggs' }],
})

describe('the shape', () => {
  const redacted = redact(company)

  it('is kept: roles, lines with their names, moves, units, services', () => {
    expect(rolesOf(redacted)).toEqual(['chief', 'role-2', 'planner'])
    expect(Reflect.apply(linesOf, undefined, [redacted, 'role-2'])).toEqual([
      { from: 'role-2', to: 'chief', kind: 'solid', as: 'assistant' },
    ])
    expect(managerOf(redacted, 'planner')).toBe('chief')
    expect(roleOf(redacted, 'planner').dottedTo).toEqual(['role-2'])
    expect(nextStepsOf(redacted, 'planner')).toEqual([
      { from: 'planner', to: 'chief', kind: 'advancement', conditions: [] },
    ])
    expect(unitsOf(redacted)).toEqual(['board', 'unit-2'])
    expect(unitOf(redacted, 'planner')).toMatchObject({ partOf: 'board', head: 'planner', kind: undefined })
    expect(membersOf(redacted, 'board')).toEqual(['chief'])
    expect(servicesOf(redacted)).toEqual([{ from: 'board', to: 'planner', name: 'advice by …' }])
    expect(roleOf(redacted, 'planner').status).toBe('planned')
  })

  it('comes with titles, and nothing else', () => {
    expect(toOrgDocument(redacted)).toEqual({
      rolegraph: 2,
      roles: {
        chief: { title: 'Chief Executive', unit: 'board' },
        'role-2': { title: "…'s Office", reportsTo: { to: 'chief', as: 'assistant' } },
        planner: {
          reportsTo: 'chief',
          dottedTo: 'role-2',
          progressesTo: 'chief',
          status: 'planned',
          unit: 'unit-2',
        },
      },
      units: { board: { title: 'Board' }, 'unit-2': { title: 'Team …', partOf: 'board', head: 'planner' } },
      people: {},
      services: [{ from: 'board', to: 'planner', name: 'advice by …' }],
    })
  })

  it('of a large chart gives the same answers', () => {
    const large = makeOrg({ roles: 300, dotted: 0.2, people: true, vacancies: 0.1, units: true, staff: 0.3 })
    for (const people of ['remove', 'pseudonyms'] as const) {
      const shared = redact(large, { people })
      expect(rolesOf(shared)).toEqual(rolesOf(large))
      for (const role of rolesOf(large)) {
        expect(layerOf(shared, role)).toBe(layerOf(large, role))
        expect(managementChainOf(shared, role, { lines: 'all' })).toEqual(
          managementChainOf(large, role, { lines: 'all' }),
        )
      }
      expect(spansAndLayers(shared)).toEqual(spansAndLayers(large))
    }
  })
})

describe('fields', () => {
  it('are kept where they are named, without the people in them', () => {
    const redacted = redact(company, { fields: ALL })
    expect(roleOf(redacted, 'chief')).toMatchObject({ cost: 200_000, grade: 9, holders: [], vacant: false })
    expect(roleOf(redacted, 'planner')).toMatchObject({ vacant: true, aliases: ['…’ planner'] })
    expect(Reflect.apply(roleOf, undefined, [redacted, 'role-2'])).toMatchObject({
      title: "…'s Office",
      data: { phone: 'ask …', '…': ['…', 7] },
    })
    expect(Reflect.apply(linesOf, undefined, [redacted, 'role-2'])).toMatchObject([
      { note: 'Asked for by …' },
    ])
    expect(nextStepsOf(redacted, 'planner')).toEqual([
      { from: 'planner', to: 'chief', kind: 'advancement', years: [2, 3], conditions: ['recommended by …'] },
    ])
    expect(unitOf(redacted, 'board').kind).toBe('committee')
  })

  it('are none where none is named', () => {
    const bare = redact(company, { fields: [] })
    expect(roleOf(bare, 'chief').title).toBe('chief')
    expect(unitOf(bare, 'board').title).toBe('board')
  })

  it('are those that are named, each on its own', () => {
    const rich = orgFromDocument({
      rolegraph: 2,
      roles: {
        a: {
          title: 'A title',
          aliases: [{ name: 'An alias', warning: 'A warning' }],
          grade: 11,
          family: 'A family',
          holders: [{ person: 'p', share: 0.7, kind: 'interim', from: '2026-01-02', to: '2026-03-04' }],
          fte: 0.9,
          cost: 4321,
          minYears: 66,
          certifications: ['A certificate'],
          skills: ['A skill'],
          sources: ['A source'],
          hedge: 'often',
          note: 'A note',
          data: { key: 'A datum' },
          progressesTo: [{ to: 'b', years: [12, 34], conditions: ['A condition'] }],
        },
        b: { vacant: true },
      },
      units: { u: { kind: 'A kind' } },
      people: { p: {} },
    })
    const marks = new Map<RedactField, readonly string[]>([
      ['title', ['A title']],
      ['aliases', ['An alias', 'A warning']],
      ['kind', ['A kind', 'interim']],
      ['grade', ['11']],
      ['family', ['A family']],
      ['vacant', ['vacant']],
      ['share', ['0.7']],
      ['from', ['2026-01-02']],
      ['to', ['2026-03-04']],
      ['fte', ['0.9']],
      ['cost', ['4321']],
      ['minYears', ['66']],
      ['years', ['12,34']],
      ['conditions', ['A condition']],
      ['certifications', ['A certificate']],
      ['skills', ['A skill']],
      ['sources', ['A source']],
      ['hedge', ['often']],
      ['note', ['A note']],
      ['data', ['A datum']],
    ])
    expect([...marks.keys()]).toEqual(ALL)
    for (const field of ALL) {
      const text = JSON.stringify(redact(rich, { fields: [field], people: 'pseudonyms' }))
      for (const [other, list] of marks) {
        // Vacancy belongs to who holds what.
        for (const mark of other === 'vacant' ? [] : list)
          expect(text.includes(mark), `${field}: ${mark}`).toBe(other === field)
      }
      expect(JSON.stringify(redact(rich, { fields: [field] })).includes('vacant')).toBe(field === 'vacant')
    }
  })

  it.each([
    [{ fields: 'title' }, /fields/],
    [{ fields: ['titles'] }, /did you mean 'title'/],
    [{ fields: ['holders'] }, /fields/],
    [{ fields: [null] }, /fields/],
    [{ field: ['title'] }, /did you mean 'fields'/],
    [{ people: 'hide' }, /'remove' or 'pseudonyms'/],
    [[], /options/],
  ])('%j is refused', (options: object, message) => {
    expect(() => redact(company, options)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
    expect(() => redact(company, options)).toThrow(message)
  })
})

describe('pseudonyms', () => {
  const redacted = redact(company, { people: 'pseudonyms', fields: ['title', 'data', 'note'] })

  it('are given in the order of roles, to those who hold one', () => {
    expect(peopleOf(redacted)).toEqual(['person-1', 'person-2'])
    expect(personOf(redacted, 'person-1')).toEqual({
      id: 'person-1',
      name: 'Person 1',
      aliases: [],
      email: undefined,
      data: undefined,
    })
    expect(assignmentsOf(redacted, { role: 'chief' })).toEqual([
      {
        role: 'chief',
        person: 'person-1',
        share: undefined,
        kind: 'permanent',
        from: undefined,
        to: undefined,
      },
    ])
    expect(assignmentsOf(redacted, { person: 'person-2' }).map(({ role }) => role)).toEqual(['role-2'])
  })

  it('stand in texts too', () => {
    expect(Reflect.apply(roleOf, undefined, [redacted, 'role-2'])).toMatchObject({
      title: "Person 1's Office",
      data: { phone: 'ask Person 1', 'Person 2': ['Person 2', 7] },
    })
  })

  it('keep headcount, seats and vacancies', () => {
    const staffed = makeOrg({ roles: 80, people: true, jobShares: 0.3, acting: 0.2, vacancies: 0.2 })
    const shared = redact(staffed, { people: 'pseudonyms' })
    expect(headcountOf(shared)).toBe(headcountOf(staffed))
    expect(seatsOf(shared)).toBe(seatsOf(staffed))
    expect(vacantRolesOf(shared)).toEqual(vacantRolesOf(staffed))
  })

  it('are names where holders are names', () => {
    const named = defineOrg({
      roles: { a: { holders: ['Ada Lovelace'] }, b: { holders: ['Joe', 'Ada Lovelace'] } },
    })
    const shared = redact(named, { people: 'pseudonyms' })
    expect(holdersOf(shared, 'b')).toEqual(['Person 2', 'Person 1'])
    expect(JSON.parse(JSON.stringify(shared))).toEqual({
      rolegraph: 1,
      roles: { a: { holders: ['Person 1'] }, b: { holders: ['Person 2', 'Person 1'] } },
    })
  })

  it('are the same at each call', () => {
    expect(
      toEqualOrg(redact(company, { people: 'pseudonyms' }), redact(company, { people: 'pseudonyms' })).pass,
    ).toBe(true)
  })

  it('are not the names of others', () => {
    const odd = defineOrg({
      roles: { a: { holders: ['x'] } },
      people: { x: { name: 'Person 1' }, y: { name: 'PERSON-2' } },
    })
    expect(peopleOf(redact(odd, { people: 'pseudonyms' }))).toEqual(['person-3'])
  })

  it('of two people with one name are not told apart in texts', () => {
    const twins = defineOrg({
      roles: { a: { title: 'Ann Lee’s team', holders: ['x1', 'x2'] } },
      people: { x1: { name: 'Ann Lee' }, x2: { name: 'Ann Lee' } },
    })
    expect(roleOf(redact(twins, { people: 'pseudonyms' }), 'a').title).toBe('…’s team')
  })
})

describe('names in texts', () => {
  const titled = (name: string, title: string): string => {
    const org = orgFromRecords([{ id: 'x', title, holders: [name] }], {
      id: 'id',
      title: 'title',
      holders: 'holders',
    })
    return roleOf(redact(org), 'x').title
  }

  it.each([
    ['Ada Lovelace', 'Office of Ada Lovelace', 'Office of …'],
    ['Ada Lovelace', 'office of ada  lovelace.', 'office of ….'],
    ['Ada Lovelace', 'ada-lovelace-office', '…-office'],
    ['Ada Lovelace', 'adaLovelace office', '… office'],
    ['Ada Lovelace', 'officeAdaLovelace', 'office…'],
    ['Ada Lovelace', 'Office (Lovelace, Ada)', 'Office (…)'],
    ['Ada Lovelace', 'ADALOVELACE', '…'],
    ['Ada Lovelace', 'Adam Lovelace', 'Adam Lovelace'],
    ['Ada Lovelace', 'Lovelace', 'Lovelace'],
    ['Miles O’Brien', "Chief (Miles O'Brien)", 'Chief (…)'],
    ['José Peña', 'JOSE PENA, chair', '…, chair'],
    ['Jose\u0301', 'José', '…'],
    ['山田太郎', '山田太郎室長', '…室長'],
    ['李', '李', '…'],
    ['李', '李白', '李白'],
    ['ann@example.com', 'write to <ann@example.com>', 'write to <…>'],
    ['7', 'Level 7', 'Level 7'],
    ['7', '7', '…'],
    ['Al', 'Al dente', 'Al dente'],
    ['***', '***', '…'],
    ['***', 'three ***', 'three ***'],
    ['Bo Li', 'Bo Li Bo Li', '… …'],
    ['', 'Analyst', 'Analyst'],
  ])('%s in "%s": %s', (name, title, expected) => {
    expect(titled(name, title)).toBe(expected)
  })

  it('are found in ids, which become others that nothing has', () => {
    const org = defineOrg({
      roles: {
        'role-2': {},
        ada: { reportsTo: 'role-2', holders: ['ada'] },
        'role-3': { reportsTo: 'ada' },
        boss: { reportsTo: 'ada' },
      },
      people: { ada: {} },
    })
    expect(rolesOf(redact(org))).toEqual(['role-2', 'role-4', 'role-3', 'boss'])
    expect(managerOf(redact(org), 'boss')).toBe('role-4')
  })

  it('are found in keys and values of data at any depth, shared or not', () => {
    let nested: unknown = 'Ada Lovelace'
    for (let depth = 0; depth < 20_000; depth++) nested = { 'by Ada Lovelace': nested }
    const shared = { who: 'Ada Lovelace' }
    const org = orgFromRecords(
      [
        {
          id: 'a',
          holder: ['Ada Lovelace'],
          data: { nested, one: shared, two: [shared], __proto__: null, n: 1n },
        },
      ],
      { id: 'id', holders: 'holder', data: 'data' },
    )
    let found: unknown = Reflect.get(roleOf(redact(org, { fields: ['data'] }), 'a').data as object, 'nested')
    let depth = 0
    for (; typeof found === 'object' && found !== null; depth++) {
      expect(Object.keys(found)).toEqual(['by …'])
      found = Reflect.get(found, 'by …')
    }
    expect([depth, found]).toEqual([20_000, '…'])
    expect(roleOf(redact(org, { fields: ['data'] }), 'a').data).toMatchObject({
      one: { who: '…' },
      two: [{ who: '…' }],
      n: 1n,
    })
  })
})

describe('issues', () => {
  const broken = orgFromRecords(
    [
      { id: 'a', manager: 'b', holders: ['Ada Lovelace'], cost: -5 },
      { id: 'b', manager: 'a' },
      { id: 'c', manager: 'Grace Hopper' },
      { id: 'd', manager: 'Grace Hopper' },
      { id: 'Ada Lovelace' },
      { id: 'Ada Lovelace' },
    ],
    { id: 'id', manager: 'manager', holders: 'holders', cost: 'cost', onIssue: 'collect' },
  )

  it('keep codes, roles and witnesses, and lose their texts', () => {
    const redacted = redact(broken)
    expect(issuesOf(redacted).map(({ code, severity, roles }) => ({ code, severity, roles }))).toEqual(
      issuesOf(broken).map(({ code, severity, roles }) => ({
        code,
        severity,
        roles: roles.map((role) => (role === 'Ada Lovelace' ? 'role-5' : role)),
      })),
    )
    expect(issuesOf(redacted).find(({ code }) => code === 'REPORTING_CYCLE')).toEqual({
      code: 'REPORTING_CYCLE',
      severity: 'error',
      roles: ['a', 'b'],
      units: [],
      place: {},
      witness: ['a', 'b', 'a'],
      message: 'The org had an issue REPORTING_CYCLE before it was redacted',
      suggestion: 'See the issues of the original org.',
    })
  })

  it('leave managers who are not in the org unknown, without their names', () => {
    const { roles } = toOrgDocument(redact(broken))
    expect([roles['c'], roles['d']]).toEqual([{ reportsTo: 'unknown-1' }, { reportsTo: 'unknown-1' }])
    expect(outputsOf(redact(broken), ['Grace Hopper', 'Ada Lovelace'])).not.toMatch(/hopper|lovelace/i)
  })
})

/** Every text that an org gives, whoever asks; of questions for what was `secret`, with a typo, as the questions may be quoted. */
function outputsOf(org: Org, secret: readonly string[]): string {
  const texts: unknown[] = [
    toOrgDocument(org),
    JSON.stringify(org),
    everythingOf(org),
    Reflect.get(org, 'content'),
    issuesOf(org),
    checkOrg(org),
    peopleOf(org).map((person) => personOf(org, person)),
    rolesOf(org).map((role) => assignmentsOf(org, { role })),
    inspect(org, { depth: 9, showHidden: true }),
    toText(org),
    toSvg(org),
    toMermaid(org),
    toDot(org),
    toHtml(org),
    toOrgDocument(unpackOrg(packOrg(org))),
    textIn(packOrg(org)),
  ]
  for (const text of secret) {
    texts.push(find(org, text))
    for (const ask of [managerOf, unitOf, personOf]) {
      try {
        Reflect.apply(ask, undefined, [org, `${text.slice(0, -1)}~`])
      } catch (error) {
        texts.push(String(error))
      }
    }
  }
  return JSON.stringify(texts, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

/** The texts of a packed org, bytes too. */
function textIn(packed: unknown): string {
  return JSON.stringify(packed, (_, value: unknown) =>
    ArrayBuffer.isView(value)
      ? new TextDecoder().decode(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
      : value,
  )
}

describe('no trace of the people', () => {
  /** A chart with anything in it, in which people have names that nothing else has, in every text. */
  function secretive(random: Random): { readonly org: Org; readonly secrets: readonly string[] } {
    const names = ['Zuleika Dobson', 'Xanthippe', 'Qwyn Óxx', '王小明']
    const document = JSON.stringify(Reflect.get(randomOrg(random), 'content'))
    const content = JSON.parse(document) as {
      roles: Entry[]
      units: Entry[]
      people?: Entry[]
      services: Entry[]
    }
    const someone = (): string => names[random(names.length)]
    const within = (text: unknown): string =>
      [someone(), `${String(text)} ${someone()}`, `${someone()}-${String(text)}`, String(text)][random(4)]
    const ids = ['ada', 'bob', 'cem', 'a']
    const personOf = (id: unknown): string => names[Math.max(0, ids.indexOf(String(id)))]
    const holderOf = (holder: unknown): unknown =>
      typeof holder === 'string'
        ? personOf(holder)
        : { ...(holder as Entry), person: personOf(Reflect.get(holder as object, 'person')) }
    const touched = new Set([
      'title',
      'note',
      'name',
      'as',
      'kind',
      'family',
      'warning',
      'k',
      'skills',
      'sources',
    ])
    const spread = (value: unknown, key: string): unknown => {
      if (Array.isArray(value)) return value.map((item) => spread(item, key))
      if (typeof value === 'string') return touched.has(key) && key !== 'kind' ? within(value) : value
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, spread(item, name)]))
    }
    const roles = content.roles.map(({ holders, ...role }) => ({
      ...(spread(role, '') as Entry),
      ...(Array.isArray(holders) && { holders: holders.map(holderOf) }),
      data: { [within('key')]: [within('value')] },
      note: within('note'),
    }))
    const renamed = new Map(content.roles.map(({ id }) => [id, random(3) === 0 ? within(id) : String(id)]))
    const withIds = (value: unknown, key: string): unknown => {
      if (Array.isArray(value)) return value.map((item) => withIds(item, key))
      if (typeof value === 'string')
        return ['id', 'to', 'from', 'reportsTo', 'dottedTo', 'progressesTo', 'head'].includes(key)
          ? (renamed.get(value) ?? value)
          : value
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withIds(item, name)]))
    }
    const spec: unknown = {
      rolegraph: 2,
      roles: roles.map((role) => withIds(role, '')),
      units: content.units.map((unit) => withIds(spread(unit, ''), '')),
      ...(content.people && {
        people: ids.map((id) => ({
          id: personOf(id),
          name: `${personOf(id)} Ypsilanti`,
          email: `${id}.zz@ypsilanti.example`,
          aliases: ['Ypsi Lon'],
        })),
      }),
      services: content.services.map((service) => withIds(spread(service, ''), '')),
    }
    const org = orgFromDocument(spec as Parameters<typeof orgFromDocument>[0], { onIssue: 'collect' })
    const held = rolesOf(org).flatMap((role) => holdersOf(org, role))
    const secrets = content.people ? [...names, 'Ypsilanti', 'Ypsi Lon'] : [...new Set(held)]
    return { org, secrets }
  }

  type Entry = Record<string, unknown>

  it.each(['remove', 'pseudonyms'] as const)('is left in any output, with people: %s', (people) => {
    let found = 0
    for (let seed = 1; seed <= 40; seed++) {
      const { org, secrets } = secretive(randomFrom(seed))
      const before = outputsOf(org, secrets)
      found += secrets.filter((secret) => before.includes(secret)).length
      for (const fields of [ALL, ['title'], []] as const) {
        const after = outputsOf(redact(org, { people, fields }), secrets)
        for (const secret of secrets)
          expect(after.includes(secret), `seed ${String(seed)}: ${secret} in ${after}`).toBe(false)
      }
    }
    expect(found).toBeGreaterThan(60)
  })

  it('is left where all fields are kept', () => {
    const shared = redact(company, { fields: ALL })
    expect(outputsOf(shared, ['Ada Lovelace', 'Joe Bloggs', 'the Countess', 'Ida Idle'])).not.toMatch(
      /lovelace|countess|bloggs|ida idle/i,
    )
  })
})

it('the org itself stays as it is', () => {
  const before = JSON.stringify(company)
  redact(company, { fields: ALL, people: 'pseudonyms' })
  expect(JSON.stringify(company)).toBe(before)
})

describe('what is found of a person in longer texts', () => {
  const people = { ada: { name: 'Ada Lovelace', email: 'ada.lovelace@mail.example' }, may: { name: 'May' } }
  const redactedNote = (note: string): string | undefined => {
    const org = defineOrg({ roles: { lead: { holders: ['ada', 'may'], note, hedge: 'may' } }, people })
    return roleOf(redact(org, { fields: ['note', 'hedge'], people: 'pseudonyms' }), 'lead').note
  }

  it.each([
    ['Office of Ada Lovelace, until June', 'Office of Person 1, until June'],
    ['write to ada.lovelace@mail.example.', 'write to Person 1.'],
    ['mailto:Ada.Lovelace@MAIL.example?x', 'mailto:Person 1?x'],
    ['see Lovelace, Ada', 'see Person 1'],
    ['ada-lovelace and AdaLovelace', 'Person 1 and Person 1'],
    ['Lovelace Street', 'Lovelace Street'],
    ['A. Lovelace', 'A. Lovelace'],
    ['Mayor of Adana', 'Mayor of Adana'],
  ])('%s: %s', (note, expected) => {
    expect(redactedNote(note)).toBe(expected)
  })

  it('is not the hedge of a role, although a person has that name', () => {
    const org = defineOrg({ roles: { lead: { holders: ['may'], hedge: 'may' } }, people })
    expect(roleOf(redact(org, { fields: ['hedge'] }), 'lead').hedge).toBe('may')
  })
})
