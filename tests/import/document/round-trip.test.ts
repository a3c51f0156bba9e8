import fc from 'fast-check'
import { roleOf, rolesOf, servicesOf, unitOf, unitsOf } from 'rolegraph'
import { toOrgDocument } from 'rolegraph/export'
import { parseOrgDocument } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'
import * as YAML from 'yaml'
import { type AnyDocument, anyDocument } from '../../support/any-document.js'
import { everythingOf } from '../../support/everything-of.js'

/** The roles of a document as JSON text of an object by id, in their order, which no JavaScript object has. */
function textById({ roles, units, ...rest }: AnyDocument): string {
  const members = (list: AnyDocument['roles']): string =>
    list.map(({ id, ...spec }) => `${JSON.stringify(id)}: ${JSON.stringify(spec)}`).join(', ')
  return `${JSON.stringify(rest).slice(0, -1)}, "units": {${members(units)}}, "roles": {${members(roles)}}}`
}

describe('an org document', () => {
  it('that is written and read again gives the same answers', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const org = parseOrgDocument(JSON.stringify(document))
        const written = JSON.stringify(toOrgDocument(org))
        expect(everythingOf(parseOrgDocument(written))).toEqual(everythingOf(org))
      }),
    )
  })

  it('that is written and read again as YAML gives the same answers', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        // YAML cannot write half a character, and the package writes << without the quotes that tell it from a merge.
        fc.pre(!/\\ud800|"<<"/.test(JSON.stringify(document)))
        const org = parseOrgDocument(JSON.stringify(document))
        const written = YAML.stringify(toOrgDocument(org), { aliasDuplicateObjects: false })
        expect(everythingOf(parseOrgDocument(written, { yaml: YAML }))).toEqual(everythingOf(org))
      }),
      { numRuns: 50 },
    )
  })

  it('is the same as a list and by id, in the order of the text', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const listed = parseOrgDocument(JSON.stringify(document))
        const byId = parseOrgDocument(textById(document))
        expect(rolesOf(byId)).toEqual(document.roles.map(({ id }) => id))
        expect(unitsOf(byId)).toEqual(document.units.map(({ id }) => id))
        expect(everythingOf(byId)).toEqual(everythingOf(listed))
      }),
    )
  })

  it('is checked', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const org = parseOrgDocument(JSON.stringify(document))
        for (const { id, title, grade, skills, data, note } of document.roles) {
          const expected = { id, title: title ?? id, grade, skills: skills ?? [], data }
          expect(roleOf(org, id)).toMatchObject(note === undefined ? expected : { ...expected, note })
        }
        for (const { id, head, partOf } of document.units) {
          expect(unitOf(org, id)).toMatchObject({ id, head, partOf })
        }
        expect(servicesOf(org)).toEqual(document.services)
      }),
    )
  })
})
