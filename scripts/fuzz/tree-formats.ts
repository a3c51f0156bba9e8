import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import {
  type BackstageEntities,
  parseBackstage,
  parseGithubTeams,
  parseGoogleDirectory,
  parseMicrosoftGraph,
  parseNested,
  parseOrgDocument,
  parseRecords,
  parseScim,
  parseScimGroups,
  safeParseBackstage,
  safeParseGithubTeams,
  safeParseGoogleDirectory,
  safeParseMicrosoftGraph,
  safeParseNested,
  safeParseOrgDocument,
  safeParseRecords,
  safeParseScim,
  safeParseScimGroups,
  type Source,
} from 'rolegraph/import'
import * as YAML from 'yaml'
import { type AnyDocument, anyDocument } from '../../tests/support/any-document.js'
import type { FuzzFormat } from './fuzz-format.js'
import { jsonTree } from './json-tree.js'
import { mutatedJson } from './mutate-json.js'
import { mutatedText } from './mutate-text.js'
import type { AnyOptions } from './random-options.js'

/** Valid documents with every field, half of them with their roles and units by id. */
function documents(longest: number): readonly unknown[] {
  const lists = fc.sample(anyDocument, { seed: 1, numRuns: 200 })
  return lists
    .map((document, index) => (index % 2 === 0 ? document : byId(document)))
    .filter((document) => JSON.stringify(document).length < longest)
}

function byId(document: AnyDocument): unknown {
  const fields = ['roles', 'units'] as const
  const entries = fields.map((field) => {
    return [field, Object.fromEntries(document[field].map(({ id, ...item }) => [id, item]))] as const
  })
  return { ...document, ...Object.fromEntries(entries) }
}

function json(): FuzzFormat {
  const trees = documents(900).map(jsonTree)
  return {
    name: 'json',
    options: { format: ['json', undefined] },
    text: (random) => ({ text: mutatedJson(trees, random) }),
    safeParse: (source, options) => safeParseOrgDocument(source, options),
    parse: (source, options) => parseOrgDocument(source, options),
  }
}

function yaml(): FuzzFormat {
  const all = documents(500)
  const trees = all.map(jsonTree)
  const texts = all.map((document) => YAML.stringify(document))
  return {
    name: 'yaml',
    options: { format: ['yaml', undefined] },
    text: (random) => ({
      // JSON is YAML too, in flow style.
      text: random.oneIn(3)
        ? mutatedJson(trees, random)
        : mutatedText(random.pick(texts), random.pick(texts), random),
      options: { yaml: YAML },
    }),
    safeParse: (source, options) => safeParseOrgDocument(source, options),
    parse: (source, options) => parseOrgDocument(source, options),
  }
}

function fixture(name: string): unknown {
  const url = new URL(`../../tests/import/directory/fixtures/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8'))
}

function fieldOf(page: unknown, field: string): unknown {
  return typeof page === 'object' && page !== null ? Reflect.get(page, field) : undefined
}

type Directory = Pick<FuzzFormat, 'name' | 'safeParse' | 'parse'>

function directory(
  format: Directory,
  values: readonly unknown[],
  options: FuzzFormat['options'] = {},
): FuzzFormat {
  const trees = values.map(jsonTree)
  return { ...format, options, text: (random) => ({ text: mutatedJson(trees, random) }) }
}

function graph(): FuzzFormat {
  const pages = ['microsoft-graph-page-1', 'microsoft-graph-page-2'].map(fixture)
  const users = pages.flatMap((page) => fieldOf(page, 'value'))
  const format: Directory = {
    name: 'graph',
    safeParse: (source, options) => safeParseMicrosoftGraph(source, options),
    parse: (source, options) => parseMicrosoftGraph(source, options),
  }
  return directory(format, [...pages, pages, users, fixture('microsoft-graph-chain')])
}

function scim(): FuzzFormat {
  const page = fixture('scim-list-response')
  const format: Directory = {
    name: 'scim',
    safeParse: (source, options) => safeParseScim(source, options),
    parse: (source, options) => parseScim(source, options),
  }
  return directory(format, [page, [page], fieldOf(page, 'Resources')])
}

function google(): FuzzFormat {
  const page = fixture('google-users')
  const format: Directory = {
    name: 'google',
    safeParse: (source, options) => safeParseGoogleDirectory(source, options),
    parse: (source, options) => parseGoogleDirectory(source, options),
  }
  return directory(format, [page, [page], fieldOf(page, 'users')])
}

const GROUP_OPTIONS = { unitPrefix: ['u:', ''], people: [true, false] }

function scimGroups(): FuzzFormat {
  const format: Directory = {
    name: 'scim-groups',
    safeParse: (source, options) => safeParseScimGroups(source, options),
    parse: (source, options) => parseScimGroups(source, options),
  }
  const groups = [
    {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      id: 'g1',
      displayName: 'Staff',
      members: [
        { value: 'g2', type: 'Group' },
        { value: 'u1', $ref: '../Users/u1', display: 'Ada' },
      ],
      meta: { resourceType: 'Group' },
    },
    { id: 'g2', displayName: 'Guides', members: [{ value: 'u1' }, { $ref: '../Groups/g3' }] },
    { id: 'g3', displayName: 'Interns', members: [] },
  ]
  const page = { totalResults: 3, Resources: groups }
  return directory(format, [page, groups, [page, fixture('scim-list-response')]], GROUP_OPTIONS)
}

function backstage(): FuzzFormat {
  const format: Directory = {
    name: 'backstage',
    // Entities that are parsed already are read like those of the text.
    safeParse: (source, options) => safeParseBackstage(entitiesIn(source, options) ?? source, options),
    parse: (source, options) => parseBackstage(entitiesIn(source, options) ?? source, options),
  }
  const entities = [
    {
      kind: 'Group',
      metadata: { name: 'a', description: 'All' },
      spec: { type: 'team', children: ['b'], members: ['user:default/u'] },
    },
    {
      kind: 'Group',
      metadata: { name: 'b', title: 'B' },
      spec: { type: 'team', parent: 'a', profile: { displayName: 'Bees' }, children: [] },
    },
    { kind: 'User', metadata: { name: 'u', namespace: 'default' }, spec: { memberOf: ['b', 'group:a'] } },
    { kind: 'Component', metadata: { name: 'x' }, spec: { owner: 'b' } },
  ]
  return directory(format, [entities, { items: entities, totalItems: 4 }], GROUP_OPTIONS)
}

/** The parsed list of a text, for about half of the texts. */
function entitiesIn(source: Source, options: AnyOptions): BackstageEntities | undefined {
  if (typeof source !== 'string' || source.length % 2 === 0 || 'encoding' in options) return undefined
  try {
    const value: unknown = JSON.parse(source)
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function githubTeams(): FuzzFormat {
  const format: Directory = {
    name: 'github-teams',
    safeParse: (source, options) => safeParseGithubTeams(source, options),
    parse: (source, options) => parseGithubTeams(source, options),
  }
  const teams = [
    { id: 1, slug: 'a', name: 'A', description: 'All', parent: null, members: [{ login: 'x', id: 7 }, 'y'] },
    { id: 2, slug: 'b', name: 'B', parent: { id: 1, slug: 'a' }, members: ['x'] },
    { id: 3, slug: 'c', name: 'C', parent: { id: 1 } },
  ]
  const nodes = [
    { slug: 'a', parentTeam: null, members: { totalCount: 1, nodes: [{ login: 'x', name: 'X' }] } },
    { slug: 'b', parentTeam: { slug: 'a' }, members: { edges: [{ node: { login: 'y' } }], pageInfo: {} } },
  ]
  const response = { data: { organization: { teams: { nodes } } } }
  return directory(format, [teams, [teams], response], GROUP_OPTIONS)
}

function nested(): FuzzFormat {
  const format: Directory = {
    name: 'nested',
    safeParse: (source, options) => safeParseNested(source, options),
    parse: (source, options) => parseNested(source, options),
  }
  const leaf = { id: 4, name: 'Analyst', holders: ['Ada'], unit: 'pmo', site: { city: 'Leeds' } }
  const middle = { id: 'b', title: 'Lead', grade: 3, cost: 1.5, vacant: true, children: [leaf, { id: 'd' }] }
  const tree = {
    id: 'a',
    title: 'Head',
    status: 'planned',
    data: [1],
    children: [middle, { id: 'c', fte: 0.5 }],
  }
  const options = { id: ['id', 'name'], children: ['children', 'data'], unitPrefix: ['u:', ''] }
  return directory(format, [tree, [tree, leaf], { id: 'a', children: [] }], options)
}

function records(): FuzzFormat {
  const plain = Array.from({ length: 6 }, (_, index) => ({
    id: `r${String(index)}`,
    manager: index === 0 ? null : `r${String((index - 1) >> 1)}`,
    title: ['Director', 'Planificación', '計画'][index % 3],
    cost: [90_000.5, 0, null][index % 3],
  }))
  const rich = plain.map((record, index) => ({
    ...record,
    unit: 'pmo',
    holders: ['Ada', 'Grace'],
    dotted: index > 3 ? ['r1', { to: 'r2', note: 'n' }] : [],
    moves: { to: 'r0', years: [1, 2] },
    site: { city: 'Leeds' },
  }))
  const withData = plain.map((record, index) => ({
    ...record,
    email: `${record.id}@example.com`,
    active: index % 2 === 0,
    remark: ['a "b"\n', null, 0.1 + 0.2][index % 3],
  }))
  const trees = [
    plain,
    withData,
    withData,
    rich,
    plain.map(({ id }, index) => ({ id: index, manager: null, name: id })),
  ]
  return {
    name: 'records',
    options: {
      id: ['id', 'title'],
      manager: ['manager', 'id', null],
      title: ['title', 'name', null],
      cost: ['cost', 'id', null],
      unitPrefix: ['u:', ''],
    },
    text: (random) => ({ text: mutatedJson(trees.map(jsonTree), random) }),
    safeParse: (source, options) => safeParseRecords(source, options),
    parse: (source, options) => parseRecords(source, options),
  }
}

/** The tree formats, each made with its fixtures when it is needed. */
export const TREE_FORMATS = {
  json,
  yaml,
  records,
  graph,
  scim,
  google,
  nested,
  backstage,
  'scim-groups': scimGroups,
  'github-teams': githubTeams,
}
