import {
  assignmentsOf,
  historyFromRecords,
  isOrgError,
  type Issue,
  issuesOf,
  type Org,
  orgFromRecords,
  timelineOf,
} from 'rolegraph'
import { type CsvOptions, parseRecords, safeParseCsv, safeParseRecords } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

/** One person per row, with the terms of the assignment; numbers are written as numbers in JSON. */
type Terms = { readonly share?: string | number; readonly from?: string; readonly to?: string }
type Options = Pick<CsvOptions, 'ends' | 'open' | 'decimal'>
interface Read {
  readonly org: Org
  readonly issues: readonly Issue<string>[]
}

const PERSON = { id: 'no', share: 'share', from: 'from', to: 'to' } as const

function fromCsv(rows: readonly Terms[], options: Options = {}): Read {
  const lines = rows.map(({ share = '', from = '', to = '' }, index) =>
    [`r${String(index)}`, '', `p${String(index)}`, `"${String(share)}"`, from, to].join(';'),
  )
  const { org, issues } = safeParseCsv(['id;manager;no;share;from;to', ...lines].join('\n'), {
    columns: { person: 'no', share: 'share', from: 'from', to: 'to' },
    mode: 'lenient',
    ...options,
  })
  if (org === undefined) throw new Error('expected an org')
  return { org, issues }
}

/** A field that is left out is null: no record having a field is an issue of its own. */
function recordsOf(rows: readonly Terms[]) {
  return rows.map(({ share = null, from = null, to = null }, index) => ({
    id: `r${String(index)}`,
    no: `p${String(index)}`,
    share,
    from,
    to,
  }))
}

function fromJson(rows: readonly Terms[], { decimal: _, ...options }: Options = {}): Read {
  const { org, issues } = safeParseRecords(JSON.stringify(recordsOf(rows)), {
    manager: null,
    person: PERSON,
    mode: 'lenient',
    ...options,
  })
  if (org === undefined) throw new Error('expected an org')
  return { org, issues }
}

function fromRecords(rows: readonly Terms[], { decimal: _, ...options }: Options = {}): Read {
  const org = orgFromRecords(recordsOf(rows), { id: 'id', person: PERSON, onIssue: 'collect', ...options })
  return { org, issues: issuesOf(org) }
}

const termsIn = (org: Org) => assignmentsOf(org, { role: 'r0' })[0]

describe.each([
  ['a table', fromCsv],
  ['records in JSON', fromJson],
  ['orgFromRecords', fromRecords],
])('the terms of assignments in %s', (_name, read) => {
  it('end on the day after the last one by default', () => {
    const { org } = read([{ from: '2026-01-01', to: '2026-03-31' }])
    expect(termsIn(org).to).toBe('2026-03-31')
  })

  it.each([
    ['2026-03-30', '2026-03-31'],
    ['2026-03-31', '2026-04-01'],
    ['2026-12-31', '2027-01-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-02-28', '2026-03-01'],
  ])('end on the last day by ends: inclusive: %s is before %s', (to, after) => {
    const { org, issues } = read([{ to }], { ends: 'inclusive' })
    expect([termsIn(org).to, issues]).toEqual([after, []])
  })

  it('may be one day with ends: inclusive, and not less', () => {
    const day = { from: '2026-03-31', to: '2026-03-31' }
    const { org, issues } = read([day, { from: '2026-03-31', to: '2026-03-30' }], { ends: 'inclusive' })
    expect(termsIn(org)).toMatchObject({ from: '2026-03-31', to: '2026-04-01' })
    expect(issues).toMatchObject([{ code: 'INVALID_FIELD', roles: ['r1'], witness: ["'2026-03-30'"] }])
    expect(issues[0].message).toContain(
      "Expected the first day or a later one (to is the last day, with ends: 'inclusive'), received '2026-03-30'",
    )
    expect(read([day]).issues[0].message).toContain(
      'a day after the first one (to is the day after the last one)',
    )
  })

  it.each(['9999-12-31', '4712-12-31', '2999-12-31', ''])('have no end at %j', (to) => {
    for (const ends of ['inclusive', 'exclusive'] as const) {
      const { org, issues } = read([{ from: '2026-01-01', to }], { ends })
      expect([termsIn(org).from, termsIn(org).to, issues]).toEqual(['2026-01-01', undefined, []])
    }
  })

  it('have no end at the dates of the option open, and only there', () => {
    const { org, issues } = read([{ to: 'never' }, { to: '2999-12-31' }], { open: ['never'] })
    expect([
      assignmentsOf(org, { role: 'r0' })[0].to,
      assignmentsOf(org, { role: 'r1' })[0].to,
      issues,
    ]).toEqual([undefined, '2999-12-31', []])
    // The day after the last one that can be written is not computed.
    expect(termsIn(read([{ to: '9999-12-31' }], { ends: 'inclusive', open: [] }).org).to).toBeUndefined()
  })

  it.each<[string | number, number]>([
    ['60%', 0.6],
    ['7 %', 0.07],
    ['33.3%', 0.333],
    ['100%', 1],
    ['120%', 1.2],
    ['200%', 2],
    [0.6, 0.6],
    [2, 2],
  ])('have the share %j', (share, expected) => {
    const { org, issues } = read([{ share }])
    expect([termsIn(org).share, issues]).toEqual([expected, []])
  })

  it.each<string | number>([60, 100, 2.5, '60%%', '0%', '-5%', '%', '201%', 'half', '0,6'])(
    'have no share %j',
    (share) => {
      const { org, issues } = read([{ share }])
      expect(termsIn(org).share).toBeUndefined()
      expect(issues).toMatchObject([{ code: 'INVALID_FIELD', severity: 'error', roles: ['r0'] }])
    },
  )

  it('say how to write a share that may be a percentage', () => {
    const [issue] = read([{ share: 60 }]).issues
    expect(issue.message).toContain(
      "Expected a share of full time above 0 and up to 2, such as 0.6 or '60%', received 60",
    )
    expect(issue.suggestion).toBe(
      "Write a number up to 2, such as 0.6, or a percentage with its sign, such as '60%', or leave the field out.",
    )
  })

  it.each<[string, unknown]>([
    ['ends', 'next'],
    ['ends', null],
    ['open', '9999-12-31'],
    ['open', [9999]],
  ])('refuse the option %s: %j', (option, received) => {
    try {
      read([], { [option]: received })
    } catch (error) {
      if (!isOrgError(error, 'INVALID_OPTION')) throw error
      expect(error.details).toMatchObject({ option, received })
      return
    }
    throw new Error('expected INVALID_OPTION')
  })
})

describe('shares in tables with decimal: ","', () => {
  it.each<[string, number | undefined]>([
    ['0,6', 0.6],
    ['33,3%', 0.333],
    ['0.6', undefined],
    ['33.3%', undefined],
  ])('%j is %j', (share, expected) => {
    expect(termsIn(fromCsv([{ share }], { decimal: ',' }).org).share).toBe(expected)
  })

  it('are named where a comma is not read', () => {
    expect(fromCsv([{ share: '0,6' }]).issues[0].suggestion).toContain("pass decimal: ','")
  })
})

describe('the option ends', () => {
  it('is refused where nothing is read as an end', () => {
    const refused =
      /The option ends is 'inclusive'; it can be used only if a field is read as the end of assignments/
    expect(() => safeParseCsv('id,manager\n1,\n', { ends: 'inclusive' })).toThrow(refused)
    expect(() => parseRecords('[]', { person: { id: 'no' }, ends: 'inclusive' })).toThrow(refused)
    expect(() => orgFromRecords([], { id: () => '', ends: 'inclusive' })).toThrow(refused)
  })

  it('means in rows of a history what it means in other rows', () => {
    for (const to of ['2026-03-31', '4712-12-31', '']) {
      const row = { id: 'r0', no: 'p0', from: '2026-01-01', to }
      const history = historyFromRecords([row], { id: 'id', from: 'from', to: 'to', ends: 'inclusive' })
      const [spell] = timelineOf(history, { role: 'r0' })
      expect(spell.to).toBe(termsIn(fromRecords([row], { ends: 'inclusive' }).org).to)
    }
  })
})
