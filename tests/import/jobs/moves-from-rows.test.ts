import { careerPath, isOrgError, nextStepsOf, orgFromRecords } from 'rolegraph'
import { type MoveFields, movesFromRows } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

type Row = Readonly<Record<string, unknown>>

const yearsOf = (years: unknown): unknown =>
  movesFromRows([{ a: 'x', b: 'y', years }], { from: 'a', to: 'b', years: 'years' }).get('x')?.[0]?.years

const issuesOf = (rows: readonly Row[], fields: MoveFields): readonly (readonly unknown[])[] => {
  const error = thrownBy(() => movesFromRows(rows, fields))
  if (!isOrgError(error, 'INVALID_ORG')) throw error
  return error.details.issues.map(({ code, place }) => [code, place.record, place.field])
}

describe('moves from a table of jobs', () => {
  it('are those to the next jobs of each job', () => {
    const jobs = [
      { Job: 'Coordinator', Level: 1, 'Next jobs': 'Analyst;  Manager, PMO', Years: '1–2 years' },
      { Job: 'Analyst', Level: 2, 'Next jobs': ['Manager, PMO'], Years: '3+' },
      { Job: 'Manager, PMO', Level: 3, 'Next jobs': '', Years: null },
    ]
    const moves = movesFromRows(jobs, { from: 'Job', to: 'Next jobs', years: 'Years' })
    expect(Object.fromEntries(moves)).toEqual({
      Coordinator: [
        { to: 'Analyst', years: [1, 2] },
        { to: 'Manager, PMO', years: [1, 2] },
      ],
      Analyst: [{ to: 'Manager, PMO', years: [3] }],
    })
    const org = orgFromRecords(jobs, { id: 'Job', grade: 'Level', moves: ({ Job }) => moves.get(Job) })
    expect(careerPath(org, 'Coordinator', 'Manager, PMO')?.roles).toEqual(['Coordinator', 'Manager, PMO'])
  })

  it('are pairs of jobs with their kinds, conditions and notes', () => {
    const jobs = [{ code: '11-1021' }, { code: '13-1082' }, { code: '7' }]
    const pairs = [
      {
        from: '13-1082',
        to: '11-1021',
        type: 'Promotion',
        needs: 'An opening|PMP',
        min: 2,
        max: '5',
        note: 'Usual',
      },
      { from: '13-1082', to: 7, type: 'LATERAL', needs: '', min: '', max: '', note: '' },
      { from: 7, to: '11-1021', type: '', needs: null, min: '4', max: null, note: undefined },
    ]
    const moves = movesFromRows(pairs, {
      from: 'from',
      to: 'to',
      kind: 'type',
      kinds: { promotion: 'advancement' },
      conditions: 'needs',
      years: ['min', 'max'],
      note: 'note',
    })
    expect(Object.fromEntries(moves)).toEqual({
      '13-1082': [
        {
          to: '11-1021',
          kind: 'advancement',
          years: [2, 5],
          conditions: ['An opening', 'PMP'],
          note: 'Usual',
        },
        { to: '7', kind: 'lateral' },
      ],
      '7': [{ to: '11-1021', years: [4] }],
    })
    const org = orgFromRecords(jobs, { id: 'code', moves: ({ code }) => moves.get(code) })
    expect(nextStepsOf(org, '13-1082').map(({ to }) => to)).toEqual(['11-1021', '7'])
  })

  it.each<[cell: unknown, years: unknown]>([
    ['3', [3, 3]],
    [3, [3, 3]],
    [' 2 - 4 ', [2, 4]],
    ['2 to 4 yrs.', [2, 4]],
    ['2–4 years', [2, 4]],
    ['0,5-1.5', [0.5, 1.5]],
    ['0,125', [0.125, 0.125]],
    ['3+', [3]],
    ['3+ years', [3]],
    ['3 years or more', [3]],
    ['at least 3', [3]],
    ['≥ 3 years', [3]],
    ['min. 3', [3]],
    ['up to 2 years', [0, 2]],
    ['18 months', [1.5, 1.5]],
    ['6-18 months', [0.5, 1.5]],
    ['6 months - 2 years', [0.5, 2]],
    ['', undefined],
    [null, undefined],
  ])('have years as a table writes them: %j', (cell, years) => {
    expect(yearsOf(cell)).toEqual(years)
  })

  it.each([
    'some',
    '4-2',
    '3 to',
    '-1',
    -1,
    Number.NaN,
    true,
    '1e3',
    '1,000',
    '1,000-2,000',
    '9'.repeat(100),
  ])('refuse years that are none: %j', (years) => {
    expect(issuesOf([{ a: 'x', b: 'y', years }], { from: 'a', to: 'b', years: 'years' })).toEqual([
      ['INVALID_FIELD', 0, 'years'],
    ])
  })

  it('report every problem of the rows', () => {
    const rows = [
      { from: '', to: 'b', kind: '', min: '', max: '' },
      { from: 'a', to: 'b', kind: 'upwards', min: '2-3', max: '' },
      { from: 'a', to: {}, kind: '', min: '', max: '' },
      { from: 'a', to: 'c', kind: '', min: '3', max: '1' },
    ]
    const fields = { from: 'from', to: 'to', kind: 'kind', years: ['min', 'max'], note: 'notes' } as const
    expect(issuesOf(rows, fields)).toEqual([
      ['MISSING_ID', 0, 'from'],
      ['INVALID_FIELD', 1, 'min'],
      ['INVALID_FIELD', 1, 'kind'],
      ['INVALID_FIELD', 2, 'to'],
      ['INVALID_FIELD', 3, 'max'],
      ['MISSING_COLUMN', undefined, undefined],
    ])
    expect(issuesOf(JSON.parse('[7]') as Row[], { from: 'a', to: 'b' })[0]).toEqual([
      'INVALID_FIELD',
      0,
      undefined,
    ])
  })

  it.each<[field: string, row: Row, received: string]>([
    ['note', { note: 1.5 }, '1.5'],
    ['note', { note: true }, 'true'],
    ['note', { note: new Date(0) }, 'an object'],
    ['note', { note: ['x'] }, 'an array of 1'],
    ['from', { from: 1.5 }, '1.5'],
    ['from', { from: 1.5, to: '' }, '1.5'],
    ['from', { from: ['a'] }, 'an array of 1'],
    ['years', { years: 'some', to: '' }, "'some'"],
    ['kind', { kind: 'upwards', to: null }, "'upwards'"],
    ['conditions', { conditions: true, to: '' }, 'true'],
  ])('report the %s of %j, which they cannot have', (field, part, received) => {
    const fields = {
      from: 'from',
      to: 'to',
      years: 'years',
      kind: 'kind',
      conditions: 'conditions',
      note: 'note',
    }
    const row = { from: 'a', to: 'b', years: '', kind: '', conditions: '', note: '', ...part }
    const error = thrownBy(() => movesFromRows<Row>([row], fields))
    if (!isOrgError(error, 'INVALID_ORG')) throw error
    const issues = error.details.issues.map(({ code, place, message }) => [code, place.field, message])
    expect(issues).toEqual([['INVALID_FIELD', field, expect.stringMatching(/: expected .*, received /)]])
    expect(error.message).toContain(`received ${received}`)
  })

  it('are one for a job or a condition that a cell repeats', () => {
    const rows = [{ a: 'x', b: 'y; z;y', c: 'PMP|PMP' }]
    expect(movesFromRows(rows, { from: 'a', to: 'b', conditions: 'c' }).get('x')).toEqual([
      { to: 'y', conditions: ['PMP'] },
      { to: 'z', conditions: ['PMP'] },
    ])
  })

  it('name the nearest field in a sentence of its own', () => {
    expect(thrownBy(() => movesFromRows<Row>([{ A: 'x', to: 'y' }], { from: 'a', to: 'to' }))).toMatchObject({
      message: expect.stringContaining("did you mean 'A'? The fields are 'A' and 'to'.") as unknown,
    })
  })

  it('take names of Object.prototype as jobs like any other', () => {
    const moves = movesFromRows([{ a: '__proto__', b: 'constructor' }], { from: 'a', to: 'b' })
    expect([...moves]).toEqual([['__proto__', [{ to: 'constructor' }]]])
    expect(movesFromRows([], { from: 'a', to: 'b' }).size).toBe(0)
  })

  it('split by another separator if one is given', () => {
    const rows = [{ a: 'x', b: 'y/z; w' }]
    expect(movesFromRows(rows, { from: 'a', to: 'b', separator: '/' }).get('x')).toEqual([
      { to: 'y' },
      { to: 'z; w' },
    ])
  })

  it.each<[what: string, code: string, args: readonly unknown[]]>([
    ['no rows', 'INVALID_ARGUMENT', [7, { from: 'a', to: 'b' }]],
    ['no fields', 'INVALID_ARGUMENT', [[], undefined]],
    ['no field of the next jobs', 'INVALID_ARGUMENT', [[], { from: 'a' }]],
    ['an unknown option', 'INVALID_OPTION', [[], { from: 'a', to: 'b', year: 'c' }]],
    ['a kind that is none', 'INVALID_OPTION', [[], { from: 'a', to: 'b', kinds: { up: 'upwards' } }]],
    ['three fields of years', 'INVALID_OPTION', [[], { from: 'a', to: 'b', years: ['c', 'd', 'e'] }]],
    ['a separator that is none', 'INVALID_OPTION', [[], { from: 'a', to: 'b', separator: '' }]],
  ])('refuse %s', (_what, code, args) => {
    expect(thrownBy(() => Reflect.apply(movesFromRows, undefined, [...args]))).toMatchObject({ code })
  })
})
