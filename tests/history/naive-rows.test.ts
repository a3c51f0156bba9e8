import {
  changeOrg,
  changesBetween,
  historyFromRecords,
  historyIssuesOf,
  managerAt,
  managerOf,
  orgAt,
  orgFromRecords,
  rolesOf,
  timelineOf,
} from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { type Random, randomFrom } from '../change/random-charts.js'
import { contentOf, dateOf } from './random-histories.js'

const RUNS = Number(process.env['ROW_RUNS'] ?? 100)
const DAYS = 24
const FIELDS = {
  id: 'id',
  manager: 'manager',
  dotted: 'dotted',
  moves: 'moves',
  title: 'title',
  unit: 'unit',
} as const

interface Row {
  readonly id: string
  readonly manager: string | null
  readonly dotted: string | null
  readonly moves: string | null
  readonly title: string | null
  readonly unit: string | null
  readonly head: null
  /** The first day, and the day after the last one, as numbers. */
  readonly first: number
  readonly last: number | undefined
  readonly known: string
  readonly sequence: number
  readonly gone: boolean
}

const IDS = ['a', 'b', 'c', 'd', '7']

function randomRows(random: Random): Row[] {
  const pick = <Item>(list: readonly Item[]): Item => list[random(list.length)]
  const isOrdered = random(2) === 0
  let day = 0
  return Array.from({ length: 1 + random(random(4) === 0 ? 40 : 12) }, (): Row => {
    const first = isOrdered ? (day += random(4)) % DAYS : random(DAYS)
    return {
      id: pick(IDS),
      manager: random(4) === 0 ? null : pick(random(30) === 0 ? ['ghost'] : IDS),
      dotted: random(3) === 0 ? pick(IDS) : null,
      moves: random(4) === 0 ? pick(IDS) : null,
      title: pick([null, 'T', 'U']),
      unit: pick([null, 'u', 'v']),
      head: null,
      first,
      last: random(3) === 0 ? undefined : first + 1 + random(9),
      known: random(3) === 0 ? dateOf(random(10)) : '',
      sequence: random(3),
      gone: random(12) === 0,
    }
  })
}

type Content = Pick<Row, 'manager' | 'dotted' | 'moves' | 'title' | 'unit'>

/** The rows of a role that hold on a day: those that no other one overrules. */
function holding(rows: readonly Row[], id: string, day: number): Row[] {
  const covering = rows.filter(
    (row) => row.id === id && row.first <= day && (row.last === undefined || day < row.last),
  )
  return covering.filter(
    (row) =>
      !covering.some(
        (other) =>
          other.known > row.known ||
          (other.known === row.known && other.first === row.first && other.sequence > row.sequence),
      ),
  )
}

/** What the rows say on a day, by role; `undefined` for a role that is not there. */
function contentOn(rows: readonly Row[], id: string, day: number): Content | undefined {
  const all = holding(rows, id, day)
  const there = all.filter(({ gone }) => !gone)
  if (there.length === 0) return undefined
  const [first] = there
  const part = <Name extends keyof Content>(name: Name): Content[Name] | null =>
    there.every((row) => row[name] === first[name]) ? first[name] : null
  return {
    manager: part('manager'),
    dotted: part('dotted'),
    moves: part('moves'),
    title: part('title'),
    unit: part('unit'),
  }
}

interface Day {
  /** The roles in the order of their beginnings. */
  readonly roles: readonly (Content & { readonly id: string })[]
  /** What is wrong on this day, as text. */
  readonly wrong: readonly string[]
}

function naiveDays(rows: readonly Row[]): Day[] {
  const ids = [...new Set(rows.map(({ id }) => id))]
  const said = ids.map((id) => Array.from({ length: DAYS + 20 }, (_, day) => contentOn(rows, id, day)))
  const covered = ids.map((id) =>
    Array.from({ length: DAYS + 20 }, (_, day) => holding(rows, id, day).length > 0),
  )
  let order: string[] = []
  return Array.from({ length: DAYS + 20 }, (_, day): Day => {
    const isThere = (id: string | null): boolean =>
      id !== null && said.at(ids.indexOf(id))?.[day] !== undefined && ids.includes(id)
    order = order.filter(isThere)
    order.push(...ids.filter((id) => isThere(id) && !order.includes(id)))
    const wrong: string[] = []
    for (const [index, id] of ids.entries()) {
      const rowsHere = holding(rows, id, day)
      if (rowsHere.length > 1) wrong.push(`OVERLAP ${id}`)
      if (
        !covered[index][day] &&
        covered[index].slice(0, day).includes(true) &&
        covered[index].slice(day).includes(true)
      )
        wrong.push(`GAP ${id}`)
    }
    const roles = order.map((id) => {
      const content = said[ids.indexOf(id)][day]
      if (content === undefined) throw new Error('not there')
      for (const name of ['manager', 'dotted', 'moves'] as const) {
        const end = content[name]
        if (end === null || isThere(end)) continue
        const days = ids.includes(end) ? said[ids.indexOf(end)] : []
        const first = days.findIndex((each) => each !== undefined)
        const code =
          first === -1
            ? name !== 'moves'
              ? 'UNKNOWN_MANAGER'
              : 'UNKNOWN_ROLE'
            : day < first
              ? 'MANAGER_STARTS_LATER'
              : 'MANAGER_ENDED'
        wrong.push(`${code} ${id} ${name} ${end}`)
      }
      const end = (name: 'manager' | 'dotted' | 'moves'): string | null =>
        isThere(content[name]) ||
        (name === 'manager' &&
          content[name] !== null &&
          !said.some((days, at) => ids[at] === content[name] && days.some((each) => each !== undefined)))
          ? content[name]
          : null
      return { ...content, id, manager: end('manager'), dotted: end('dotted'), moves: end('moves') }
    })
    const managers = new Map(roles.map(({ id, manager }) => [id, manager]))
    for (const { id } of roles) {
      const chain = [id]
      for (
        let next = managers.get(id);
        typeof next === 'string' && !chain.includes(next);
        next = managers.get(next)
      )
        chain.push(next)
      if (managers.get(chain[chain.length - 1]) === id)
        wrong.push(`${chain.length === 1 ? 'SELF_REPORT' : 'REPORTING_CYCLE'} ${chain.toSorted().join()}`)
    }
    return { roles, wrong: [...new Set(wrong)].sort() }
  })
}

/** The manager of a role on a day, in a list; no item where the role is not there. A role that reports to itself has none. */
function managersIn({ roles }: Day, role: string): (string | undefined)[] {
  return roles.flatMap(({ id, manager }) => {
    if (id !== role) return []
    const isThere = manager !== id && roles.some((other) => other.id === manager)
    return [isThere ? (manager ?? undefined) : undefined]
  })
}

/** The issues of a history on a day, as the same texts. */
function issuesOn(history: Parameters<typeof historyIssuesOf>[0], date: string): string[] {
  const texts = historyIssuesOf(history).flatMap(({ code, roles, units, from, to, place, witness }) => {
    if (from !== undefined && date < from) return []
    if (to !== undefined && date >= to) return []
    if (code === 'SELF_MOVE' || (code === 'SELF_REPORT' && place.field === 'dotted')) return []
    if (code === 'REPORTING_CYCLE' || code === 'SELF_REPORT') return `${code} ${roles.toSorted().join()}`
    if (code === 'UNKNOWN_ROLE' && units.length > 0)
      return `UNKNOWN_HEAD ${typeof witness[0] === 'string' ? witness[0] : ''}`
    if (code === 'OVERLAP' || code === 'GAP') return `${code} ${roles.join()}`
    return `${code} ${roles[0]} ${String(place.field)} ${typeof witness[0] === 'string' ? witness[0] : ''}`
  })
  return [...new Set(texts)].sort()
}

describe('rows of any roles, days and corrections', () => {
  it('give each day the org and the problems of the rows of that day', () => {
    for (let seed = 1; seed <= RUNS; seed++) {
      try {
        const random = randomFrom(seed)
        const all = randomRows(random)
        const inclusive = random(2) === 0
        const given = all.map(({ first, last, ...row }) => ({
          ...row,
          from: dateOf(first),
          to:
            last === undefined
              ? ['4712-12-31', '9999-12-31', '', null][random(4)]
              : dateOf(inclusive ? last - 1 : last),
        }))
        const history = historyFromRecords(given, {
          ...FIELDS,
          from: 'from',
          to: 'to',
          ends: inclusive ? 'inclusive' : 'exclusive',
          sequence: 'sequence',
          knownOn: 'known',
          inactive: 'gone',
          units: { u: { head: 'a' }, v: { head: ['b', 'c'] } },
          onIssue: 'collect',
        })
        const unknownHeads = ['a', 'b', 'c']
          .filter((head) => !all.some(({ id }) => id === head))
          .map((head) => `UNKNOWN_HEAD ${head}`)
        const misread = historyIssuesOf(history).some(({ code }) => code === 'ENDS_MISREAD')
        for (const knownOn of [undefined, dateOf(random(10)), '2025-12-31']) {
          const known = knownOn === undefined ? {} : { knownOn }
          const rows = all.filter((row) => row.known <= (knownOn ?? '9999-12-31'))
          const days = naiveDays(rows)
          for (const [day, { roles, wrong }] of days.entries()) {
            const org = orgAt(history, dateOf(day), known)
            const there = new Set(roles.map(({ id }) => id))
            const heads = (ids: readonly string[]): { head: string[] } => ({
              head: ids.filter((id) => there.has(id)),
            })
            const naive = orgFromRecords(roles, {
              ...FIELDS,
              units: { u: heads(['a']), v: heads(['b', 'c']) },
              onIssue: 'collect',
            })
            expect(contentOf(org)).toEqual(contentOf(naive))
            for (const id of rolesOf(org))
              expect(managerAt(history, id, dateOf(day), known)).toBe(managerOf(naive, id))
            if (knownOn === undefined && !misread)
              expect(issuesOn(history, dateOf(day))).toEqual([...unknownHeads, ...wrong].sort())
          }
          for (const id of new Set(days.flatMap((day) => day.roles.map((role) => role.id)))) {
            const spells = timelineOf(history, { role: id }, known)
            expect(spells.filter(({ from, to }) => to !== undefined && (from ?? '') >= to)).toEqual([])
            const managers = days.map((_, day) => {
              const date = dateOf(day)
              const on = spells.filter(({ from, to }) => (from ?? '') <= date && date < (to ?? '9'))
              return on.map(({ manager }) => manager)
            })
            expect(managers).toEqual(days.map((day) => managersIn(day, id)))
          }
          const [from, to] = [dateOf(random(DAYS) - 2), dateOf(random(DAYS) - 2)].sort()
          const changes = changesBetween(history, from, to, known).flatMap((entry) => entry.changes)
          const led = changeOrg(orgAt(history, from, known), changes, { onIssue: 'collect' }).org
          expect(contentOf(led)).toEqual(contentOf(orgAt(history, to, known)))
        }
      } catch (error) {
        throw new Error(`seed ${String(seed)}`, { cause: error })
      }
    }
  })
})
