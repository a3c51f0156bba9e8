import { inspect } from 'node:util'
import {
  type Change,
  defineOrg,
  type EffectiveChanges,
  erasePeople,
  headcountOf,
  type History,
  historyFromDocument,
  historyFromRecords,
  historyIssuesOf,
  historyOf,
  holdersOf,
  issuesOf,
  linesOf,
  managerAt,
  membersOf,
  orgAt,
  peopleOf,
  rolesOf,
  tenureOf,
  timelineOf,
  toHistoryDocument,
  unitsOf,
  vacantRolesOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { type Random, randomFrom } from '../change/random-charts.js'
import { thrownBy } from '../support/thrown-by.js'
import { dateOf, randomHistory } from './random-histories.js'

/** Names that occur nowhere else, in the order in which they are first used. */
const SECRETS = ['qorvex', 'Zilda Qorvex', 'Zil van Q\u00f6rve', 'zq@mail.example', 'Quillon Vexmar']
/** How texts have a secret in them. */
const FORMS: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => `Office of ${secret}`,
  (secret) => `after ${secret.toUpperCase()}, and before the move`,
  (secret) => `(${secret})`,
  (secret) => secret.replaceAll(' ', '-').toLowerCase(),
]

/** Letters and digits without case and accents. */
function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** Everything that a history shows of itself, on any date and as known on any date. */
function shown(history: History, dates: readonly string[]): string {
  const known = [undefined, ...dates]
  const orgs = known.flatMap((knownOn) =>
    dates.map((date) => {
      const org = orgAt(history, date, { assignments: 'all', ...(knownOn !== undefined && { knownOn }) })
      const content: unknown = Reflect.get(org, 'content')
      return [content, issuesOf(org), inspect(org)]
    }),
  )
  return JSON.stringify([
    orgs,
    toHistoryDocument(history),
    historyIssuesOf(history),
    inspect(history),
    rolesOf(orgAt(history, '9999-12-31')).map((role) => timelineOf(history, { role })),
  ])
}

/** What stays: managers, lines, members and counts, with roles and units by their places. */
function structureOf(history: History, date: string, knownOn?: string): unknown {
  const org = orgAt(history, date, { ...(knownOn !== undefined && { knownOn }) })
  const roles = new Map(rolesOf(org).map((id, at) => [id, at]))
  return [
    Array.from(roles.keys(), (id) =>
      roles.get(managerAt(history, id, date, knownOn === undefined ? undefined : { knownOn }) ?? ''),
    ),
    rolesOf(org).flatMap((id) =>
      linesOf(org, id).map(({ from, to, kind }) => [roles.get(from), roles.get(to), kind]),
    ),
    unitsOf(org).map((unit) => membersOf(org, unit).map((id) => roles.get(id))),
    headcountOf(org),
    vacantRolesOf(org).map((id) => roles.get(id)),
    Array.from(roles.keys(), (id) => tenureOf(history, { role: id }, date).map(({ days }) => days)),
  ]
}

function pick<Item>(random: Random, list: readonly Item[]): Item {
  return list[random(list.length)]
}

/** A history in which texts of all kinds have the secrets. */
function secretHistory(random: Random): { history: History; dates: string[] } {
  const text = (): string => pick(random, FORMS)(pick(random, SECRETS))
  const roleIds = ['a', 'b', 'c', pick(random, FORMS)(SECRETS[0]), 'qorvex-2']
  const withPeople = random(3) > 0
  const person = (): string => (random(2) === 0 ? 'qorvex' : pick(random, ['ben', 'cy']))
  const evidence = (): object => ({ sources: [text()], note: text() })
  const role = (): object => ({
    title: text(),
    aliases: [text(), { name: text(), warning: text() }],
    ...evidence(),
    ...(random(2) === 0 && { hedge: 'may', status: 'planned' }),
    data: { [text()]: [text(), { deep: text() }] },
    skills: [text()],
    holders: [...new Set([person(), person()])].map((who, at) =>
      at === 0 ? who : { person: who, share: 0.5 },
    ),
  })
  const start = defineOrg({
    roles: Object.fromEntries(
      roleIds.map((id, at) => [
        id,
        {
          ...role(),
          unit: pick(random, ['u', 'unit of qorvex']),
          ...(at > 0 && { reportsTo: { to: roleIds[random(at)], as: text() } }),
          ...(at > 0 && {
            progressesTo: [{ to: roleIds[0], kind: 'lateral', conditions: [text()], ...evidence() }],
          }),
        },
      ]),
    ),
    units: { u: { title: text(), kind: text() }, 'unit of qorvex': { head: roleIds[3], ...evidence() } },
    services: [{ from: 'u', to: roleIds[4], name: text(), ...evidence() }],
    ...(withPeople && {
      people: {
        qorvex: { name: SECRETS[1], aliases: [SECRETS[2]], email: SECRETS[3], data: { desk: text() } },
        ben: { name: 'Ben', data: { mentor: text() } },
        cy: { aliases: [text()] },
      },
    }),
  } as never)
  const changes: (() => Change)[] = [
    () => ({ do: 'update-role', role: pick(random, roleIds), set: role() }),
    () => ({
      do: 'set-manager',
      role: roleIds[4],
      manager: { to: pick(random, roleIds.slice(0, 4)), as: text() },
    }),
    () => ({
      do: 'update-unit',
      unit: 'unit of qorvex',
      set: { title: text(), head: pick(random, roleIds) },
    }),
    () => ({
      do: 'update-move',
      role: roleIds[3],
      to: roleIds[0],
      set: { kind: 'transition', note: text() },
    }),
    () => ({ do: 'reorder', role: pick(random, roleIds), before: null }),
    ...(withPeople
      ? [
          (): Change => ({
            do: 'update-person',
            person: 'qorvex',
            set: { email: SECRETS[3], data: { x: text() } },
          }),
          (): Change => ({
            do: 'update-person',
            person: 'ben',
            set: { data: { x: text() }, email: SECRETS[3] },
          }),
          (): Change => ({ do: 'reorder', person: 'qorvex', before: null }),
          (): Change => ({ do: 'reorder', person: 'cy', before: 'qorvex' }),
        ]
      : []),
  ]
  let day = 0
  const entries = Array.from({ length: 12 }, (_, at): EffectiveChanges => {
    day += random(5)
    const added: Change[] =
      at === 4
        ? [
            {
              do: 'add-role',
              role: `new ${SECRETS[0]}`,
              spec: { ...role(), reportsTo: roleIds[3] },
            },
            { do: 'rename-role', role: 'a', to: 'Qorvex office' },
            { do: 'rename-role', role: 'Qorvex office', to: 'a' },
            { do: 'add-unit', unit: 'qorvex unit', spec: { partOf: 'unit of qorvex', ...evidence() } },
            { do: 'add-service', service: { from: 'qorvex unit', to: 'b', name: text() } },
            ...(withPeople
              ? [{ do: 'update-person', person: 'qorvex', set: { name: SECRETS[4] } } as const]
              : []),
          ]
        : []
    const knownOn = random(3) === 0 ? { knownOn: dateOf(random(40)) } : {}
    return { on: dateOf(day), ...(at === 4 ? {} : knownOn), changes: [...added, pick(random, changes)()] }
  })
  return { history: historyOf(start, entries), dates: [...new Set(entries.map(({ on }) => on))] }
}

describe('what is left of a person who is erased', () => {
  it('is nothing, on any date, whenever it was known, and the structure is the same', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomFrom(seed)
      const { history, dates } = secretHistory(random)
      const before = shown(history, dates)
      // A person without a table has no other names than the one that is the id.
      const secrets = before.includes('"people"') ? SECRETS : SECRETS.slice(0, 1)
      const erased = erasePeople(history, 'qorvex')
      const left = lettersOf(shown(erased, dates))
      for (const secret of secrets)
        expect(left.includes(lettersOf(secret)), `seed ${String(seed)}: ${secret}`).toBe(false)
      expect(lettersOf(before)).toContain(lettersOf(SECRETS[0]))
      for (let count = 0; count < 25; count++) {
        const [date, knownOn] = [dateOf(random(60) - 5), dateOf(random(60) - 5)]
        expect(structureOf(erased, date)).toEqual(structureOf(history, date))
        expect(structureOf(erased, date, knownOn)).toEqual(structureOf(history, date, knownOn))
      }
    }
  })

  it('is one pseudonym on all dates, and a document that is read again', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { history, dates } = secretHistory(randomFrom(seed))
      const erased = erasePeople(history, 'qorvex')
      for (const date of dates) {
        const [was, is] = [history, erased].map((each) => orgAt(each, date, { assignments: 'all' }))
        const pseudonym = peopleOf(is).find((person) => person.toLowerCase().startsWith('person'))
        const expected = rolesOf(was).map((id) =>
          holdersOf(was, id).map((who) => (who === 'qorvex' ? pseudonym : who)),
        )
        expect(rolesOf(is).map((id) => holdersOf(is, id))).toEqual(expected)
      }
      const document = JSON.parse(JSON.stringify(erased)) as Parameters<typeof historyFromDocument>[0]
      expect(JSON.parse(JSON.stringify(historyFromDocument(document)))).toEqual(document)
    }
  })

  it('for any history and person: nothing but the structure', () => {
    let erasures = 0
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed)
      const { start, entries } = randomHistory(random, 60)
      const history = historyOf(start, entries, { onIssue: 'collect' })
      for (const person of ['bob', 'cem']) {
        let erased: History
        try {
          erased = erasePeople(history, person)
        } catch (error) {
          expect(
            thrownBy(() => {
              throw error
            }).code,
          ).toBe('UNKNOWN_PERSON')
          continue
        }
        erasures++
        expect(JSON.stringify([erased, historyIssuesOf(erased)])).not.toMatch(
          new RegExp(`\\b${person}\\b`, 'i'),
        )
        for (let count = 0; count < 9; count++) {
          const date = dateOf(random(400) - 20)
          expect(structureOf(erased, date)).toEqual(structureOf(history, date))
        }
      }
    }
    expect(erasures).toBeGreaterThan(40)
  })
})

describe('a history of rows', () => {
  const rows = [
    { id: '1', boss: null, title: 'Chief', who: ['Zilda Qorvex'], start: '2024-01-01', end: null, known: '' },
    {
      id: 'zilda-qorvex-desk',
      boss: '1',
      title: 'For Zilda Qorvex',
      who: ['Ben'],
      start: '2024-01-01',
      end: null,
      known: '',
    },
    {
      id: '3',
      boss: 'zilda-qorvex-desk',
      title: 'Aide',
      who: ['Ben'],
      start: '2024-03-01',
      end: null,
      known: '2024-03-01',
    },
    {
      id: '3',
      boss: '1',
      title: 'Aide',
      who: ['Zilda Qorvex'],
      start: '2024-06-01',
      end: '2024-08-31',
      known: '2024-06-01',
    },
    { id: '3', boss: '1', title: 'Aide', who: ['Ben'], start: '2024-03-01', end: null, known: '2024-09-01' },
    { id: '4', boss: '3', title: 'Clerk', who: [], start: '2024-02-01', end: null, known: '' },
  ]
  const fields = {
    id: 'id',
    manager: 'boss',
    title: 'title',
    holders: 'who',
    from: 'start',
    to: 'end',
  } as const
  const dates = ['2024-01-01', '2024-03-01', '2024-06-01', '2024-09-01', '2025-01-01']

  it('has nothing left on any date, known on any date', () => {
    for (const known of [{}, { knownOn: 'known' } as const]) {
      const given =
        known.knownOn === undefined
          ? rows.filter((row) => row.known === '' || row.known === '2024-09-01')
          : rows
      const history: History = historyFromRecords(given, { ...fields, ...known, ends: 'inclusive' })
      const erased = erasePeople(history, 'Zilda Qorvex')
      expect(lettersOf(shown(history, dates))).toContain('qorvex')
      expect(lettersOf(shown(erased, dates))).not.toContain('qorvex')
      expect(historyIssuesOf(erased).map(({ code, from, to }) => [code, from, to])).toEqual(
        historyIssuesOf(history).map(({ code, from, to }) => [code, from, to]),
      )
      for (const date of dates) {
        expect(structureOf(erased, date)).toEqual(structureOf(history, date))
        for (const knownOn of known.knownOn === undefined ? [] : dates)
          expect(structureOf(erased, date, knownOn)).toEqual(structureOf(history, date, knownOn))
      }
      expect(holdersOf(orgAt(erased, '2024-01-01'), '1')).toEqual(['Person 1'])
    }
  })

  it('knows a person whose rows hold on no day any more', () => {
    const history = historyFromRecords(rows.slice(2), {
      ...fields,
      knownOn: 'known',
      ends: 'inclusive',
      onIssue: 'collect',
    })
    expect(lettersOf(shown(erasePeople(history, ['Zilda Qorvex', 'Ben']), dates))).not.toMatch(/qorvex|ben/)
  })
})

describe('erasePeople', () => {
  const history = historyOf(
    defineOrg({
      roles: { lead: { holders: ['may'], hedge: 'may', aliases: ['May'] }, clerk: { holders: ['Person 1'] } },
    }),
    [
      {
        on: '2026-04-01',
        changes: [{ do: 'update-role', role: 'lead', set: { hedge: 'may', note: 'May?' } }],
      },
    ],
  )

  it('keeps the words of the format, and pseudonyms that are there already', () => {
    const erased = erasePeople(history, 'may')
    const [first, second] = timelineOf(erased, { role: 'lead' })
    expect(first.spec).toEqual({ holders: ['Person 2'], hedge: 'may', aliases: ['Person 2'] })
    expect(second.spec).toEqual({
      holders: ['Person 2'],
      hedge: 'may',
      aliases: ['Person 2'],
      note: 'Person 2?',
    })
    const both = erasePeople(erased, ['Person 1', 'Person 2'])
    expect(holdersOf(orgAt(both, '2026-04-01'), 'clerk')).toEqual(['Person 4'])
  })

  it('does not change the history', () => {
    const before = JSON.stringify(history)
    erasePeople(history, ['may'])
    expect(JSON.stringify(history)).toBe(before)
    expect(JSON.stringify(erasePeople(history, []))).toBe(before)
  })

  it.each([
    [history, 'mai', 'UNKNOWN_PERSON'],
    [history, ['may', 'nobody'], 'UNKNOWN_PERSON'],
    [history, { person: 'may' }, 'INVALID_ARGUMENT'],
    [history, [1], 'INVALID_ARGUMENT'],
    [history, undefined, 'INVALID_ARGUMENT'],
    [{}, 'may', 'NOT_A_HISTORY'],
  ])('refuses %#', (given, people, code) => {
    expect(thrownBy(() => erasePeople(given as never, people as never)).code).toBe(code)
  })
})

it('what is known of a person is gone, whatever it is, from the org at the start and from changes', () => {
  const people = { ada: { data: { desk: 'K12' } }, ben: { data: { desk: 'K13' } } }
  const start = defineOrg({ roles: { lead: { holders: ['ada'] } }, people })
  const history = historyOf(start, [
    { on: '2026-04-01', changes: [{ do: 'update-person', person: 'ada', set: { data: { desk: 'K14' } } }] },
    { on: '2026-05-01', changes: [{ do: 'remove-person', person: 'ada', references: { to: 'ben' } }] },
    { on: '2026-06-01', changes: [{ do: 'add-person', person: 'ada', spec: { data: { desk: 'K15' } } }] },
  ])
  expect(JSON.parse(JSON.stringify(erasePeople(history, 'ada')))).toEqual({
    rolegraph: 3,
    roles: { lead: { holders: ['person-1'] } },
    people: { 'person-1': { name: 'Person 1' }, ben: { data: { desk: 'K13' } } },
    effective: [
      { on: '2026-04-01', changes: [{ do: 'update-person', person: 'person-1', set: {} }] },
      { on: '2026-05-01', changes: [{ do: 'remove-person', person: 'person-1', references: { to: 'ben' } }] },
      { on: '2026-06-01', changes: [{ do: 'add-person', person: 'person-1', spec: { name: 'Person 1' } }] },
    ],
  })
})

it('what rows agree on where they overlap has no trace either', () => {
  const row = { title: 'For Ada Lovelace', who: ['Ada Lovelace'], unit: 'u', start: '2024-01-01' }
  const history = historyFromRecords(
    [
      { ...row, id: '1', boss: '2' },
      { ...row, id: '1', boss: '3' },
      { ...row, id: '2', boss: null },
      { ...row, id: '3', boss: null },
    ],
    {
      id: 'id',
      manager: 'boss',
      title: 'title',
      holders: 'who',
      unit: 'unit',
      from: 'start',
      onIssue: 'collect',
    },
  )
  const [{ spec }] = timelineOf(erasePeople(history, 'Ada Lovelace'), { role: '1' })
  expect(spec).toEqual({ title: 'For Person 1', holders: ['Person 1'], unit: 'u' })
})
