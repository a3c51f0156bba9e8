import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { toOrgDocument } from 'rolegraph/export'
import { parseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import * as YAML from 'yaml'
import { everythingOf } from '../support/everything-of.js'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const guide = read('docs/org-document.md')
const validate = new Ajv2020({ allowUnionTypes: true, strictTypes: false }).compile(
  JSON.parse(read('schema/org.schema.json')) as object,
)

/** The org documents among the fences of the guide. */
const documents = Array.from(
  guide.matchAll(/^```(?:yaml|json)\n([^]*?)^```/gm),
  ([, text]) => [guide.slice(0, guide.indexOf(text)).split('\n').length, text] as const,
).filter(([, text]) => text.includes('rolegraph: 1'))

describe('the documents in the guide to org documents', () => {
  it('are found', () => {
    expect(documents).toHaveLength(2)
  })

  it.each(documents)('line %d is read, and is as the schema has it', (_, text) => {
    const org = parseOrgDocument(text, { yaml: YAML })
    const written = toOrgDocument(org)
    expect(everythingOf(parseOrgDocument(JSON.stringify(written)))).toEqual(everythingOf(org))
    validate(YAML.parse(text))
    expect(validate.errors).toBeNull()
  })

  it('show every field that the schema has', () => {
    const { $defs } = JSON.parse(read('schema/org.schema.json')) as {
      $defs: Record<string, { properties?: object }>
    }
    for (const { properties } of Object.values($defs)) {
      for (const field of Object.keys(properties ?? {})) expect(guide).toMatch(new RegExp(`\\b${field}\\b`))
    }
  })
})
