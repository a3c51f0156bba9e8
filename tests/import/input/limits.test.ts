import { rolesOf } from 'rolegraph'
import { type CsvOptions, parseCsv, safeParseCsv } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

const chain = (roles: number): string =>
  `id,manager\n${Array.from({ length: roles }, (_, row) => `${row + 1},${row === 0 ? '' : row}\n`).join('')}`

describe('limits', () => {
  it.each<
    [
      limit: string,
      source: string,
      limits: NonNullable<CsvOptions['limits']>,
      place: object,
      witness: string[],
    ]
  >([
    ['bytes', chain(3), { bytes: 10 }, {}, ['bytes', '10']],
    ['rows', chain(3), { rows: 2 }, { line: 4 }, ['rows', '2']],
    ['columns', 'id,manager,title\n1,,x\n', { columns: 2 }, { line: 1 }, ['columns', '2']],
    [
      'idLength',
      'id,manager\n1,\n12345,1\n',
      { idLength: 4 },
      { line: 3, field: 'id' },
      ['idLength', '4', "'12345'"],
    ],
  ])('of %s: one more is an issue', (_limit, source, limits, place, witness) => {
    const result = safeParseCsv(source, { limits })
    expect(result.ok).toBe(false)
    expect(result.issues).toMatchObject([{ code: 'LIMIT_EXCEEDED', severity: 'error', place, witness }])
  })

  it.each<[limit: string, source: string, limits: NonNullable<CsvOptions['limits']>]>([
    ['bytes', chain(3), { bytes: chain(3).length }],
    ['rows', chain(3), { rows: 3 }],
    ['columns', 'id,manager,title\n1,,x\n', { columns: 3 }],
    ['idLength', 'id,manager\n1,\n12345,1\n', { idLength: 5 }],
  ])('of %s: as many as allowed are none', (_limit, source, limits) => {
    expect(safeParseCsv(source, { limits })).toMatchObject({ ok: true, issues: [] })
  })

  it('leave what was read before, in lenient mode', () => {
    const rows = safeParseCsv(chain(3), { mode: 'lenient', limits: { rows: 2 } })
    expect(rows.ok && rolesOf(rows.org)).toEqual(['1', '2'])
    const ids = safeParseCsv('id,manager\n1,\n12345,1\n2,1\n', { mode: 'lenient', limits: { idLength: 4 } })
    expect(ids.ok && rolesOf(ids.org)).toEqual(['1', '2'])
    const columns = safeParseCsv('id,manager,title\n1,,x\n', { mode: 'lenient', limits: { columns: 2 } })
    expect(columns.ok).toBe(false)
  })

  it('of issues: the rest is counted', () => {
    const source = `id,manager\n${'1,\n'.repeat(10)}`
    const { issues } = safeParseCsv(source, { limits: { issues: 3 } })
    expect(issues.map(({ code }) => code)).toEqual([
      'DUPLICATE_ID',
      'DUPLICATE_ID',
      'DUPLICATE_ID',
      'LIMIT_EXCEEDED',
    ])
    expect(issues[3]).toMatchObject({
      severity: 'error',
      witness: ['issues', '9'],
      message: '6 more issues are not listed',
    })
  })

  it('of issues: unlisted warnings are no error', () => {
    const result = safeParseCsv(`id,manager\n1,\n2,1,\n3,1,\n4,1,\n`, { limits: { issues: 1 } })
    expect(result.ok).toBe(true)
    expect(result.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['RAGGED_ROW', 'warning'],
      ['LIMIT_EXCEEDED', 'warning'],
    ])
  })
})

describe('issues', () => {
  it('are deeply frozen', () => {
    const { issues } = safeParseCsv('id,manager\n1,2,3\n,4\n5,5\n')
    expect(issues.length).toBeGreaterThan(2)
    for (const issue of issues) {
      const values: unknown[] = [issue, ...Object.values<unknown>({ ...issue })]
      expect(values.every((value) => Object.isFrozen(value))).toBe(true)
    }
    expect(Object.isFrozen(issues)).toBe(true)
  })

  it('are all in the error, and its message has the first ten errors and no warning', () => {
    const source = `id,manager\n1,,\n${'1,\n'.repeat(12)}`
    const error = thrownBy(() => parseCsv(source))
    expect(error.code).toBe('INVALID_ORG')
    expect(error.details).toMatchObject({ issues: { length: 13 } })
    expect(error.message.match(/^- /gm)).toHaveLength(11)
    expect(error.message).not.toContain('RAGGED_ROW')
    expect(error.message).toContain('- and 2 more in details.issues')
  })
})
