import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatOf } from '../../../src/cli/reading/chart-format.js'

const root = new URL('../../../', import.meta.url)
const at = (path: string): Uint8Array => readFileSync(new URL(path, root))
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('the format of a chart', () => {
  it.each([
    ['tests/import/directory/fixtures/google-users.json', 'google'],
    ['tests/import/directory/fixtures/microsoft-graph-chain.json', 'microsoft-graph'],
    ['tests/import/directory/fixtures/microsoft-graph-page-1.json', 'microsoft-graph'],
    ['tests/import/directory/fixtures/scim-list-response.json', 'scim'],
    ['tests/import/document/fixtures/pmo.json', 'json'],
    ['tests/import/document/fixtures/pmo.yaml', 'yaml'],
    ['examples/data/made-up-hr-export.csv', 'csv'],
    ['examples/data/nhs-england-2013-09-30-senior.csv', 'organogram'],
  ])('is told by content without an ending: %s is %s', (path, format) => {
    expect(formatOf(at(path), '-')).toBe(format)
  })

  it.each([
    ['{"rolegraph": 1, "roles": {}}', '-', 'json'],
    ['\ufeff \n{"roles": {}}', 'x.json', 'json'],
    ['{ "roles": {} }', 'x.yaml', 'yaml'],
    ['# staff\n\nroles:\n  a: {}\n', '-', 'yaml'],
    ['---\nrolegraph: 1\n', '-', 'yaml'],
    ['"roles":\n  a: {}\n', '-', 'yaml'],
    ['roles,units\na,b\n', '-', 'csv'],
    ['rolegraph: 1', 'x.csv', 'csv'],
    ['id;manager\n1;\n', 'x.txt', 'csv'],
    ['# LDAPv3\n\nversion: 1\n\ndn: cn=a\n', '-', 'ldif'],
    ['dn:: Y249YQ==\n', 'x.txt', 'ldif'],
    ['[{"id": "1", "manager": null}]', '-', 'records'],
    ['[{"id": 1, "value": "@odata.type"}]', '-', 'records'],
    [
      '[{"value": [{"id": "1", "displayName": "A", "manager": null}], "@odata.context": "x"}]',
      '-',
      'microsoft-graph',
    ],
    ['{"id": "a", "children": [{"id": "b"}]}', '-', 'nested'],
    ['[{"id": "a", "children": []}]', '-', 'nested'],
    ['[{"id": "a", "children": 2}]', '-', 'records'],
    ['[]', '-', 'records'],
    ['{}', '-', 'json'],
    ['{"users": [{"primaryEmail": "a@b.c"}]}', '-', 'google'],
    ['no format at all', '-', 'csv'],
  ])('of %j in %s is %s', (text, name, format) => {
    expect(formatOf(new TextEncoder().encode(text), name)).toBe(format)
  })

  it('is told in UTF-16 too', () => {
    expect(formatOf(utf16('{"roles": {}}'), '-')).toBe('json')
    expect(formatOf(utf16('id,manager\n1,\n'), '-')).toBe('csv')
  })
})
