import { headcountOf, managersOfPerson, type Org, peopleOf, personOf, roleOf, rolesHeldBy } from 'rolegraph'
import {
  type DirectoryOptions,
  parseGoogleDirectory,
  parseMicrosoftGraph,
  parseScim,
  safeParseMicrosoftGraph,
} from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

const GRAPH = `{ "value": [
  { "id": "b2", "displayName": "Bianca", "mail": "bianca@example.org", "manager": null },
  { "id": "a1", "displayName": "Adele", "jobTitle": "Analyst", "userPrincipalName": "adele@example.org", "manager": { "id": "b2" } }
] }`

const SCIM = `{ "Resources": [
  { "id": "b2", "displayName": "Bianca", "emails": [{ "value": "b@home.org" }, { "value": "bianca@example.org", "primary": true }] },
  { "id": "a1", "userName": "Adele", "title": "Analyst", "emails": [{ "value": "adele@example.org" }],
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "manager": { "value": "b2" } } }
] }`

const GOOGLE = `{ "users": [
  { "id": "b2", "primaryEmail": "bianca@example.org", "name": { "fullName": "Bianca" } },
  { "id": "a1", "primaryEmail": "adele@example.org", "name": { "fullName": "Adele" },
    "organizations": [{ "title": "Analyst" }], "relations": [{ "type": "manager", "value": "bianca@example.org" }] }
] }`

describe('people: true', () => {
  it.each<[string, (options: DirectoryOptions) => Org]>([
    ['Microsoft Graph', (options) => parseMicrosoftGraph(GRAPH, options)],
    ['SCIM', (options) => parseScim(SCIM, options)],
    ['Google', (options) => parseGoogleDirectory(GOOGLE, options)],
  ])('makes the users of %s people, each with the role of the same id', (_, parse) => {
    const org = parse({ people: true })
    expect(peopleOf(org).map((id) => personOf(org, id))).toEqual([
      { id: 'b2', name: 'Bianca', aliases: [], email: 'bianca@example.org', data: undefined },
      { id: 'a1', name: 'Adele', aliases: [], email: 'adele@example.org', data: undefined },
    ])
    expect(rolesHeldBy(org, 'a1')).toEqual(['a1'])
    expect(roleOf(org, 'a1').title).toBe('Analyst')
    expect(managersOfPerson(org, 'a1')).toEqual(['b2'])
    expect(headcountOf(org)).toBe(2)
    expect(peopleOf(parse({}))).toEqual(['Bianca', 'Adele'])
  })

  it('takes corrections of holders, who are users', () => {
    const correct = (to: unknown) =>
      safeParseMicrosoftGraph(GRAPH, {
        people: true,
        corrections: [{ id: 'a1', field: 'holders', to, why: 'acting' }],
      })
    const { org } = correct([{ person: 'b2', kind: 'acting' }])
    expect(org && rolesHeldBy(org, 'b2')).toEqual(['b2', 'a1'])
    expect(correct(['Adele']).issues.map(({ code }) => code)).toContain('UNKNOWN_PERSON')
  })

  it('reports two users with one id once, and refuses anything but true and false', () => {
    const twice = safeParseMicrosoftGraph(
      '[{ "id": "a" , "manager": null }, { "id": "a", "manager": null }]',
      {
        people: true,
      },
    )
    expect(twice.issues.map(({ code, suggestion }) => [code, suggestion])).toEqual([
      ['DUPLICATE_ID', 'Remove one of the two: each user of a directory has a unique id.'],
    ])
    expect(() => parseScim(SCIM, { people: 1 } as never)).toThrow('The option people is 1')
  })
})
