import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import {
  parseGoogleDirectory,
  parseMicrosoftGraph,
  parseOrgDocument,
  parseRecords,
  parseScim,
  safeParseGoogleDirectory,
  safeParseMicrosoftGraph,
  safeParseOrgDocument,
  safeParseRecords,
  safeParseScim,
} from 'rolegraph/import'
import * as YAML from 'yaml'
import { type AnyDocument, anyDocument } from '../../tests/support/any-document.js'
import type { FuzzFormat } from './fuzz-format.js'
import { type JsonTree, jsonText, jsonTree } from './json-tree.js'
import { mutatedText } from './mutate-text.js'
import { mutatedTree } from './mutate-tree.js'
import type { Random } from './random.js'

/** A tree that is mutated as one, as text, or as both. */
function mutatedJson(trees: readonly JsonTree[], random: Random): string {
  const gap = random.oneIn(2) ? '' : '\n'
  const kind = random.below(3)
  const tree = random.pick(trees)
  const text = jsonText(kind === 0 ? tree : mutatedTree(tree, random), gap)
  return kind === 1 ? text : mutatedText(text, jsonText(random.pick(trees), gap), random)
}

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

function directory(format: Directory, values: readonly unknown[]): FuzzFormat {
  const trees = values.map(jsonTree)
  return { ...format, options: {}, text: (random) => ({ text: mutatedJson(trees, random) }) }
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
export const TREE_FORMATS = { json, yaml, records, graph, scim, google }
