import { defineOrg, type Org, orgFromRecords } from 'rolegraph'
import { type MermaidOptions, toMermaid } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'
import { firm, GOLDEN_PICTURES, hostileLabels } from '../charts.js'
import { expectGolden } from '../golden.js'

const EDGE = /^ {2}b\d+ \S+(?:\|"[^"]*"\|)? b\d+$/
const edgesOf = (text: string): string[] =>
  text.split('\n').filter((line) => EDGE.test(line) && !line.includes('~~~'))

/** How many boxes of roles a text has. */
const rolesOf = (text: string): number =>
  text.split('\n').filter((line) => /^ +b\d+\[/.test(line) && !/\["\+\d+ more"\]/.test(line)).length

const wide = orgFromRecords(
  Array.from({ length: 2000 }, (_, role) => ({
    id: String(role),
    boss: role === 0 ? null : String(Math.floor((role - 1) / 30)),
    next: role === 0 ? null : String(role - 1),
  })),
  { id: 'id', manager: 'boss', moves: 'next' },
)
const chain = orgFromRecords(
  Array.from({ length: 700 }, (_, role) => ({
    id: String(role),
    boss: role === 0 ? null : String(role - 1),
  })),
  { id: 'id', manager: 'boss' },
)

describe('toMermaid', () => {
  it.each(GOLDEN_PICTURES)('writes %s as in its golden file', (name, org, options) => {
    expectGolden(`${name}.mmd`, toMermaid(org, options))
  })

  it('writes labels without a sign that starts anything, and only controls of direction by number', () => {
    for (const line of toMermaid(hostileLabels, { groupBy: 'unit' }).split('\n')) {
      const label = /"(.*)"/.exec(line)?.[1] ?? ''
      const bare = label
        .replaceAll('<br/>', '\n')
        .replace(/#82\d\d;/g, '')
        .replace(/[#&<](?=\u2060|\s|$)/g, '')
      expect(bare).not.toMatch(/["#&<>]|^`|%%|%\{|\$\$|\\n|:fa-/)
    }
  })

  it('draws reports of one manager in columns where a chart is wide, and says so', () => {
    const team = (count: number): Org =>
      orgFromRecords(
        Array.from({ length: count + 1 }, (_, role) => ({
          id: String(role),
          boss: role === 0 ? null : '0',
        })),
        { id: 'id', manager: 'boss' },
      )
    expect(toMermaid(team(12))).not.toMatch(/~~~|%%/)
    expect(toMermaid(team(18)).split('\n')[0]).toBe(
      '%% This chart is wide: reports of one manager are drawn in columns.',
    )
    expect(toMermaid(team(18)).match(/b\d+ ~~~ b\d+/g)).toHaveLength(12)
  })

  it('gives each edge an id if asked', () => {
    const text = toMermaid(firm, { relations: 'both', edgeIds: true })
    expect(text).toContain('  b0 e0@--- b1\n')
    expect(text.match(/ e\d+@/g)).toHaveLength(17)
    const wrong: object = { edgeIds: 'yes' }
    expect(thrownBy(() => toMermaid(firm, wrong)).details).toMatchObject({ option: 'edgeIds' })
  })

  it('never uses an id or a title as the name of a node', () => {
    for (const line of toMermaid(hostileLabels, { groupBy: 'unit' }).split('\n')) {
      expect(line.replace(/".*"/, '')).toMatch(
        /^(%% This chart is wide.*|flowchart TB| +(b\d+\[\]|subgraph u\d+\[\]|end|b\d+ (---|~~~) b\d+|style u\d+ fill:none,stroke:#\w{6}|classDef unit\d+ [^"]*|class [b\d,]+ unit\d+))$/,
      )
    }
  })

  it.each<[string, MermaidOptions]>([
    ['reports', {}],
    ['dotted and solid lines', { lines: 'all' }],
    ['moves', { relations: 'career' }],
    ['both', { relations: 'both' }],
    ['few', { maxEdges: 7 }],
    ['two', { maxEdges: 2 }],
  ])('keeps within the limit of edges: %s', (_name, options) => {
    const limit = options.maxEdges ?? 500
    const all = toMermaid(wide, { ...options, maxEdges: Infinity, maxTextSize: Infinity })
    const whole = edgesOf(all).length
    const text = toMermaid(wide, options)
    const edges = edgesOf(text).length
    expect(whole).toBeGreaterThan(limit)
    expect(edges).toBeLessThanOrEqual(limit)
    expect(edges).toBeGreaterThan(0)
    expect(text.split('\n')[0]).toBe(
      `%% ${String(whole - edges)} edges and ${String(rolesOf(all) - rolesOf(text))} roles are left out`,
    )
  })

  it('leaves out no more reports of a manager than necessary', () => {
    expect(edgesOf(toMermaid(wide)).length).toBeGreaterThan(400)
    expect(edgesOf(toMermaid(wide, { maxEdges: 1999, maxTextSize: Infinity }))).toHaveLength(1999)
  })

  it.each<[string, MermaidOptions]>([
    ['reports', {}],
    ['careers', { relations: 'career' }],
    ['little room', { maxTextSize: 1000 }],
  ])('keeps within the limit of characters: %s', (_name, options) => {
    const org = orgFromRecords(
      Array.from({ length: 450 }, (_, role) => ({
        id: `"${String(role)}"`.padEnd(120, ' <long>'),
        boss: role === 0 ? null : `"${String(Math.floor((role - 1) / 20))}"`.padEnd(120, ' <long>'),
      })),
      { id: 'id', manager: 'boss', moves: 'boss' },
    )
    const text = toMermaid(org, options)
    const limit = options.maxTextSize ?? 50_000
    expect(text.length).toBeLessThanOrEqual(limit)
    expect(text.length).toBeGreaterThan(limit * 0.6)
    expect(text).toMatch(/^%% \d+ edges and \d+ roles are left out\n/)
  })

  it('keeps the first roles where no lines are left to leave out, and says how many others there are', () => {
    const tops = orgFromRecords(
      Array.from({ length: 20 }, (_, role) => ({ id: `t${String(role)}` })),
      { id: 'id' },
    )
    // 24 characters and a line break say what is left out, 12 are the header; a box is 12 with its line break, from b10 on 14.
    const kept = toMermaid(tops, { maxTextSize: 100 })
    expect(kept.split('\n')).toEqual([
      '%% 15 roles are left out',
      'flowchart TB',
      ...[0, 1, 2, 3, 4].map((role) => `  b${String(role)}["t${String(role)}"]`),
    ])
    expect(toMermaid(tops, { maxTextSize: 37 })).toBe('%% 20 roles are left out\nflowchart TB')
    const whole = toMermaid(tops)
    expect(toMermaid(tops, { maxTextSize: whole.length })).toBe(whole)
    expect(toMermaid(tops, { maxTextSize: whole.length - 1 })).toMatch(/^%% [23] roles are left out\n/)

    const many = orgFromRecords(
      Array.from({ length: 3000 }, (_, role) => ({ id: `role-number-${String(role)}` })),
      { id: 'id' },
    )
    for (const options of [{}, { relations: 'both' }, { frames: true }] as MermaidOptions[]) {
      const text = toMermaid(many, options)
      expect(text.length).toBeLessThanOrEqual(50_000)
      expect(text.length).toBeGreaterThan(49_900)
      expect(text.split('\n')[0]).toBe(`%% ${String(3000 - rolesOf(text))} roles are left out`)
      expect(text).toContain('["role-number-0"]')
    }
  })

  it('keeps roles without a line next to those with one, the first of each', () => {
    const org = defineOrg({
      roles: Object.fromEntries(
        Array.from({ length: 40 }, (_, role) => [
          `r${String(role)}`,
          role === 38 ? { progressesTo: 'r39' } : {},
        ]),
      ),
    })
    const text = toMermaid(org, { relations: 'both', maxTextSize: 200 })
    expect(text).toContain('\n  b38 --> b39')
    expect(text).toContain('\n  b0["r0"]\n  b1["r1"]\n')
    expect(text.split('\n')[0]).toBe(`%% ${String(40 - rolesOf(text))} roles are left out`)
    expect(text.length).toBeLessThanOrEqual(200)
  })

  it('counts one role in the singular, and keeps what precedes a title that is too long', () => {
    const org = defineOrg({
      roles: { top: {}, a: { reportsTo: 'top' }, b: { reportsTo: 'top', title: 'b'.repeat(50_000) } },
    })
    const text = toMermaid(org)
    expect(text.split('\n').slice(0, 4)).toEqual([
      '%% 1 role is left out',
      'flowchart TB',
      '  b0["top"]',
      '  b1["a"]',
    ])
  })

  it.each<[string, (role: number) => object]>([
    ['next to each other', () => ({})],
    ['within each other', (role) => (role === 0 ? {} : { partOf: `u${String(role - 1)}` })],
  ])('keeps within the limit of characters with a unit for each role, %s', (_name, unit) => {
    const numbers = Array.from({ length: 3000 }, (__, role) => role)
    const org = defineOrg({
      roles: Object.fromEntries(numbers.map((role) => [`r${String(role)}`, { unit: `u${String(role)}` }])),
      units: Object.fromEntries(numbers.map((role) => [`u${String(role)}`, unit(role)])),
    })
    for (const frames of [true, false]) {
      const text = toMermaid(org, { frames })
      expect(text.length).toBeLessThanOrEqual(50_000)
      expect(text.length).toBeGreaterThan(49_000)
      expect(text.split('\n')[0]).toBe(`%% ${String(3000 - rolesOf(text))} roles are left out`)
      const [opened, closed] = [/^ *subgraph /gm, /^ *end$/gm].map((each) => (text.match(each) ?? []).length)
      expect(opened).toBe(closed)
      expect(opened).toBe(frames ? rolesOf(text) : 0)
    }
  })

  it('draws frames in the colours of the units, and a chart from left to right', () => {
    const text = toMermaid(firm, { frames: true, layout: 'left-to-right' })
    expect(text.replace('flowchart LR', 'flowchart TB')).toBe(toMermaid(firm, { groupBy: 'unit' }))
    expect(text).toContain('\n  style u0 fill:none,stroke:#2563eb\n  style u1 fill:none,stroke:#847a00\n')
    expect(toMermaid(wide, { layout: 'left-to-right' })).not.toContain('~~~')
    for (const wrong of [{ layout: 'compact' }, { frames: 'unit' }] as object[])
      expect(thrownBy(() => toMermaid(firm, wrong)).code).toBe('INVALID_OPTION')
  })

  it('cuts a long chain at a depth', () => {
    const text = toMermaid(chain)
    expect(edgesOf(text)).toHaveLength(500)
    expect(text).toContain('+199 below')
  })

  it.each([0, -1, 1.5, '500', null])('refuses %j as a limit', (maxEdges) => {
    const wrong: object = { maxEdges }
    const error = thrownBy(() => toMermaid(firm, wrong))
    expect(error.details).toMatchObject({ option: 'maxEdges' })
    const text: object = { maxTextSize: maxEdges }
    expect(thrownBy(() => toMermaid(firm, text)).details).toMatchObject({ option: 'maxTextSize' })
  })
})
