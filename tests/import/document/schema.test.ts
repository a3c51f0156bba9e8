import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { defineOrg } from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { safeParseOrgDocument } from 'rolegraph/import'
import { expect, it } from 'vitest'

const file = new URL('../../../schema/org.schema.json', import.meta.url)
const schema = JSON.parse(readFileSync(file, 'utf8')) as object
const validate = new Ajv2020({ allowUnionTypes: true, strict: false }).compile(schema)

const written = toOrgDocument(
  defineOrg({
    roles: {
      lead: { title: 'Lead', grade: 5, vacant: true },
      analyst: {
        reportsTo: { to: 'lead', hedge: 'typically', sources: ['seed'] },
        progressesTo: [{ to: 'lead', years: [4], conditions: ['an opening'] }],
        unit: 'pmo',
      },
    },
    units: { pmo: { head: 'lead' } },
    services: [{ from: 'pmo', to: 'analyst', name: 'training' }],
  }),
)

it.each([
  ['what the writer gives', written, true],
  ['the least document', { rolegraph: 1, roles: {} }, true],
  ['a document of another version', { rolegraph: 2, roles: {} }, false],
  ['an unknown field', { rolegraph: 1, roles: { a: { titel: 'A' } } }, false],
  ['a wrong type', { rolegraph: 1, roles: { a: { grade: 'high' } } }, false],
  ['an unknown hedge', { rolegraph: 1, roles: { a: { hedge: 'always' } } }, false],
])('the schema judges %s as the reader does', (_, document, expected) => {
  expect(validate(document)).toBe(expected)
  expect(safeParseOrgDocument(JSON.stringify(document)).ok).toBe(expected)
})
