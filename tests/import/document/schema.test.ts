import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { defineOrg } from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { parseOrgDocument, safeParseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import { anyDocument } from '../../support/any-document.js'

const file = new URL('../../../schema/org.schema.json', import.meta.url)
const schema = JSON.parse(readFileSync(file, 'utf8')) as object
const validate = new Ajv2020({ allowUnionTypes: true, strictTypes: false, allErrors: true }).compile(schema)

/** A document with one role, or with these. */
const role = (spec: unknown): unknown => ({ rolegraph: 1, roles: { a: spec, b: {}, c: {} } })
const whole = (rest: object): unknown => ({ rolegraph: 1, roles: { a: {}, b: {} }, ...rest })
const unit = (spec: unknown): unknown => whole({ units: { u: spec, v: {} } })

const written = toOrgDocument(
  defineOrg({
    roles: {
      lead: {
        title: 'Lead',
        grade: 5,
        vacant: true,
        aliases: ['boss', { name: 'chief', warning: 'seldom' }],
      },
      analyst: {
        reportsTo: { to: 'lead', hedge: 'typically', sources: ['seed'] },
        progressesTo: [{ to: 'lead', years: [4], conditions: ['an opening'] }],
        unit: 'pmo',
        data: { anything: [1, null, { deep: true }] },
      },
    },
    units: { pmo: { head: 'lead' } },
    services: [{ from: 'pmo', to: 'analyst', name: 'training' }],
  }),
)

const sound: readonly (readonly [name: string, document: unknown])[] = [
  ['what the writer gives', written],
  ['the least document', { rolegraph: 1, roles: {} }],
  ['a list of nothing', { rolegraph: 1, roles: [], units: [], services: [] }],
  ['roles and units as lists', { rolegraph: 1, roles: [{ id: 'a', unit: 'u' }], units: [{ id: 'u' }] }],
  ['where the schema is', whole({ $schema: 'https://example.org/org.schema.json' })],
  [
    'a role in several units',
    whole({
      rolegraph: 2,
      roles: { a: { unit: 'u', alsoIn: ['v'] }, b: { alsoIn: 'v' } },
      units: { u: {}, v: {} },
    }),
  ],
  ['a planned role', role({ status: 'planned', vacant: true })],
  ['a unit with two heads', unit({ head: ['a', 'b'] })],
  ['a holder without a list', role({ vacant: false, holders: 'Ada' })],
  ['empty lists', role({ aliases: [], holders: [], certifications: [], skills: [], sources: [] })],
  ['edges as empty lists', role({ dottedTo: [], progressesTo: [] })],
  ['a negative grade', role({ grade: -1.5 })],
  ['amounts of 0', role({ fte: 0, cost: 0, minYears: 0 })],
  ['a vacant role with no holders', role({ vacant: true, holders: [] })],
  ['a role that is not vacant, with a holder', role({ vacant: false, holders: [''] })],
  ['a role that is not vacant, of which nobody is named', role({ vacant: false })],
  ['a line in words', role({ reportsTo: { to: 'b', note: '' }, dottedTo: { to: 'c', hedge: 'many' } })],
  ['lines with names', role({ reportsTo: { to: 'b', as: 'assistant' }, dottedTo: [{ to: 'c', as: ' x ' }] })],
  ['dotted lines of both kinds', role({ dottedTo: ['b', { to: 'c' }] })],
  ['moves of every kind', role({ progressesTo: ['b', { to: 'c', kind: 'lateral', years: [0, 0] }] })],
  ['years without an upper end', role({ progressesTo: [{ to: 'b', years: [4, null] }] })],
  ['data of null', role({ data: null })],
  ['an empty id', { rolegraph: 1, roles: { '': {}, ' ': { reportsTo: '' } } }],
  ['ids of Object.prototype', JSON.parse('{"rolegraph":1,"roles":{"__proto__":{},"toString":{}}}')],
  [
    'a unit with everything',
    unit({ title: 'U', aliases: ['x'], kind: 'k', head: 'a', partOf: 'v', note: 'n' }),
  ],
  ['a service between roles', whole({ services: [{ from: 'a', to: 'b', name: '', sources: ['S'] }] })],
]

const wrong: readonly (readonly [name: string, document: unknown])[] = [
  ['no object', []],
  ['no version', { roles: {} }],
  ['a version as text', { rolegraph: '1', roles: {} }],
  ['another version', { rolegraph: 3, roles: {} }],
  ['no roles', { rolegraph: 1 }],
  ['roles that are text', { rolegraph: 1, roles: 'a' }],
  ['a field that there is not', whole({ persons: {} })],
  ['a schema that is not text', whole({ $schema: 1 })],
  ['a role that is null', role(null)],
  ['a role that is a list', role([])],
  ['a field of a role that there is not', role({ titel: 'A' })],
  ['an id in a role by id', role({ id: 'a' })],
  ['a listed role without an id', { rolegraph: 1, roles: [{ title: 'A' }] }],
  ['a listed role whose id is a number', { rolegraph: 1, roles: [{ id: 7 }] }],
  ['a title that is a number', role({ title: 7 })],
  ['a title that is null', role({ title: null })],
  ['a grade that is text', role({ grade: 'high' })],
  ['a negative amount', role({ fte: -1 })],
  ['holders that are a number', role({ holders: 7 })],
  ['a vacant role with a holder as text', role({ vacant: true, holders: 'Ada' })],
  ['a holder that is a number', role({ holders: [7] })],
  ['a vacant role with a holder', role({ vacant: true, holders: ['Ada'] })],
  ['a role that is not vacant, with no holders', role({ vacant: false, holders: [] })],
  ['an alias without its warning', role({ aliases: [{ name: 'x' }] })],
  ['two solid managers', role({ reportsTo: ['b', 'c'] })],
  ['a line that leads nowhere', role({ reportsTo: {} })],
  ['a line with a field of a move', role({ dottedTo: [{ to: 'b', years: [1] }] })],
  ['a line with a blank name', role({ dottedTo: { to: 'b', as: ' ' } })],
  ['a move with the name of a line', role({ progressesTo: { to: 'b', as: 'x' } })],
  ['an unknown hedge', role({ hedge: 'always' })],
  ['an unknown kind of move', role({ progressesTo: { to: 'b', kind: 'promotion' } })],
  ['no years', role({ progressesTo: { to: 'b', years: [] } })],
  ['three years', role({ progressesTo: { to: 'b', years: [1, 2, 3] } })],
  ['negative years', role({ progressesTo: { to: 'b', years: [-1, 2] } })],
  ['a condition that is not text', role({ progressesTo: { to: 'b', conditions: [null] } })],
  ['a unit with a manager', unit({ reportsTo: 'a' })],
  ['a head that is an object', unit({ head: { to: 'a' } })],
  ['an unknown status', role({ status: 'frozen' })],
  ['a further unit that is a number', role({ alsoIn: 7 })],
  ['services by id', whole({ services: {} })],
  ['a service without a name', whole({ services: [{ from: 'a', to: 'b' }] })],
  ['a service that is a unit', whole({ services: [{ from: 'a', to: 'b', name: 'x', kind: 'y' }] })],
]

/** What a schema cannot say, since it is about several places of a document. */
const beyondShape: readonly (readonly [code: string, document: unknown])[] = [
  ['UNKNOWN_MANAGER', role({ reportsTo: 'x' })],
  ['UNKNOWN_ROLE', role({ progressesTo: 'x' })],
  ['UNKNOWN_ROLE', unit({ head: 'x' })],
  ['UNKNOWN_UNIT', role({ unit: 'x' })],
  ['UNKNOWN_UNIT', unit({ partOf: 'x' })],
  ['UNKNOWN_ROLE', whole({ services: [{ from: 'a', to: 'x', name: 'y' }] })],
  ['SELF_REPORT', role({ reportsTo: 'a' })],
  ['SELF_MOVE', role({ progressesTo: 'a' })],
  ['REPORTING_CYCLE', { rolegraph: 1, roles: { a: { reportsTo: 'b' }, b: { reportsTo: 'a' } } }],
  ['UNIT_CYCLE', unit({ partOf: 'u' })],
  ['DUPLICATE_ID', { rolegraph: 1, roles: [{ id: 'a' }, { id: 'a' }] }],
  ['DUPLICATE_ID', whole({ units: { a: {} } })],
  ['DUPLICATE_LINE', role({ dottedTo: ['b', { to: 'b' }] })],
  ['DUPLICATE_MOVE', role({ progressesTo: ['b', { to: 'b' }] })],
  // That the first year is not above the second.
  ['INVALID_FIELD', role({ progressesTo: { to: 'b', years: [3, 1] } })],
]

describe('the schema', () => {
  it.each(sound)('takes %s, as the reader does', (_, document) => {
    validate(document)
    expect(validate.errors).toBeNull()
    expect(safeParseOrgDocument(JSON.stringify(document))).toMatchObject({ ok: true, issues: [] })
  })

  it.each(wrong)('refuses %s, as the reader does', (_, document) => {
    expect(validate(document)).toBe(false)
    expect(safeParseOrgDocument(JSON.stringify(document)).ok).toBe(false)
  })

  it.each(beyondShape)('leaves %s to the reader', (code, document) => {
    expect(validate(document)).toBe(true)
    const { ok, issues } = safeParseOrgDocument(JSON.stringify(document))
    expect([ok, issues.map((issue) => issue.code)]).toEqual([false, [code]])
  })

  it('accepts every document, and its export', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        validate(document)
        expect(validate.errors).toBeNull()
        const again = JSON.parse(
          JSON.stringify(toOrgDocument(parseOrgDocument(JSON.stringify(document)))),
        ) as unknown
        validate(again)
        expect(validate.errors).toBeNull()
      }),
    )
  })

  it(
    'judges a document with one value changed as the reader does, or the reader names what no schema knows',
    { timeout: 100_000 },
    () => {
      const known = new Set(beyondShape.map(([code]) => code))
      const junk = fc.constantFrom<unknown>(null, 7, -1, 'x', true, [], {}, ['a'], { to: 'a' })
      fc.assert(
        fc.property(anyDocument, fc.nat(), junk, (document, at, value) => {
          const changed = withOneChange(document, at, value)
          const { ok, issues } = safeParseOrgDocument(JSON.stringify(changed))
          if (!validate(changed)) {
            expect(ok).toBe(false)
            return
          }
          // A warning is of the characters of the text.
          for (const { code, place } of issues.filter(({ severity }) => severity === 'error')) {
            expect(known).toContain(code)
            if (code === 'INVALID_FIELD') expect(place.path).toContain('years')
          }
        }),
        { numRuns: 300 },
      )
    },
  )
})

/** The document with another value instead of one of its values, outside of data. */
function withOneChange(document: unknown, at: number, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(document)) as unknown
  const places: (readonly [parent: object, key: string])[] = []
  const open = [copy]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue
    for (const [key, child] of Object.entries<unknown>({ ...next })) {
      if (key === 'data') continue
      places.push([next, key])
      open.push(child)
    }
  }
  const [parent, key] = places[at % places.length]
  Reflect.set(parent, key, value)
  return copy
}
