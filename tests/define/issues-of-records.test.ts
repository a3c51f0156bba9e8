import { type Issue, orgFromRecords, type RecordOptions } from 'rolegraph'
import { describe, expect, it } from 'vitest'
import { issuesThrownBy } from '../support/thrown-by.js'

interface Row {
  readonly [field: string]: unknown
}

/** Records as they come out of a file, every field under its own name. */
function issuesOfRecords(
  records: readonly unknown[],
  fields: readonly string[],
  more: object = {},
): readonly Issue<string>[] {
  const options: Record<string, unknown> = {
    ...Object.fromEntries(fields.map((name) => [name, name])),
    ...more,
  }
  const read = orgFromRecords as (records: Iterable<unknown>, options: object) => unknown
  return issuesThrownBy(() => read(records, options))
}

const CORRECT = 'Correct the value, or leave the field out.'

interface Case {
  readonly of: string
  readonly records: readonly unknown[]
  readonly fields: readonly string[]
  readonly more?: Partial<RecordOptions<Row>>
  readonly issues: readonly Issue<string>[]
}

describe('an issue of records', () => {
  it.each<Case>([
    {
      of: 'REPORTING_CYCLE',
      fields: ['id', 'manager'],
      records: [{ id: 'top' }, { id: 'b', manager: 'a' }, { id: 'a', manager: 'b' }],
      issues: [
        {
          code: 'REPORTING_CYCLE',
          severity: 'error',
          roles: ['b', 'a'],
          units: [],
          place: { record: 1, field: 'manager' },
          witness: ['b', 'a', 'b'],
          message: "2 roles report to each other in a cycle: 'b' → 'a' → 'b' (at record 1, manager)",
          suggestion: 'Remove one of these lines, or make it dotted.',
        },
      ],
    },
    {
      of: 'SELF_REPORT, SELF_MOVE and a dotted line to itself',
      fields: ['id', 'manager', 'dotted', 'moves'],
      records: [{ id: 'a', manager: 'a', dotted: 'a', moves: ['a'] }],
      issues: [
        {
          code: 'SELF_REPORT',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 0, field: 'manager' },
          witness: ['a', 'a'],
          message: "The role 'a' reports to itself (at record 0, manager)",
          suggestion: 'Leave the manager out for a role at the top.',
        },
        {
          code: 'SELF_REPORT',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 0, field: 'dotted' },
          witness: ['a', 'a'],
          message: "The role 'a' has a dotted line to itself (at record 0, dotted)",
          suggestion: 'Remove the edge.',
        },
        {
          code: 'SELF_MOVE',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 0, field: 'moves.0' },
          witness: ['a', 'a'],
          message: "The role 'a' progresses to itself (at record 0, moves.0)",
          suggestion: 'Remove the edge.',
        },
      ],
    },
    {
      of: 'UNKNOWN_MANAGER, UNKNOWN_ROLE',
      fields: ['id', 'manager', 'dotted', 'moves'],
      records: [{ id: 'boss' }, { id: 'a', manager: ' boss', dotted: ['bos'], moves: { to: 'bosss' } }],
      issues: [
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 1, field: 'manager' },
          witness: [' boss'],
          message:
            "The role 'a' reports to ' boss', which is not a role of this org; did you mean 'boss'? (at record 1, manager)",
          suggestion: 'Add the role, correct the id, or leave the manager out for a role at the top.',
        },
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 1, field: 'dotted.0' },
          witness: ['a', 'bos'],
          message:
            "The role 'a' has a dotted line to 'bos', which is not a role of this org; did you mean 'boss'? (at record 1, dotted.0)",
          suggestion: 'Add the role, or correct the id.',
        },
        {
          code: 'UNKNOWN_ROLE',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 1, field: 'moves' },
          witness: ['a', 'bosss'],
          message:
            "The role 'a' progresses to 'bosss', which is not a role of this org; did you mean 'boss'? (at record 1, moves)",
          suggestion: 'Add the role, or correct the id.',
        },
      ],
    },
    {
      of: 'UNKNOWN_MANAGER for a blank',
      fields: ['id', 'manager'],
      records: [{ id: 'a', manager: '  ' }],
      issues: [
        {
          code: 'UNKNOWN_MANAGER',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 0, field: 'manager' },
          witness: ['  '],
          message: "The role 'a' reports to '  ', which is not a role of this org (at record 0, manager)",
          suggestion:
            'A blank string counts as an id: leave the manager out (undefined) for a role at the top.',
        },
      ],
    },
    {
      of: 'DUPLICATE_ID, with both places, for each repetition',
      fields: ['id'],
      records: [{ id: 'x' }, { id: 'a' }, { id: 'a' }, { id: 'b' }, { id: 'a' }, { id: 'x' }],
      issues: [[1, 2, 'a'] as const, [1, 4, 'a'] as const, [0, 5, 'x'] as const].map(
        ([first, again, id]) => ({
          code: 'DUPLICATE_ID',
          severity: 'error',
          roles: [id],
          units: [],
          place: { record: again, field: 'id' },
          witness: [{ record: first }, { record: again, field: 'id' }],
          message: `Two roles have the id '${id}', the first at record ${String(first)} (at record ${String(again)}, id)`,
          suggestion:
            "Give each role a different id; if the rows are one role with several holders, pass repeatedIds: 'job-share'.",
        }),
      ),
    },
    {
      of: 'DUPLICATE_ID of a role and a unit that roles name; its members then have no unit',
      fields: ['id', 'unit'],
      records: [{ id: 'a', unit: 'pmo' }, { id: 'pmo' }],
      issues: [
        {
          code: 'DUPLICATE_ID',
          severity: 'error',
          roles: ['pmo'],
          units: ['pmo'],
          place: { record: 0, field: 'unit' },
          witness: [{ record: 1 }, { record: 0, field: 'unit' }],
          message: "A role and a unit have the id 'pmo' (at record 0, unit)",
          suggestion:
            'Roles and units share one namespace: give the units a prefix, unit: (row) => `unit:${row.unit}`.',
        },
      ],
    },
    {
      of: 'DUPLICATE_ID of a role and a unit of the option units',
      fields: ['id', 'unit'],
      records: [{ id: 'a', unit: 'pmo' }, { id: 'pmo' }],
      more: { units: { pmo: {} } },
      issues: [
        {
          code: 'DUPLICATE_ID',
          severity: 'error',
          roles: ['pmo'],
          units: ['pmo'],
          place: { path: ['units', 'pmo'] },
          witness: [{ record: 1 }, { path: ['units', 'pmo'] }],
          message: "A role and a unit have the id 'pmo' (at units.pmo)",
          suggestion: 'Roles and units share one namespace: rename one of the two.',
        },
      ],
    },
    {
      of: 'DUPLICATE_LINE and DUPLICATE_MOVE',
      fields: ['id', 'dotted', 'moves'],
      records: [{ id: 'a' }, { id: 'b', dotted: ['a', 'a'], moves: ['a', { to: 'a' }] }],
      issues: [
        {
          code: 'DUPLICATE_LINE',
          severity: 'error',
          roles: ['b'],
          units: [],
          place: { record: 1, field: 'dotted.1' },
          witness: ['b', 'a'],
          message: "The role 'b' has a dotted line to 'a' twice (at record 1, dotted.1)",
          suggestion: 'Remove the duplicate.',
        },
        {
          code: 'DUPLICATE_MOVE',
          severity: 'error',
          roles: ['b'],
          units: [],
          place: { record: 1, field: 'moves.1' },
          witness: ['b', 'a'],
          message: "The role 'b' progresses to 'a' twice (at record 1, moves.1)",
          suggestion: 'Remove the duplicate.',
        },
      ],
    },
    {
      of: 'UNKNOWN_UNIT, UNKNOWN_ROLE and UNIT_CYCLE, with the option units',
      fields: ['id', 'unit'],
      records: [{ id: 'a', unit: 'pm' }],
      more: { units: { pmo: { head: 'b', partOf: 'pmo' } } },
      issues: [
        {
          code: 'UNKNOWN_ROLE',
          severity: 'error',
          roles: [],
          units: ['pmo'],
          place: { path: ['units', 'pmo', 'head'] },
          witness: ['b'],
          message: "The unit 'pmo' has the head 'b', which is not a role of this org (at units.pmo.head)",
          suggestion: 'Correct the id, or leave the field out.',
        },
        {
          code: 'UNIT_CYCLE',
          severity: 'error',
          roles: [],
          units: ['pmo'],
          place: { path: ['units', 'pmo', 'partOf'] },
          witness: ['pmo', 'pmo'],
          message: "The unit 'pmo' is part of itself (at units.pmo.partOf)",
          suggestion: 'Remove one of the partOf fields.',
        },
        {
          code: 'UNKNOWN_UNIT',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 0, field: 'unit' },
          witness: ['pm'],
          message: "The role 'a' is a member of 'pm', which is not a unit of this org (at record 0, unit)",
          suggestion: 'Add it to units, correct the id, or leave the field out.',
        },
      ],
    },
    {
      of: 'INVALID_FIELD for a numeric id, with the fix',
      fields: ['id', 'manager'],
      records: [{ id: 'a' }, { id: 7, manager: 'a' }, { id: 'b', manager: 7 }, {}],
      issues: [
        {
          code: 'INVALID_FIELD',
          severity: 'error',
          roles: [],
          units: [],
          place: { record: 1, field: 'id' },
          witness: ['7'],
          message:
            'Expected an id as a string (for numbers: id: (row) => String(row.id)), received 7 (at record 1, id)',
          suggestion: CORRECT,
        },
        {
          code: 'INVALID_FIELD',
          severity: 'error',
          roles: [],
          units: [],
          place: { record: 3, field: 'id' },
          witness: ['undefined'],
          message:
            'Expected an id as a string (for numbers: id: (row) => String(row.id)), received undefined (at record 3, id)',
          suggestion: CORRECT,
        },
        {
          code: 'INVALID_FIELD',
          severity: 'error',
          roles: ['b'],
          units: [],
          place: { record: 2, field: 'manager' },
          witness: ['7'],
          message: 'Expected the id of the manager as a string, received 7 (at record 2, manager)',
          suggestion: CORRECT,
        },
      ],
    },
    {
      of: 'INVALID_FIELD for null instead of a record',
      fields: ['id', 'manager', 'title'],
      records: [null, { id: 'a' }, undefined],
      issues: [
        {
          code: 'INVALID_FIELD',
          severity: 'error',
          roles: [],
          units: [],
          place: { record: 0 },
          witness: ['null'],
          message: 'Expected a record, received null (at record 0)',
          suggestion: CORRECT,
        },
        {
          code: 'INVALID_FIELD',
          severity: 'error',
          roles: [],
          units: [],
          place: { record: 2 },
          witness: ['undefined'],
          message: 'Expected a record, received undefined (at record 2)',
          suggestion: CORRECT,
        },
      ],
    },
    {
      of: 'INVALID_FIELD for each wrong attribute and edge',
      fields: ['id', 'grade', 'holders', 'vacant', 'data', 'dotted', 'moves'],
      records: [
        { id: 'ok' },
        { id: 'a', grade: 'x', holders: [1], vacant: 1, data: { at: [new Date(0)] } },
        { id: 'b', dotted: ['ok', { to: 1 }], moves: { to: 'ok', years: [2, 1] } },
      ],
      issues: [
        ['a', 'grade', 'Expected a finite number, received ', "'x'"] as const,
        [
          'a',
          'holders.0',
          'Expected a name or id, or { person, share, kind, from, to }, received ',
          '1',
        ] as const,
        ['a', 'vacant', 'Expected true or false, received ', '1'] as const,
        [
          'a',
          'data',
          'Expected plain data (no functions, class instances or cycles), but it has a class instance at at.0, received ',
          'an object',
        ] as const,
        ['b', 'dotted.1.to', 'Expected the id of a role, received ', '1'] as const,
        [
          'b',
          'moves.years',
          'Expected years as [min] or [min, max] with 0 ≤ min ≤ max, received ',
          'an array of 2',
        ] as const,
      ].map(([role, field, expected, received]) => {
        const record = role === 'a' ? 1 : 2
        return {
          code: 'INVALID_FIELD',
          severity: 'error',
          roles: [role],
          units: [],
          place: { record, field },
          witness: [received],
          message: `${expected}${received} (at record ${String(record)}, ${field})`,
          suggestion: CORRECT,
        }
      }),
    },
    {
      of: 'INVALID_FIELD for vacancies that contradict the holders',
      fields: ['id', 'vacant', 'holders'],
      records: [
        { id: 'a', vacant: true, holders: 'Ann' },
        { id: 'b', vacant: false, holders: [] },
        { id: 'c', vacant: true, holders: [] },
        { id: 'd', vacant: false, holders: ['Dan'] },
        { id: 'e', vacant: false },
        { id: 'f', holders: [] },
      ],
      issues: [
        {
          code: 'INVALID_FIELD',
          severity: 'error',
          roles: ['a'],
          units: [],
          place: { record: 0, field: 'holders' },
          witness: ['an array of 1'],
          message:
            'Expected no holders, since the role is vacant, received an array of 1 (at record 0, holders)',
          suggestion: CORRECT,
        },
        {
          code: 'INVALID_FIELD',
          severity: 'error',
          roles: ['b'],
          units: [],
          place: { record: 1, field: 'holders' },
          witness: ['an array of 0'],
          message:
            'Expected at least one holder, since the role is not vacant, received an array of 0 (at record 1, holders)',
          suggestion: CORRECT,
        },
      ],
    },
    {
      of: 'UNKNOWN_FIELD of a line and a move',
      fields: ['id', 'dotted', 'moves'],
      records: [{ id: 'a' }, { id: 'b', dotted: { to: 'a', ['x\ny']: 1 }, moves: [{ to: 'a', year: [1] }] }],
      issues: [
        {
          code: 'UNKNOWN_FIELD',
          severity: 'error',
          roles: ['b'],
          units: [],
          place: { record: 1, field: 'dotted.x\ny' },
          witness: ['x\ny'],
          message: String.raw`There is no field 'x\ny' (at record 1, 'dotted.x\ny')`,
          suggestion: 'The known fields are to, as, sources, hedge, note.',
        },
        {
          code: 'UNKNOWN_FIELD',
          severity: 'error',
          roles: ['b'],
          units: [],
          place: { record: 1, field: 'moves.0.year' },
          witness: ['year'],
          message: "There is no field 'year'; did you mean 'years'? (at record 1, moves.0.year)",
          suggestion:
            "The known fields are to, sources, hedge, note, kind, years, conditions; the kinds are 'advancement', 'lateral' and 'transition'.",
        },
      ],
    },
  ])('$of', ({ records, fields, more, issues }) => {
    expect(issuesOfRecords(records, fields, more)).toStrictEqual(issues)
  })

  it('always comes in the same order: what cannot be read, then what cannot be looked up', () => {
    const records = [
      { id: 'a', manager: 'b', unit: 'a' },
      { id: 'b', manager: 'a', grade: 'x' },
      { id: 'a', manager: 'z' },
      { id: 'c', manager: 'z', dotted: 7, moves: 'z' },
    ]
    for (let time = 0; time < 3; time++) {
      const issues = issuesOfRecords(records, ['id', 'manager', 'unit', 'grade', 'dotted', 'moves'])
      expect(issues.map(({ code, place }) => [code, place.record, place.field])).toEqual([
        ['DUPLICATE_ID', 2, 'id'],
        ['INVALID_FIELD', 1, 'grade'],
        ['INVALID_FIELD', 3, 'dotted'],
        ['DUPLICATE_ID', 0, 'unit'],
        ['UNKNOWN_MANAGER', 3, 'manager'],
        ['UNKNOWN_ROLE', 3, 'moves'],
        ['REPORTING_CYCLE', 0, 'manager'],
      ])
    }
  })
})
