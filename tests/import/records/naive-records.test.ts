import fc from 'fast-check'
import { isRole, issuesOf, type Org, orgFromRecords, roleOf, rolesOf } from 'rolegraph'
import { type ImportResult, type RecordData, safeParseRecords } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { everythingOf } from '../../support/everything-of.js'

function everythingIn(result: ImportResult<RecordData>): unknown {
  const { ok, org, issues } = result
  if (!ok) return issues.map(({ code, roles, place: { path } }) => ({ code, roles, path }))
  return {
    issues: issues.map(({ code, witness }) => ({ code, witness })),
    org: everythingOf(org),
    // The order of the keys, and what of the data could be changed.
    data: rolesOf(org).map((id) => [JSON.stringify(roleOf(org, id).data), frozenIn(roleOf(org, id).data)]),
    strangers: ['', 'x', '\ufffd'].map((id) => isRole(org, id)),
  }
}

function frozenIn(data: RecordData | undefined): readonly boolean[] {
  return [data, ...Object.values(data ?? {})].map((value) => Object.isFrozen(value))
}

const text = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'c',
    '',
    '__proto__',
    'constructor',
    'é',
    '漢',
    '😀',
    '\ufffd',
    '\u00a0',
    '"',
    '\\',
    '\n',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
)
const number = fc.oneof(
  fc.nat(100),
  fc.constantFrom(-0, 0.1, 1e21, 1e-7, 123456789012345, 12345678901234.5, 0.000001, 5e-324),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
/** Values of data as they stand in a text, sound ones and others. */
const written = fc.oneof(
  { weight: 16, arbitrary: text.map((value) => JSON.stringify(value)) },
  { weight: 16, arbitrary: fc.constantFrom('true', 'false', 'null', '0', '-0', '1.0', '1.50', '0.1') },
  { weight: 8, arbitrary: number.map((value) => JSON.stringify(value)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['1e3', '1E-2', '01', '1.', '-', 'tru', 'nul', 'NaN', '', '1 2', '9007199254740993', '1e400'],
      ...[String.raw`"\ud800"`, String.raw`"\u00e9\/"`, String.raw`"\x"`, String.raw`"\u12"`, '"\t"', '"'],
      ...[
        '[]',
        '{}',
        '{"a":1,"b":[true,"x",{}]}',
        '[1,]',
        '{"a":1,"a":2}',
        '{"__proto__":{"x":1}}',
        '[[[["a",null]]],{"b":[true]}]',
      ],
    ),
  },
)
const key = fc.constantFrom('site', 'email', '__proto__', 'constructor', '', '7', '10', 'é', 'holders')
const FIELDS = ['title', 'unit', 'family', 'cost', 'grade'] as const
const charts = fc
  .record({
    ids: fc.uniqueArray(text, { maxLength: 6 }),
    fields: fc.subarray([...FIELDS], { maxLength: 3 }),
    managers: fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(9) }, { weight: 1, arbitrary: text }), {
      minLength: 6,
      maxLength: 6,
    }),
    data: fc.tuple(
      fc.oneof(
        { weight: 9, arbitrary: fc.uniqueArray(key, { maxLength: 3 }) },
        { weight: 1, arbitrary: fc.array(key, { maxLength: 3 }) },
      ),
      fc.array(written, { minLength: 18, maxLength: 18 }),
    ),
    values: fc.array(fc.tuple(fc.option(text), fc.option(number)), { minLength: 36, maxLength: 36 }),
    indent: fc.constantFrom(0, 2, '\t'),
  })
  .map(({ ids, fields, managers, data: [keys, texts], values, indent }) => {
    const records = ids.map((id, index) => {
      const manager = managers[index]
      const others = fields.map((field, column) => {
        const [anyText, anyNumber] = values[6 * index + column]
        return [field, field === 'cost' || field === 'grade' ? anyNumber : anyText] as const
      })
      const known = typeof manager === 'number' ? (ids.slice(0, index)[manager] ?? null) : manager
      return Object.fromEntries([['id', id], ['manager', known], ...others])
    })
    const gap = indent === 0 ? '' : ' '
    // As text, since a record with these values is no JSON, or has a key twice.
    const more = (index: number): string =>
      keys.map((name, at) => `,${gap}${JSON.stringify(name)}:${gap}${texts[3 * index + at]}`).join('')
    const lines = records.map((record, index) =>
      JSON.stringify(record, null, indent).replace(/\s*\}$/, (end) => more(index) + end),
    )
    return `[${lines.join(`,${gap}`)}]`
  })

/** The org of records that are sound JSON without a key twice, made of the objects that JSON.parse returns. */
function naiveOrg(json: string): Org<string, string, RecordData | undefined> {
  const parts = ['id', 'manager', ...FIELDS, 'holders']
  const idText = (value: unknown): unknown => (Number.isSafeInteger(value) ? String(value) : value)
  return orgFromRecords(JSON.parse(json) as Readonly<Record<string, never>>[], {
    id: (record) => idText(record['id']) as string,
    manager: (record) => idText(record['manager']) as string,
    title: (record) => record['title'],
    unit: (record) => record['unit'],
    family: (record) => record['family'],
    cost: (record) => record['cost'],
    grade: (record) => record['grade'],
    holders: (record) => (Object.hasOwn(record, 'holders') ? record['holders'] : undefined),
    data: (record) => {
      const rest = Object.entries(record).filter(([name]) => !parts.includes(name))
      return rest.length === 0 ? undefined : Object.fromEntries(rest)
    },
    onIssue: 'collect',
  })
}

describe('records of any values', () => {
  it('make the org that their objects make', () => {
    let same = 0
    let refused = 0
    fc.assert(
      fc.property(charts, (json) => {
        const result = safeParseRecords(json, { mode: 'lenient' })
        expect(everythingIn(safeParseRecords(new TextEncoder().encode(json), { mode: 'lenient' }))).toEqual(
          everythingIn(result),
        )
        const codes = result.issues.map(({ code }) => code)
        if (!result.ok) {
          refused++
          expect(codes).toContain('INVALID_DOCUMENT')
          expect(() => JSON.parse(json) as unknown).toThrow()
          return
        }
        if (codes.includes('DUPLICATE_KEY')) return
        same++
        const naive = naiveOrg(json)
        const { org } = result
        expect(rolesOf(org).map((id) => ({ ...roleOf(org, id) }))).toEqual(
          rolesOf(naive).map((id) => ({ ...roleOf(naive, id) })),
        )
        expect(
          rolesOf(org).map((id) => [JSON.stringify(roleOf(org, id).data), frozenIn(roleOf(org, id).data)]),
        ).toEqual(
          rolesOf(naive).map((id) => [
            JSON.stringify(roleOf(naive, id).data),
            frozenIn(roleOf(naive, id).data),
          ]),
        )
        const found = issuesOf(naive).map(({ code, witness }) => [
          code,
          witness.filter((one) => typeof one === 'string'),
        ])
        const read = result.issues
          .filter(({ code, place }) => code !== 'MISSING_COLUMN' && place.path !== undefined)
          .map(({ code, witness }) => [code, witness.filter((one) => typeof one === 'string')])
        expect(read).toEqual(found)
      }),
      { numRuns: 1000 },
    )
    expect(same).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(25)
  })
})
