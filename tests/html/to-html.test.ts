import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { defineOrg, isOrgError, type Org } from 'rolegraph'
import { toHtml } from 'rolegraph/html'
import { describe, expect, it } from 'vitest'
import { GENERATED } from '../../scripts/explorer-source.js'
import { type PackedData, unpacked } from '../../src/html/packed-data.js'
import { hostileOrg } from '../query/hostile-org.js'
import { firm, HOSTILE_LABELS, hostileLabels } from '../render/charts.js'
import { tangle } from '../support/office.js'
import { thrownBy } from '../support/thrown-by.js'

interface Data {
  readonly title: string
  readonly depth: number
  readonly collapse: number
  readonly relations: string
  readonly ids: readonly string[]
  readonly labels: readonly string[]
  readonly parents: readonly number[]
  readonly units: readonly number[]
  readonly unitTitles: readonly string[]
  readonly grades: readonly (number | null)[]
  readonly holders: readonly unknown[]
  readonly people: readonly unknown[]
  readonly aliases: readonly unknown[]
  readonly vacant: readonly number[]
  readonly planned: readonly number[]
  readonly staff: readonly number[]
  readonly ghosts: readonly number[]
  readonly facts: readonly unknown[]
  readonly lines: readonly unknown[]
  readonly moves: readonly unknown[]
  readonly marks: readonly unknown[]
  readonly highlight: readonly number[]
  readonly highlightedMoves: readonly number[]
}

/** The content between a start tag and the next end tag, as an HTML parser finds it. */
function contentOf(page: string, start: string, end: string): string {
  const from = page.indexOf(start) + start.length
  return page.slice(from, page.indexOf(end, from))
}

function dataOf(page: string): Data {
  const content = contentOf(page, '<script type="application/json" id="org">', '</script>')
  return unpacked(JSON.parse(content) as PackedData)
}

/** The roles of the page in order, each with its parent. */
function treeOf({ ids, parents }: Data): string[] {
  return ids.map((id, row) => (parents[row] === -1 ? id : `${id} < ${ids[parents[row]]}`))
}

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('the page', () => {
  const page = toHtml(firm)

  it('allows its own script and style by their hashes, and nothing else', () => {
    const script = contentOf(page, '<script>', '</script>')
    const style = contentOf(page, '<style>', '</style>')
    expect(contentOf(page, '<meta http-equiv="Content-Security-Policy" content="', '">')).toBe(
      `default-src 'none'; script-src ${sha256(script)}; style-src ${sha256(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'`,
    )
  })

  it('describes the sources of facts, lines and moves as asked', () => {
    const org = defineOrg({
      roles: {
        a: { sources: ['S1'] },
        b: {
          reportsTo: { to: 'a', sources: ['S2', 'S1'] },
          progressesTo: { to: 'a', sources: ['S3'] },
        },
      },
    })
    const names = new Map([
      ['S1', 'A survey'],
      ['S2', 'A book <1>'],
    ])
    const { facts, lines, moves } = dataOf(
      toHtml(org, { describeSource: (source) => names.get(source) ?? source }),
    )
    expect(facts).toEqual([[0, [['A survey'], '', '']]])
    expect(lines).toEqual([[1, 0, 0, [['A book <1>', 'A survey'], '', '']]])
    expect(moves).toEqual([[1, 0, 0, [], [], [['S3'], '', '']]])
  })

  it.each([{ describeSource: 'x' }, { describeSource: () => 1 }])('refuses %o', (wrong) => {
    const options: object = wrong
    const org = defineOrg({ roles: { a: { sources: ['S1'] } } })
    const error = thrownBy(() => toHtml(org, options))
    expect(isOrgError(error, 'INVALID_OPTION') && error.details.option).toBe('describeSource')
  })

  it.each(Object.entries(GENERATED))(
    'has the scripts and the style of the current sources: %s',
    async (path, source) => {
      const written = readFileSync(path, 'utf8')
      expect(written === (await source()), 'run npm run build:explorer').toBe(true)
    },
  )

  it('holds the roles, lines and moves of the org', () => {
    const data = dataOf(page)
    expect(treeOf(data)).toEqual([
      'ceo',
      'cpo < ceo',
      'director < cpo',
      'manager < director',
      'analyst < manager',
      'coordinator < manager',
      'cfo < ceo',
      'controller < cfo',
      // By a dotted line.
      'auditor < ceo',
      'adviser',
    ])
    expect(data.labels[2]).toBe('PMO Director')
    expect(data.units).toEqual([-1, 0, 1, 1, 1, 1, -1, -1, -1, -1])
    expect(data.unitTitles).toEqual(['Delivery', 'Project Management Office'])
    expect(data.grades.slice(7)).toEqual([3, 4, null])
    expect(data.holders).toEqual([
      [0, ['Ada Lovelace'], [0]],
      [1, ['Grace Hopper'], [1]],
      [2, ['Katherine Johnson', 'Dorothy Vaughan'], [2, 3]],
    ])
    expect(data.people[0]).toEqual(['Ada Lovelace', 'Ada Lovelace'])
    expect(data.vacant).toEqual([4, 6])
    expect(data.lines.slice(0, 4)).toEqual([
      [1, 0, 0],
      [2, 1, 0],
      [2, 6, 1],
      [3, 2, 0],
    ])
    expect(data.moves).toEqual([
      [2, 1, 0, [5], []],
      [3, 2, 0, [3, 5], []],
      [4, 3, 0, [2, 2], []],
      [4, 7, 1, [], []],
      [5, 4, 0, [], []],
      [7, 4, 1, [], []],
    ])
    expect(data).toMatchObject({
      depth: -1,
      collapse: -1,
      relations: 'both',
      highlight: [],
      highlightedMoves: [],
    })
  })

  it('holds the evidence for facts', () => {
    const org = defineOrg({
      roles: {
        a: { sources: ['S1'], note: 'from a survey' },
        b: {
          reportsTo: { to: 'a', hedge: 'typically' },
          progressesTo: { to: 'a', conditions: ['an opening'], sources: ['S2'] },
        },
      },
    })
    const data = dataOf(toHtml(org))
    expect(data.facts).toEqual([[0, [['S1'], '', 'from a survey']]])
    expect(data.lines).toEqual([[1, 0, 0, [[], 'typically', '']]])
    expect(data.moves).toEqual([[1, 0, 0, [], ['an opening'], [['S2'], '', '']]])
  })

  it('holds the names of lines, after the evidence', () => {
    const matrix = defineOrg({
      roles: {
        ceo: {},
        clerk: { reportsTo: { to: 'ceo', as: 'assistant' } },
        engineer: { reportsTo: 'ceo', dottedTo: { to: 'clerk', as: 'project', hedge: 'may' } },
      },
    })
    expect(dataOf(toHtml(matrix)).lines).toEqual([
      [1, 0, 0, null, 'assistant'],
      [2, 0, 0],
      [2, 1, 1, [[], 'may', ''], 'project'],
    ])
    expect(dataOf(toHtml(matrix, { lines: { as: 'project' } })).lines).toEqual([
      [2, 1, 1, [[], 'may', ''], 'project'],
    ])
  })

  it('holds nothing about roles outside the root', () => {
    const data = dataOf(toHtml(firm, { root: 'pmo' }))
    expect(data.ids).toEqual(['director', 'manager', 'analyst', 'coordinator', 'controller'])
    // The controller is included by its dotted line, and placed below that manager.
    expect(data.parents).toEqual([-1, 0, 1, 1, 1])
    expect(JSON.stringify(data)).not.toContain('Chief')
    expect(dataOf(toHtml(firm, { root: 'pmo', lines: 'solid' })).ids).not.toContain('controller')
  })

  it('breaks a cycle at one role', () => {
    const tree = [
      'a',
      'b < c',
      'c < a',
      'd < c',
      'e < d',
      'f',
      'g < f',
      'h < b',
      't < top',
      'top',
      'x',
      'y < x',
    ]
    expect(treeOf(dataOf(toHtml(tangle))).sort()).toEqual(tree)
  })

  it.each([
    ['title', { title: 'a </title> b' }, { title: 'a </title> b' }],
    ['depth', { depth: 0 }, { depth: 0 }],
    ['unlimited depth', { depth: Infinity }, { depth: 10 }],
    ['marks', { marks: { analyst: 'added' } }, { marks: [[4, 'added', '+ added']] }],
    // The move from the manager to the director is the second one.
    ['highlight', { highlight: ['manager', 'director'] }, { highlight: [2, 3], highlightedMoves: [1] }],
    [
      'a path without a move',
      { highlight: ['director', 'manager'] },
      { highlight: [2, 3], highlightedMoves: [] },
    ],
    [
      'a set as highlight',
      { highlight: new Set(['director', 'manager'] as const) },
      { highlight: [2, 3], highlightedMoves: [1] },
    ],
    ['a path as highlight', { highlight: { roles: ['analyst'] } }, { highlight: [4] }],
    ['collapse', { collapse: 1 }, { collapse: 1, ids: { length: 10 } }],
    ['unlimited collapse', { collapse: Infinity }, { collapse: -1 }],
    ['one view of lines', { relations: 'reporting' }, { relations: 'reporting', moves: [] }],
    ['views of both', { relations: 'both' }, { relations: 'both', ids: { length: 10 } }],
  ] as const)('takes %s', (_name, options, expected) => {
    expect(dataOf(toHtml(firm, options))).toMatchObject(expected)
  })

  it('takes labels', () => {
    expect(dataOf(toHtml(firm, { label: ({ id }) => `<${id}>` })).labels[0]).toBe('<ceo>')
  })

  it('holds only the roles with moves for careers, and no lines', () => {
    const data = dataOf(toHtml(firm, { relations: 'career' }))
    expect(treeOf(data)).toEqual(['cpo', 'director', 'manager', 'analyst', 'coordinator', 'controller'])
    expect(data).toMatchObject({ relations: 'career', lines: [], moves: { length: 6 } })
    const two = dataOf(toHtml(firm, { relations: 'career', root: 'coordinator', depth: 2 }))
    expect(two.ids).toEqual(['manager', 'analyst', 'coordinator', 'controller'])
  })

  it.each([
    ['title', ['lead', 'ann', 'Bob', 'cy']],
    ['id', ['lead', 'cy', 'Bob', 'ann']],
    ['grade', ['lead', 'Bob', 'ann', 'cy']],
    ['input', ['lead', 'Bob', 'cy', 'ann']],
  ] as const)('sorts siblings by %s', (order, labels) => {
    const team = defineOrg({
      roles: {
        lead: {},
        r2: { title: 'Bob', reportsTo: 'lead', grade: 7 },
        r1: { title: 'cy', reportsTo: 'lead' },
        r3: { title: 'ann', reportsTo: 'lead', grade: 5 },
      },
    })
    expect(dataOf(toHtml(team, { order })).labels).toEqual(labels)
  })

  it('keeps roles of a unit together', () => {
    const team = defineOrg({
      roles: {
        lead: {},
        a: { reportsTo: 'lead', unit: 'red' },
        b: { reportsTo: 'lead', unit: 'blue' },
        c: { reportsTo: 'lead', unit: 'red' },
      },
      units: { red: {}, blue: {} },
    })
    expect(dataOf(toHtml(team)).ids).toEqual(['lead', 'a', 'b', 'c'])
    expect(dataOf(toHtml(team, { groupBy: 'unit' })).ids).toEqual(['lead', 'a', 'c', 'b'])
  })

  it('is the same for the same org', () => {
    expect(toHtml(firm, { title: 'x' })).toBe(toHtml(firm, { title: 'x' }))
  })

  it('takes a chain of 100,000 managers', () => {
    const roles = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, row) => [`r${row}`, row === 0 ? {} : { reportsTo: `r${row - 1}` }]),
    )
    expect(dataOf(toHtml(defineOrg({ roles }))).parents.at(-1)).toBe(99_998)
  })
})

describe('text that could break out of the page', () => {
  it('is unchanged in the data, and ends no element', () => {
    const page = toHtml(hostileLabels, { title: '</title><script>alert(1)</script>' })
    expect(dataOf(page).labels.slice(1)).toEqual(HOSTILE_LABELS)
    expect(dataOf(toHtml(hostileOrg)).ids).toEqual(['__proto__', 'constructor', '', '7', '007'])
    expect(page.match(/<script/g)).toHaveLength(2)
    expect(page.match(/<\/script/g)).toHaveLength(2)
    expect(page).not.toContain('<img')
    expect(contentOf(page, '<title>', '</title>')).toBe('&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('is escaped for old parsers of JSON and HTML', () => {
    const page = toHtml(defineOrg({ roles: { a: { title: '\u2028\u2029<!--\ud800\0' } } }), {
      title: '\0\ud800',
    })
    expect(page).not.toMatch(/[\u2028\u2029\0]|<!--/)
    expect(page).not.toMatch(/[\ud800-\udfff]/u)
    // As in every other picture.
    expect(dataOf(page).labels).toEqual(['\u2028\u2029<!--\\u{d800}\\u{0}'])
    expect(contentOf(page, '<title>', '</title>')).toBe('\\u{0}\\u{d800}')
  })
})

describe('invalid options', () => {
  it.each([
    ['options', [], 'an object'],
    [
      'detph',
      { detph: 1 },
      'title, describeSource, fields, photo, edit, after, colorBy, approval, root, depth, lines, dotted, relations, label, highlight, groupBy, collapse, order, marks',
    ],
    ['title', { title: 7 }, 'a string'],
    ['depth', { depth: -1 }, 'a whole number, 0 or more, or Infinity for no limit'],
    ['depth', { depth: 1.5 }, 'a whole number, 0 or more, or Infinity for no limit'],
    ['collapse', { collapse: 0 }, 'a whole number, 1 or more, or Infinity for no limit'],
    ['order', { order: 'name' }, "'input' | 'title' | 'id' | 'grade'"],
    ['groupBy', { groupBy: 'team' }, "'unit'"],
    ['relations', { relations: 'all' }, "'reporting' | 'career' | 'both'"],
    ['lines', { lines: 'dashed' }, "'solid' | 'dotted' | 'all' | { as: name }"],
    ['label', { label: 'title' }, 'a function'],
    ['label', { label: () => 7 }, 'a function that returns a string'],
    ['highlight', { highlight: 'ceo' }, 'an iterable of role ids, or a path'],
    ['marks', { marks: 'added' }, 'a map or an object of marks by role'],
    ['marks', { marks: { ceo: 'gone' } }, "'added' | 'removed' | 'moved' | 'changed'"],
  ])('%s is refused: %j', (option, options, allowed) => {
    const error = thrownBy(() => toHtml(firm, options as object))
    if (!isOrgError(error, 'INVALID_OPTION')) throw error
    expect(error.details).toMatchObject({ option, allowed })
  })

  it('include unknown roles', () => {
    const org: Org = firm
    expect(thrownBy(() => toHtml(org, { root: 'boss' })).code).toBe('UNKNOWN_ROLE')
    expect(thrownBy(() => toHtml(org, { highlight: ['boss'] })).code).toBe('UNKNOWN_ROLE')
    expect(thrownBy(() => toHtml(org, { marks: { boss: 'added' } })).code).toBe('UNKNOWN_ROLE')
    expect(thrownBy(() => toHtml({} as Org)).code).toBe('NOT_AN_ORG')
  })
})
