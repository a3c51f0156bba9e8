import fc from 'fast-check'
import { checkOrg, type IssueCode, type Org, orgFromRecords, type UnitSpec } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { chart, type Row, unreported } from './harness.js'

interface Plan {
  readonly rows: readonly Row[]
  readonly units: Readonly<Record<string, UnitSpec>>
}

/**
 * A sound chart: trees of two roles or more; dotted lines and moves that lead to earlier roles, so that they close no
 * cycle; units, each part of an earlier one, whose heads are their members.
 */
const sound: fc.Arbitrary<Plan> = fc
  .array(
    fc.record({
      manager: fc.nat(),
      top: fc.integer({ min: 0, max: 9 }),
      dotted: fc.nat(),
      move: fc.nat(),
      unit: fc.nat({ max: 3 }),
    }),
    { maxLength: 40 },
  )
  .map((seeds) => {
    const rows: Row[] = [{ id: 'first' }, { id: 'second', manager: 'first' }]
    for (const [index, seed] of seeds.entries()) {
      const earlier = (pick: number): string => rows[pick % rows.length].id
      const manager = earlier(seed.manager)
      const dotted = earlier(seed.dotted)
      const row = {
        id: `role-${String.fromCodePoint(97 + (index % 26))}${String(index)}`,
        ...(dotted !== manager && { dotted: [dotted] }),
        ...(seed.move % 2 === 0 && { moves: [earlier(seed.move)] }),
        unit: `unit-${String(seed.unit)}`,
      }
      if (seed.top > 0) rows.push({ ...row, manager })
      else rows.push(row, { id: `${row.id}-report`, manager: row.id })
    }
    const units = new Map<string, UnitSpec>()
    for (let unit = 0; unit < 4; unit++) {
      const head = rows.find((row) => row.unit === `unit-${String(unit)}`)?.id
      units.set(`unit-${String(unit)}`, {
        ...(head !== undefined && { head }),
        ...(unit > 0 && { partOf: `unit-${String(Math.floor(unit / 2))}` }),
      })
    }
    return { rows, units: Object.fromEntries(units) }
  })

/** One defect each, put into a sound chart by itself. */
const defects: Readonly<Partial<Record<IssueCode, (plan: Plan, pick: number) => Plan>>> = {
  DUPLICATE_ID: ({ rows, units }, pick) => ({ rows: [...rows, { id: at(rows, pick).id }], units }),
  UNKNOWN_MANAGER: ({ rows, units }) => ({ rows: [...rows, { id: 'new', manager: 'nobody at all' }], units }),
  SELF_REPORT: ({ rows, units }) => ({ rows: [...rows, { id: 'new', manager: 'new' }], units }),
  REPORTING_CYCLE: ({ rows, units }) => ({
    rows: [{ id: 'x', manager: 'z' }, ...rows, { id: 'y', manager: 'x' }, { id: 'z', manager: 'y' }],
    units,
  }),
  UNIT_CYCLE: ({ rows, units }) => ({ rows, units: { ...units, x: { partOf: 'y' }, y: { partOf: 'x' } } }),
  HEAD_OUTSIDE_UNIT: ({ rows, units }) => ({
    rows: [...rows, { id: 'new', manager: 'first', unit: 'unit-0' }],
    units: { ...units, x: { head: 'new' } },
  }),
  ISOLATED_ROLE: ({ rows, units }, pick) => ({
    rows: [...rows.slice(0, pick % rows.length), { id: 'new' }, ...rows.slice(pick % rows.length)],
    units,
  }),
  DOUBLED_LINE: ({ rows, units }, pick) => {
    const manager = at(rows, pick).id
    return { rows: [...rows, { id: 'new', manager, dotted: [manager] }], units }
  },
  DOTTED_CYCLE: ({ rows, units }, pick) => {
    const manager = at(rows, pick).id
    return { rows: [...rows, { id: 'x', manager, dotted: ['y'] }, { id: 'y', manager: 'x' }], units }
  },
  LOOK_ALIKE_IDS: ({ rows, units }, pick) => ({
    rows: [...rows, { id: ` ${at(rows, pick).id.toUpperCase()}`, manager: 'first' }],
    units,
  }),
  REPEATED_HOLDER: ({ rows, units }, pick) => ({
    rows: [...rows, { id: 'new', manager: at(rows, pick).id, holders: ['ada', 'joe', 'ada'] }],
    units,
  }),
  OVER_FULL_TIME: ({ rows, units }, pick) => {
    const holders = [{ person: 'may', share: 0.7 }]
    const manager = at(rows, pick).id
    return { rows: [...rows, { id: 'x', manager, holders }, { id: 'y', manager, holders }], units }
  },
  DUPLICATE_LINE: ({ rows, units }, pick) => ({
    rows: [...rows, { id: 'new', dotted: [at(rows, pick).id, at(rows, pick).id] }],
    units,
  }),
  SELF_MOVE: ({ rows, units }) => ({
    rows: [...rows, { id: 'new', manager: 'first', moves: ['new'] }],
    units,
  }),
  UNKNOWN_ROLE: ({ rows, units }) => ({
    rows: [...rows, { id: 'new', manager: 'first', moves: ['nobody at all'] }],
    units,
  }),
  UNKNOWN_UNIT: ({ rows, units }) => ({
    rows: [...rows, { id: 'new', manager: 'first', unit: 'none at all' }],
    units,
  }),
  INVALID_FIELD: ({ rows, units }) => ({
    rows: [...rows, { id: 'new', manager: 'first', grade: NaN }],
    units,
  }),
}

function at(rows: readonly Row[], pick: number): Row {
  return rows[pick % rows.length]
}

function orgOf({ rows, units }: Plan): Org {
  return chart(rows, units)
}

describe('checkOrg on sound charts', () => {
  it('finds nothing', () => {
    fc.assert(
      fc.property(sound, (plan) => {
        expect(checkOrg(orgOf(plan)).issues).toEqual([])
        expect(checkOrg(unreported(orgOf(plan)), { allowSelfManagedTops: true }).issues).toEqual([])
      }),
    )
  })

  it.each(Object.entries(defects))('finds a single defect by its rule alone: %s', (code, inject) => {
    fc.assert(
      fc.property(sound, fc.nat(), (plan, pick) => {
        const result = checkOrg(orgOf(inject(plan, pick)))
        expect(result.counts).toEqual({ [code]: 1 })
        expect(result.issues.map((issue) => issue.code)).toEqual([code])
      }),
    )
  })

  it('gives the same answer for the same chart each time', () => {
    fc.assert(
      fc.property(sound, fc.nat(), fc.subarray(Object.values(defects)), (plan, pick, chosen) => {
        const broken = chosen.reduce((before, inject) => inject(before, pick), plan)
        const result = checkOrg(orgOf(broken))
        expect(checkOrg(orgOf(broken))).toEqual(result)
        const capped = checkOrg(orgOf(broken), { maxIssues: 2 })
        expect(capped).toEqual({ ...result, issues: result.issues.slice(0, 2) })
      }),
    )
  })

  it('answers and ends for any lines and any ids', () => {
    const id = fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        '__proto__',
        'constructor',
        '7',
        '007',
        'a',
        'A',
        '\u0430',
        'e\u0301',
        '\u00e9',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    )
    const row = fc.record({ id, manager: id, dotted: fc.array(id, { maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.boolean(), (rows, allowSelfManagedTops) => {
        const org = orgFromRecords(rows, {
          id: 'id',
          manager: 'manager',
          dotted: 'dotted',
          onIssue: 'collect',
        })
        const { issues, total } = checkOrg(org, { allowSelfManagedTops, maxIssues: Infinity })
        expect(issues).toHaveLength(total)
        for (const { message, suggestion } of issues) {
          expect(message).not.toMatch(/[\n\u202a-\u202e]|undefined|\[object/)
          expect(suggestion).toMatch(/\.$/)
        }
        expect({}).not.toHaveProperty('manager')
      }),
    )
  })
})
