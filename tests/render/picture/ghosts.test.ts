import {
  changeOrg,
  defineOrg,
  type DiffMarks,
  diffOrgs,
  marksOf,
  type Org,
  orgFromRecords,
  rolesOf,
} from 'rolegraph'
import {
  type Box,
  type Picture,
  pictureOf,
  type PictureOptions,
  toDot,
  toMermaid,
  toSvg,
  toText,
} from 'rolegraph/render'
import { toHtml } from 'rolegraph/html'
import { describe, expect, it } from 'vitest'
import { randomFrom, randomOrg } from '../../change/random-charts.js'
import { thrownBy } from '../../support/thrown-by.js'
import { peopled, reorganisation, reorganised } from '../charts.js'

const RUNS = Number(process.env['CHANGE_RUNS'] ?? 400)

/** A box as "mark id < id of the box above", where a ghost is in brackets. */
function shown({ boxes }: Picture): string[] {
  const named = ({ role = '+', ghost }: Box): string => (ghost ? `[${role}]` : role)
  return boxes.map((box) => {
    const above = box.parent === undefined ? '' : ` < ${named(boxes[box.parent])}`
    return `${box.mark ?? ''} ${named(box)}${above}`.trim()
  })
}

describe('a picture of an org with the marks of a diff', () => {
  const marks = marksOf(reorganisation)

  it('has removed roles, and those that have moved once more, where they were', () => {
    expect(shown(pictureOf(reorganised, { marks }))).toEqual([
      'ceo',
      'assistant < ceo',
      'removed [counsel] < ceo',
      'director < ceo',
      'removed [manager] < director',
      'moved [analyst] < [manager]',
      'moved [coordinator] < [manager]',
      'planner < director',
      'moved clerk < director',
      'added lead < director',
      'moved analyst < lead',
      'moved coordinator < lead',
      'changed cfo < ceo',
      'moved [clerk] < cfo',
    ])
  })

  it('says where roles were and where they are now, by the labels of both orgs', () => {
    const { boxes } = pictureOf(reorganised, { marks })
    expect(
      boxes.flatMap(({ role, was, now }) => ((was ?? now) === undefined ? [] : [[role, was, now]])),
    ).toEqual([
      ['analyst', undefined, 'Delivery Lead'],
      ['coordinator', undefined, 'Delivery Lead'],
      ['clerk', 'Chief Financial Officer', undefined],
      ['analyst', 'PMO Manager', undefined],
      ['coordinator', 'PMO Manager', undefined],
      ['clerk', undefined, 'PMO Director'],
    ])
  })

  it('draws ghosts as they were: with their unit, which may be gone, and beside the line down', () => {
    const { boxes, units }: Picture = pictureOf(reorganised, { marks })
    const counsel = boxes.find(({ role }) => role === 'counsel')
    expect(counsel).toMatchObject({ ghost: true, staff: true, as: 'adviser', vacant: true })
    const clerk = boxes.find(({ role, ghost }) => role === 'clerk' && ghost)
    expect(units[clerk?.unit ?? -1].title).toBe('Finance')
  })

  it('joins ghosts to where they were by lines of their own', () => {
    const { boxes, lines } = pictureOf(reorganised, { marks })
    const ghosts = lines.filter(({ ghost }) => ghost)
    expect(ghosts.map(({ from, to }) => [boxes[from].role, boxes[to].role])).toEqual([
      ['counsel', 'ceo'],
      ['manager', 'director'],
      ['analyst', 'manager'],
      ['coordinator', 'manager'],
      ['clerk', 'cfo'],
    ])
    expect(ghosts.every(({ tree, kind }) => tree && kind === 'solid')).toBe(true)
  })

  it('keeps ghosts out of the limit and the counts', () => {
    const { boxes } = pictureOf(reorganised, { marks, collapse: 1 })
    const below = boxes.filter(({ parent }) => boxes[parent ?? -1]?.role === 'director')
    expect(below.map(({ role, label }) => role ?? label)).toEqual(['manager', 'clerk', '+2 more'])
    expect(pictureOf(reorganised, { marks, depth: 0 }).boxes[0].hidden).toBe(8)
  })

  it('draws below a root the ghosts of what was there, also of a role that is outside of it now', () => {
    expect(shown(pictureOf(reorganised, { marks, root: 'cfo' }))).toEqual([
      'changed cfo',
      'moved [clerk] < cfo',
    ])
    expect(pictureOf(reorganised, { marks, root: 'cfo' }).boxes[1].now).toBe('PMO Director')
  })

  it('draws ghosts at the top, and says so of a role that is at the top now', () => {
    const before = defineOrg({ roles: { old: {}, a: { reportsTo: 'old' }, b: {}, c: { reportsTo: 'b' } } })
    const after = defineOrg({ roles: { a: {}, b: { reportsTo: 'a' }, c: { reportsTo: 'b' } } })
    const picture = pictureOf(after, { marks: marksOf(diffOrgs(before, after)) })
    expect(shown(picture)).toEqual([
      'removed [old]',
      'moved [a] < [old]',
      'moved [b]',
      'moved a',
      'moved b < a',
      'c < b',
    ])
    expect(toText(after, { marks: marksOf(diffOrgs(before, after)) })).toContain('(now at the top)')
  })

  it('has no ghosts for careers, and for marks in a copy of the map', () => {
    const options: PictureOptions = { marks, relations: 'career' }
    expect(pictureOf(reorganised as Org, options).boxes.some(({ ghost }) => ghost)).toBe(false)
    const copy = new Map<string, 'moved'>([['clerk', 'moved']])
    expect(shown(pictureOf(reorganised as Org, { marks: copy }))).toContain('moved clerk < director')
    expect(
      thrownBy(() => pictureOf(reorganised as Org, { marks: new Map([['counsel', 'removed']]) })).code,
    ).toBe('UNKNOWN_ROLE')
  })

  it('takes an object with a role of the name before', () => {
    const org = defineOrg({ roles: { before: {}, after: { reportsTo: 'before' } } })
    expect(shown(pictureOf(org, { marks: { before: 'changed' } }))).toEqual([
      'changed before',
      'after < before',
    ])
  })

  it('refuses marks with anything but an org before', () => {
    const odd: object = Object.assign(new Map(), { before: {} })
    expect(thrownBy(() => pictureOf(reorganised, { marks: odd })).code).toBe('NOT_AN_ORG')
  })

  it('draws random pairs of charts whole: each role once, each that is gone once', () => {
    for (let seed = 1; seed <= RUNS; seed++) {
      const random = randomFrom(seed)
      const [before, after] = [randomOrg(random), randomOrg(random)]
      const all = marksOf(diffOrgs(before, after))
      const { boxes, lines } = pictureOf(after, { marks: all })
      const [own, ghosts] = [false, true].map((is) => boxes.filter(({ ghost = false }) => ghost === is))
      expect(own.map(({ role }) => role).sort()).toEqual([...rolesOf(after)].sort())
      const gone = [...all].filter(([, mark]) => mark === 'removed').map(([role]) => role)
      const removed = ghosts.filter(({ mark }) => mark === 'removed')
      expect([seed, removed.map(({ role }) => role).sort()]).toEqual([seed, gone.sort()])
      expect(new Set(ghosts.map(({ role }) => role)).size).toBe(ghosts.length)
      // In preorder, each box after the one that it is placed below, by a line of the tree.
      for (const { index, parent, layer } of boxes) {
        if (parent === undefined) continue
        expect(parent).toBeLessThan(index)
        expect(boxes[parent].layer).toBe(layer - 1)
        expect(lines.filter(({ from, tree }) => from === index && tree)).toHaveLength(1)
      }
      for (const draw of [toText, toSvg, toDot, toMermaid, toHtml]) draw(after, { marks: all })
    }
  })

  it('stays harmless with ids such as __proto__', () => {
    const rows = [
      { id: '__proto__', boss: null },
      { id: '<script>', boss: '__proto__' },
    ]
    const [before, after] = [rows, rows.slice(0, 1)].map((each) =>
      orgFromRecords(each, { id: 'id', manager: 'boss' }),
    )
    expect(shown(pictureOf(after, { marks: marksOf(diffOrgs(before, after)) }))).toEqual([
      '__proto__',
      'removed [<script>] < __proto__',
    ])
  })

  it.each([
    ['below one manager', () => 0],
    ['in a chain', (row: number) => row - 1],
  ])('takes 100,000 removed roles %s', (_name, above) => {
    const rows = Array.from({ length: 100_000 }, (_, row) => ({
      id: `r${String(row)}`,
      boss: row === 0 ? null : `r${String(above(row))}`,
    }))
    const [before, after] = [rows, rows.slice(0, 1)].map((each) =>
      orgFromRecords(each, { id: 'id', manager: 'boss' }),
    )
    const removed = new Map(rows.slice(1).map(({ id }) => [id, 'removed' as const]))
    const marks: DiffMarks = Object.assign(removed, { before })
    expect(pictureOf(after, { marks }).boxes).toHaveLength(100_000)
  })
})

describe('the holders on a box', () => {
  it('are names, with the share and the kind of the assignment', () => {
    const { boxes } = pictureOf(peopled)
    expect(boxes.flatMap(({ holders }) => holders)).toEqual([
      'Ada Lovelace',
      'Joe Bloggs (interim)',
      'May Day (acting, 60%)',
      'Sam Sample (33.3%)',
    ])
  })

  it('are named once, whatever the number of their assignments to the role', () => {
    const org = defineOrg({
      roles: {
        a: {
          holders: [
            { person: 'ada', from: '2025-01-01', to: '2025-07-01' },
            { person: 'ada', from: '2026-01-01' },
            { person: 'ada', from: '2025-07-01', to: '2026-01-01', share: 0.005 },
          ],
        },
      },
      people: { ada: { name: 'Ada <b>' } },
    })
    expect(pictureOf(org).boxes[0].holders).toEqual(['Ada <b>', 'Ada <b> (0.5%)'])
  })
})

it('changes nothing about a picture without marks', () => {
  const { org } = changeOrg(peopled, [])
  expect(pictureOf(org, { marks: marksOf(diffOrgs(peopled, org)) })).toEqual(pictureOf(peopled))
})
