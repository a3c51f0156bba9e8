import { changeOrg, defineOrg, type Org, orgFromRecords } from 'rolegraph'
import { toHtml } from 'rolegraph/html'
import { describe, expect, it } from 'vitest'
import { chartOf } from '../../src/html/client/chart.js'
import { EditSession } from '../../src/html/client/edit/edit-session.js'
import { type PackedData, unpacked } from '../../src/html/packed-data.js'
import { NONE, type PageData } from '../../src/html/page-data.js'

function embedded(page: string, id: string): unknown {
  const start = `<script type="application/json" id="${id}">`
  const from = page.indexOf(start) + start.length
  return JSON.parse(page.slice(from, page.indexOf('</script>', from)))
}

function dataOf(org: Org): PageData {
  return unpacked(embedded(toHtml(org, { edit: true }), 'org') as PackedData)
}

/** What a page says about each role by id, whatever its row, without marks. */
function shown(data: PageData): object {
  const idAt = (row: number): string => data.ids[row] ?? ''
  const pairs = (list: readonly (readonly [number, ...unknown[]])[]): object =>
    Object.fromEntries(list.map(([row, ...rest]) => [idAt(row), rest]))
  return {
    parents: Object.fromEntries(data.ids.map((id, row) => [id, idAt(data.parents[row])])),
    labels: Object.fromEntries(data.ids.map((id, row) => [id, data.labels[row]])),
    order: data.order?.map(idAt),
    lines: data.lines.map(([from, to, kind]) => [idAt(from), idAt(to), kind].join(' ')).sort(),
    moves: data.moves.map(([from, to]) => [idAt(from), idAt(to)].join(' ')).sort(),
    holders: Object.fromEntries(data.holders.map(([row, texts]) => [idAt(row), texts])),
    people: Object.fromEntries(
      data.holders.map(([row, , people]) => [idAt(row), people.map((person) => data.people[person][0])]),
    ),
    assignments: pairs(data.assignments.map(([row, list]) => [row, list.map(([, terms]) => terms)])),
    unknownManagers: data.unknownManagers.map(idAt).sort(),
    vacant: data.vacant.map(idAt).sort(),
    staff: data.staff.map(idAt).sort(),
    grades: Object.fromEntries(data.ids.map((id, row) => [id, data.grades[row]])),
    units: Object.fromEntries(data.ids.map((id, row) => [id, data.unitTitles[data.units[row]] ?? null])),
    fields: data.fields.map(({ name, rows, values }) => [
      name,
      Object.fromEntries(rows.map((row, at) => [idAt(row), values[at]])),
    ]),
  }
}

/** The layer of each role, and how many are below it, counted along its managers. */
function countsOf({ parents }: PageData): { layer: number[]; below: number[] } {
  const counts = { layer: parents.map(() => 1), below: parents.map(() => 0) }
  for (const [row, manager] of parents.entries()) {
    for (let above = manager; above !== NONE; above = parents[above]) {
      counts.layer[row]++
      counts.below[above]++
    }
  }
  return counts
}

/** A small generator of numbers, so that a failure can be repeated. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const small = defineOrg({
  roles: {
    a: { title: 'A', grade: 5, fte: 1 },
    b: { reportsTo: 'a', holders: [{ person: 'x', share: 0.5, kind: 'acting' }], unit: 'u', fte: 0.5 },
    c: { reportsTo: { to: 'a', as: 'assistant' }, dottedTo: 'b', progressesTo: 'b' },
    d: { reportsTo: 'b', dottedTo: ['c', 'a'], vacant: true, skills: ['s'] },
    e: { reportsTo: 'b', dottedTo: 'd', progressesTo: ['d', 'c'] },
    f: { dottedTo: 'e' },
    g: { reportsTo: { to: 'e', as: 'adviser' }, holders: ['y'] },
  },
  units: { u: { title: 'U' } },
  people: { x: { name: 'Xe' }, y: { name: 'Yo' } },
})

const plain = orgFromRecords(
  Array.from({ length: 12 }, (_, at) => ({
    id: `r${String(at)}`,
    boss: at === 0 ? null : `r${String(at >> 1)}`,
    who: at % 3 === 0 ? `P${String(at)}` : null,
  })),
  { id: 'id', manager: 'boss', holders: 'who' },
)

describe('a page after edits shows what a page of the org after them shows', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))('seed %i', (seed) => {
    const random = randomNumbers(seed)
    const org: Org = seed % 2 === 0 ? small : plain
    const page = toHtml(org, { edit: true })
    const before = unpacked(embedded(page, 'org') as PackedData)
    const session = new EditSession(before, embedded(page, 'edit') as { org: unknown }, () => undefined)
    const chart = chartOf(before)
    const states = [before]
    for (let step = 0; step < 25; step++) {
      const { data } = session
      if (data.ids.length === 0) break
      const row = random(data.ids.length)
      const other = random(data.ids.length)
      const edits = [
        () => session.move(row, random(5) === 0 ? -1 : other),
        () => session.move(row, other),
        () => session.add(`New ${String(step)}`, random(4) === 0 ? -1 : row),
        () => session.rename(row, `Name ${String(step)}`),
        () =>
          session.assign(
            row,
            `Person ${String(random(3))}`,
            random(2) === 0 ? {} : { kind: 'acting', share: 0.25 },
          ),
        () => {
          const held = data.holders.find(([each]) => each === row)?.[2] ?? []
          return held.length === 0 ? { message: '', roles: [] } : session.unassign(row, held[0])
        },
        () => {
          const id = data.ids[other]
          const rules = ['lift', 'remove', 'refuse', { to: id }] as const
          return session.remove(row, rules[random(4)], random(2) === 0 ? 'remove' : 'refuse')
        },
      ]
      if (edits[random(edits.length)]() === undefined && session.data !== states.at(-1))
        states.push(session.data)
      const after = changeOrg(org, session.changes as never).org as Org
      expect(shown(session.data)).toEqual(shown(dataOf(after)))
      const count = session.data.ids.length
      const { layer, below } = chartOf(session.data, chart)
      expect({ layer: [...layer.slice(0, count)], below: [...below.slice(0, count)] }).toEqual(
        countsOf(session.data),
      )
    }
    expect(states.length).toBeGreaterThan(5)
    for (const state of states.toReversed()) {
      expect(session.data).toBe(state)
      session.undo()
    }
    expect(session.changes).toEqual([])
    for (const state of states.slice(1)) {
      session.redo()
      expect(session.data).toBe(state)
    }
  })
})

describe('a page that edits a broken chart', () => {
  const broken = orgFromRecords([{ id: 'a' }, { id: 'b', manager: 'gone' }, { id: 'c', manager: 'b' }], {
    id: 'id',
    manager: 'manager',
    onIssue: 'collect',
  })

  it('forgets that a manager is unknown once the role has another one, or none', () => {
    const session = new EditSession(
      dataOf(broken),
      embedded(toHtml(broken, { edit: true }), 'edit') as never,
      () => undefined,
    )
    const unknown = (): string[] => session.data.unknownManagers.map((row) => session.data.ids[row])
    const [a, b] = ['a', 'b'].map((id) => session.data.ids.indexOf(id))
    expect(unknown()).toEqual(['b'])
    expect(session.move(b, a)).toBeUndefined()
    expect(unknown()).toEqual([])
    expect(session.move(b, -1)).toBeUndefined()
    expect(unknown()).toEqual([])
    session.undo()
    session.undo()
    expect(unknown()).toEqual(['b'])
    expect(session.move(b, -1)).toBeUndefined()
    expect(session.changes).toEqual([{ do: 'set-manager', role: 'b', manager: null }])
    expect(unknown()).toEqual([])
    const after = changeOrg(broken, session.changes as never).org
    expect(shown(session.data)).toEqual(shown(dataOf(after)))
  })
})
