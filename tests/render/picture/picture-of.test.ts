import fc from 'fast-check'
import {
  type Line,
  linesOf,
  type Lines,
  type Org,
  orgFromRecords,
  rolesOf,
  transitiveReportsOf,
} from 'rolegraph'
import { type Picture, pictureOf, type PictureOptions } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { chartRecord, orgOfChart } from '../../support/chart-record.js'
import { tangledCharts, forestCharts } from '../../support/org-arbitraries.js'
import { office, tangle } from '../../support/office.js'
import { thrownBy } from '../../support/thrown-by.js'
import { firm, staffed } from '../charts.js'

/** The boxes as "layer label", one line per box. */
const listed = ({ boxes }: Picture): string[] => boxes.map(({ layer, label }) => `${String(layer)} ${label}`)
const named = (picture: Picture, box: number | undefined): string => picture.boxes[box ?? -1].label

describe('pictureOf', () => {
  it('places each role below its solid manager, else below its first dotted one', () => {
    expect(listed(pictureOf(office))).toEqual([
      '1 ceo',
      '2 sponsor',
      '2 director',
      '3 planner',
      '3 manager',
      '4 analyst',
      '4 coordinator',
      '1 chair',
      '2 auditor',
      '2 adviser',
    ])
  })

  it('draws the requested lines', () => {
    expect(listed(pictureOf(office, { lines: 'solid' })).slice(-3)).toEqual([
      '1 chair',
      '2 auditor',
      '1 adviser',
    ])
    expect(
      pictureOf(office, { lines: 'solid' }).lines.every((line) => line.kind === 'solid' && line.tree),
    ).toBe(true)
    expect(listed(pictureOf(office, { lines: 'dotted', root: 'director' }))).toEqual([
      '1 director',
      '2 planner',
      '2 analyst',
      '2 auditor',
    ])
  })

  it('places staff without reports of their own first, whatever the order, and names lines', () => {
    const { boxes, lines } = pictureOf(staffed, { order: 'title' })
    const placed = boxes.flatMap(({ role, as, staff, parent }) => {
      return as === undefined ? [] : [[role, as, staff === true, boxes[parent ?? -1].role]]
    })
    expect(placed).toEqual([
      ['assistant', 'assistant', true, 'ceo'],
      ['counsel', 'adviser', true, 'ceo'],
      ['chief', 'adviser', false, 'ceo'],
      ['secretary', 'assistant', true, 'coo'],
      ['planner', 'assistant', true, 'plant'],
      ['architect', 'lead', false, 'cto'],
    ])
    expect(lines.filter(({ tree }) => !tree).map(({ kind, as }) => [kind, as])).toEqual([
      ['dotted', 'a "|project|"\n]'],
      ['dotted', 'functional'],
    ])
    expect(boxes.filter(({ parent }) => parent === 0).map(({ role }) => role)).toEqual([
      'assistant',
      'counsel',
      'cfo',
      'chief',
      'coo',
      'cto',
    ])
  })

  it('draws the lines of a name', () => {
    const { boxes, lines } = pictureOf(staffed, { lines: { as: ['functional', 'lead'] }, root: 'cto' })
    expect(boxes.map(({ role, staff }) => [role, staff])).toEqual([
      ['cto', undefined],
      ['plant', undefined],
      ['architect', undefined],
    ])
    expect(lines.map(({ as, kind }) => [as, kind])).toEqual([
      ['functional', 'dotted'],
      ['lead', 'solid'],
    ])
  })

  it('draws a dotted line to another manager across the tree, once', () => {
    const picture = pictureOf(office)
    const across = picture.lines
      .filter(({ tree }) => !tree)
      .map(({ from, to, kind }) => `${named(picture, from)} ${kind} ${named(picture, to)}`)
    expect(across).toEqual([
      'planner dotted director',
      'manager dotted sponsor',
      'analyst dotted director',
      'analyst dotted sponsor',
      'auditor dotted director',
    ])
  })

  it('starts at a role or the head of a unit, and includes roles that report to it by a dotted line only', () => {
    const expected = ['1 director', '2 planner', '2 manager', '3 analyst', '3 coordinator', '2 auditor']
    expect(listed(pictureOf(office, { root: 'director' }))).toEqual(expected)
    expect(listed(pictureOf(office, { root: 'pmo' }))).toEqual(expected)
  })

  it('counts the roles below its depth', () => {
    const { boxes } = pictureOf(office, { depth: 1, lines: 'solid' })
    expect(boxes.map(({ label, hidden }) => [label, hidden])).toEqual([
      ['ceo', 0],
      ['sponsor', 0],
      ['director', 4],
      ['chair', 0],
      ['auditor', 0],
      ['adviser', 0],
    ])
    expect(listed(pictureOf(office, { depth: 0, root: 'ceo' }))).toEqual(['1 ceo'])
  })

  it('draws the reports beyond the limit as one box, and highlighted and marked ones first', () => {
    expect(listed(pictureOf(office, { collapse: 1, root: 'ceo', lines: 'solid' }))).toEqual([
      '1 ceo',
      '2 sponsor',
      '2 +1 more',
    ])
    const seen = pictureOf(office, { collapse: 1, root: 'ceo', lines: 'solid', highlight: ['coordinator'] })
    expect(listed(seen)).toEqual([
      '1 ceo',
      '2 director',
      '3 manager',
      '4 coordinator',
      '4 +1 more',
      '3 +1 more',
      '2 +1 more',
    ])
    const count = pictureOf(office, { collapse: 1, root: 'ceo', lines: 'solid', marks: { sponsor: 'added' } })
      .boxes[2]
    expect(count).toMatchObject({ label: '+1 more', hidden: 5, parent: 0 })
    expect(count).not.toHaveProperty('role')
  })

  it('orders siblings, and keeps those of a unit together', () => {
    const rows = [
      { id: 'top', boss: null, title: 'T', unit: null, grade: null },
      { id: 'b', boss: 'top', title: 'zeta', unit: 'x', grade: 1 },
      { id: 'a', boss: 'top', title: 'Alpha', unit: 'y', grade: 3 },
      { id: 'd', boss: 'top', title: 'beta', unit: 'x', grade: null },
      { id: 'c', boss: 'top', title: 'Beta', unit: 'y', grade: 3 },
    ]
    const org = orgFromRecords(rows, {
      id: 'id',
      manager: 'boss',
      title: 'title',
      unit: 'unit',
      grade: 'grade',
    })
    const ids = (options: PictureOptions): string =>
      pictureOf(org, options)
        .boxes.slice(1)
        .map(({ role }) => role)
        .join('')
    expect(ids({})).toBe('badc')
    expect(ids({ order: 'id' })).toBe('abcd')
    expect(ids({ order: 'title' })).toBe('adcb')
    expect(ids({ order: 'grade' })).toBe('acbd')
    expect(ids({ groupBy: 'unit' })).toBe('bdac')
    expect(ids({ groupBy: 'unit', order: 'title' })).toBe('acdb')
  })

  it('breaks a cycle at its first role and draws the line that closes it', () => {
    const picture = pictureOf(tangle)
    expect(listed(picture)).toEqual([
      '1 f',
      '2 g',
      '1 top',
      '2 t',
      '1 a',
      '2 c',
      '3 b',
      '4 h',
      '3 d',
      '4 e',
      '1 x',
      '2 y',
    ])
    expect(picture.lines.filter(({ tree }) => !tree).map(({ from, to }) => [from, to])).toEqual([
      [4, 6],
      [10, 11],
    ])
  })

  it('breaks a cycle of dotted lines at the role without a solid manager', () => {
    const org = orgOfChart([
      chartRecord('clerk', { manager: 'ceo', dotted: ['ceo'] }),
      chartRecord('ceo', { dotted: ['clerk'] }),
    ])
    expect(listed(pictureOf(org))).toEqual(['1 ceo', '2 clerk'])
  })

  it('copies the attributes of a role', () => {
    const { boxes, units } = pictureOf(firm, {
      root: 'director',
      label: ({ id, grade }) => `${id}:${String(grade)}`,
    })
    expect(units.map(({ title, partOf }) => [title, partOf])).toEqual([
      ['Delivery', undefined],
      ['Project Management Office', 0],
    ])
    expect(boxes[0]).toEqual({
      index: 0,
      role: 'director',
      label: 'director:7',
      holders: ['Katherine Johnson', 'Dorothy Vaughan'],
      vacant: false,
      grade: 7,
      unit: 1,
      highlighted: false,
      layer: 1,
      hidden: 0,
    })
    expect(boxes.find(({ role }) => role === 'analyst')?.vacant).toBe(true)
  })

  it('draws the roles with moves in a picture of careers, and with a root the roles ahead of it', () => {
    expect(pictureOf(firm, { relations: 'career' }).boxes.map(({ role }) => role)).toEqual([
      'cpo',
      'director',
      'manager',
      'analyst',
      'coordinator',
      'controller',
    ])
    const ahead = pictureOf(firm, { relations: 'career', root: 'coordinator', depth: 2 })
    expect(ahead.boxes.map(({ role }) => role)).toEqual(['manager', 'analyst', 'coordinator', 'controller'])
    expect(ahead.moves.map(({ from, to, kind, years }) => [from, to, kind, years])).toEqual([
      [1, 0, 'advancement', [2, 2]],
      [1, 3, 'lateral', undefined],
      [2, 1, 'advancement', undefined],
      [3, 1, 'lateral', undefined],
    ])
    expect(ahead.lines).toEqual([])
  })

  it('highlights a chain, a path and a set', () => {
    const lit = (picture: Picture): string[] =>
      [...picture.lines, ...picture.moves]
        .filter(({ highlighted }) => highlighted)
        .map(({ from, to }) => `${named(picture, from)}>${named(picture, to)}`)
    const label = ({ id }: { readonly id: string }): string => id
    expect(lit(pictureOf(firm, { label, highlight: ['manager', 'director'] }))).toEqual(['manager>director'])
    const path = {
      label,
      relations: 'career',
      highlight: { roles: ['coordinator', 'analyst', 'controller'] },
    } as const
    expect(lit(pictureOf(firm, path))).toEqual(['analyst>controller', 'coordinator>analyst'])
    expect(lit(pictureOf(firm, { ...path, highlight: new Set(path.highlight.roles) }))).toEqual([
      'analyst>controller',
      'coordinator>analyst',
      'controller>analyst',
    ])
  })

  it('is deeply frozen', () => {
    const open: unknown[] = [pictureOf(firm, { relations: 'both', marks: { ceo: 'moved' } })]
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      expect(Object.isFrozen(value)).toBe(true)
      open.push(...Object.values(value as object).filter((each): each is object => typeof each === 'object'))
    }
  })

  it.each<[string, unknown]>([
    ['depth', -1],
    ['depth', 1.5],
    ['collapse', 0],
    ['lines', 'both'],
    ['relations', 'careers'],
    ['order', 'name'],
    ['groupBy', 'family'],
    ['label', 'title'],
    ['label', () => 7],
    ['highlight', 7],
    ['marks', []],
    ['marks', { ceo: 'gone' }],
    ['dept', 3],
  ])('refuses the option %s: %j', (option, received) => {
    const error = thrownBy(() => pictureOf(firm, { [option]: received }))
    expect(error.code).toBe('INVALID_OPTION')
    expect(error.details).toMatchObject({ option })
  })

  it.each<[string, unknown]>([
    ['root', 'ce'],
    ['root', 7],
    ['highlight', ['ce']],
    ['marks', { ce: 'added' }],
    ['marks', new Map([[7, 'added']])],
  ])('refuses an unknown role in %s', (option, received) => {
    expect(thrownBy(() => pictureOf(firm, { [option]: received })).code).toBe('UNKNOWN_ROLE')
  })

  it('refuses anything but an org and an object of options', () => {
    expect(thrownBy(() => pictureOf({} as Org)).code).toBe('NOT_AN_ORG')
    const seven: unknown = 7
    expect(thrownBy(() => pictureOf(firm, seven as object)).code).toBe('INVALID_OPTION')
  })
})

describe('a picture of any chart, broken ones included,', () => {
  const options = fc.record({
    lines: fc.constantFrom<Lines>('solid', 'dotted', 'all'),
    order: fc.constantFrom('input', 'title', 'id', 'grade'),
    depth: fc.oneof(fc.constant(Infinity), fc.nat(3)),
    collapse: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 3 })),
  })

  it('draws or counts each role once, and draws each line between drawn roles once', () => {
    fc.assert(
      fc.property(fc.oneof(forestCharts, tangledCharts), options, (records, given) => {
        const org = orgOfChart(records)
        const picture = pictureOf(org, given)
        const drawn = picture.boxes.flatMap(({ role }) => (role === undefined ? [] : [role]))
        expect(new Set(drawn).size).toBe(drawn.length)
        const hidden = picture.boxes.reduce((sum, box) => sum + box.hidden, 0)
        expect(drawn.length + hidden).toBe(rolesOf(org).length)
        for (const { index, parent, layer } of picture.boxes) {
          expect(parent ?? -1).toBeLessThan(index)
          expect(layer).toBe(parent === undefined ? 1 : picture.boxes[parent].layer + 1)
        }
        const isDrawn = new Set(drawn)
        const own = (line: Line): string => `${line.from} ${line.kind} ${line.to}`
        const expected = drawn
          .flatMap((id) => linesOf(org, id, { lines: given.lines }))
          .filter(({ to }) => isDrawn.has(to))
          .map(own)
        const lines = picture.lines.flatMap(({ from, to, kind }) => {
          const ends = [picture.boxes[from].role, picture.boxes[to].role] as const
          return ends[0] === undefined || ends[1] === undefined
            ? []
            : [own({ from: ends[0], to: ends[1], kind })]
        })
        expect(lines.sort()).toEqual(expected.sort())
      }),
    )
  })

  it('draws everyone who reports to the root, directly or not', () => {
    fc.assert(
      fc.property(fc.oneof(forestCharts, tangledCharts), fc.nat(), options, (records, pick, { lines }) => {
        const org = orgOfChart(records)
        const ids = rolesOf(org)
        const root = ids[pick % ids.length]
        const drawn = pictureOf(org, { root, lines }).boxes.map(({ role }) => role)
        expect(drawn[0]).toBe(root)
        expect(new Set(drawn)).toEqual(new Set([root, ...transitiveReportsOf(org, root, { lines })]))
      }),
    )
  })
})
