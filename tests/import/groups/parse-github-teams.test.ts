import { membersOf, personOf, roleOf, rolesOf, unitOf, unitsOf } from 'rolegraph'
import { parseGithubTeams, safeParseGithubTeams } from 'rolegraph/import'
import { describe, expect, it } from 'vitest'

/** A team in the shape of GitHub's REST API. */
const team = (id: number, slug: string, parent: object | null, more: object = {}): object => ({
  id,
  node_id: `node ${String(id)}`,
  name: slug.toUpperCase(),
  slug,
  description: `Team ${slug}`,
  privacy: 'closed',
  permission: 'pull',
  members_url: `https://api.example.org/teams/${String(id)}/members{/member}`,
  parent,
  ...more,
})
const platform = team(1, 'platform', null)
const tools = team(2, 'tools', { id: 1, slug: 'platform', name: 'PLATFORM' })
const user = (login: string): object => ({ login, id: login.length, type: 'User', site_admin: false })

describe('teams of GitHub', () => {
  it('are units within their parents', () => {
    const text = JSON.stringify([platform, tools])
    expect(safeParseGithubTeams(text).issues).toEqual([])
    const org = parseGithubTeams(text)
    expect(unitsOf(org)).toEqual(['platform', 'tools'])
    expect(unitOf(org, 'tools')).toMatchObject({
      title: 'TOOLS',
      note: 'Team tools',
      partOf: 'platform',
      heads: [],
    })
    expect(unitOf(org, 'tools')?.kind).toBeUndefined()
  })

  it('have members if they are given, in the innermost team first', () => {
    const members = [user('octocat'), user('hubot')]
    const given = [
      { ...platform, members },
      { ...tools, members: [user('hubot'), 'mona'] },
    ]
    const org = parseGithubTeams(JSON.stringify(given))
    expect(rolesOf(org)).toEqual(['octocat', 'hubot', 'mona'])
    expect(roleOf(org, 'hubot')).toMatchObject({
      title: 'hubot',
      holders: ['hubot'],
      unit: 'tools',
      alsoIn: ['platform'],
    })
    expect(roleOf(org, 'hubot').data).toEqual(user('hubot'))
    expect(membersOf(org, 'platform')).toEqual(['octocat', 'hubot'])
    const people = parseGithubTeams(
      JSON.stringify([{ ...platform, members: [{ login: 'a', name: 'Ada', email: 'a@x.org' }] }]),
      {
        people: true,
      },
    )
    expect(personOf(people, 'a')).toMatchObject({ name: 'Ada', email: 'a@x.org' })
  })

  it('are read from pages, from one team, and by the number of the parent', () => {
    const pages = JSON.stringify([[platform], [team(3, 'web', { id: 1 })]])
    expect(unitOf(parseGithubTeams(pages), 'web')?.partOf).toBe('platform')
    expect(unitsOf(parseGithubTeams(JSON.stringify(platform)))).toEqual(['platform'])
    expect(unitsOf(parseGithubTeams('[]'))).toEqual([])
  })

  it('are read from a response of GraphQL', () => {
    const node = {
      slug: 'tools',
      name: 'Tools',
      parentTeam: { slug: 'platform' },
      members: { totalCount: 1, nodes: [{ login: 'ada', name: 'Ada' }] },
    }
    const parent = {
      slug: 'platform',
      name: 'Platform',
      parentTeam: null,
      members: { edges: [{ node: { login: 'bo' } }] },
    }
    const org = parseGithubTeams(
      JSON.stringify({ data: { organization: { teams: { nodes: [parent, node] } } } }),
    )
    expect(unitOf(org, 'tools')?.partOf).toBe('platform')
    expect(membersOf(org, 'tools')).toEqual(['ada'])
    expect(roleOf(org, 'ada').title).toBe('Ada')
    expect(membersOf(org, 'platform')).toEqual(['bo'])
  })

  it.each([
    ['a parent that is not there', [tools], ['UNKNOWN_UNIT']],
    ['a parent without a slug', [team(2, 'tools', { id: 9 })], ['MISSING_ID']],
    ['a team without a slug', [{ name: 'x' }], ['MISSING_ID']],
    ['two teams with one slug', [platform, platform], ['DUPLICATE_ID']],
    ['a cycle', [team(1, 'a', { slug: 'b' }), team(2, 'b', { slug: 'a' })], ['UNIT_CYCLE']],
    ['members that are no list', [{ ...platform, members: 7 }], ['INVALID_FIELD']],
    ['a member without a login', [{ ...platform, members: [{}] }], ['MISSING_ID']],
    ['a member that is no user', [{ ...platform, members: [7] }], ['INVALID_FIELD']],
    ['a team that is no object', [7], ['INVALID_FIELD']],
    ['an answer with an error', { message: 'Not Found' }, ['INVALID_DOCUMENT']],
    [
      'more pages of members',
      [{ ...platform, members: { nodes: [], pageInfo: { hasNextPage: true } } }],
      ['INCOMPLETE_PAGE'],
    ],
    [
      'more members than are given',
      [{ ...platform, members: { nodes: [], totalCount: 2 } }],
      ['INCOMPLETE_PAGE'],
    ],
  ])('report %s', (_what, value, codes) => {
    const { ok, issues } = safeParseGithubTeams(JSON.stringify(value))
    expect(ok).toBe(false)
    expect(issues.map(({ code }) => code)).toEqual(codes)
    expect(() => safeParseGithubTeams(JSON.stringify(value), { mode: 'lenient' })).not.toThrow()
  })

  it('are read within the limits', () => {
    const many = JSON.stringify([{ ...platform, members: ['a', 'b'] }])
    expect(safeParseGithubTeams(many, { limits: { rows: 2 } }).issues[0]).toMatchObject({
      witness: ['rows', '2'],
    })
    expect(safeParseGithubTeams(many, { limits: { idLength: 2 } }).issues[0]).toMatchObject({
      witness: ['idLength', '2'],
    })
  })
})
