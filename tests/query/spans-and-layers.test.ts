import { defineOrg, orgFromRecords, type SpansAndLayers, spansAndLayers } from 'rolegraph'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { hostileOrg } from './hostile-org.js'

/** The managers of each band, in the order of the bands. */
function bandsOf(stats: SpansAndLayers): number[] {
  return stats.bands.map((band) => band.managers)
}

function starOf(span: number): ReturnType<typeof spansAndLayers> {
  const reports = Array.from({ length: span }, (_, index) => ({ id: `r${String(index)}`, boss: 'top' }))
  const rows = [{ id: 'top', boss: null }, ...reports]
  return spansAndLayers(orgFromRecords(rows, { id: 'id', manager: 'boss' }))
}

describe('spansAndLayers', () => {
  it('describes a chart with two tops', () => {
    const org = defineOrg({
      roles: {
        low: { reportsTo: 'lead' },
        lead: { reportsTo: 'ceo' },
        ceo: {},
        owner: {},
        coo: { reportsTo: 'ceo', vacant: true },
        clerk: { reportsTo: 'owner', dottedTo: ['ceo', 'coo'] },
        second: { reportsTo: 'owner' },
      },
    })
    const stats = spansAndLayers(org)
    expectTypeOf(stats.widest).toEqualTypeOf<
      readonly ('low' | 'lead' | 'ceo' | 'owner' | 'coo' | 'clerk' | 'second')[]
    >()
    expect(stats).toEqual({
      roles: 7,
      managers: 3,
      tops: 2,
      orphans: 0,
      layers: 3,
      rolesPerLayer: [2, 4, 1],
      averageSpan: 5 / 3,
      widestSpan: 2,
      widest: ['ceo', 'owner'],
      bands: [
        { band: '1', managers: 1 },
        { band: '2–3', managers: 2 },
        { band: '4–7', managers: 0 },
        { band: '8–12', managers: 0 },
        { band: '13–16', managers: 0 },
        { band: '17+', managers: 0 },
      ],
      unlayered: 0,
    })
  })

  it.each([
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
    [7, 2],
    [8, 3],
    [12, 3],
    [13, 4],
    [16, 4],
    [17, 5],
    [500, 5],
  ])('puts a span of %i into band %i', (span, band) => {
    const stats = starOf(span)
    expect(bandsOf(stats)).toEqual([0, 1, 2, 3, 4, 5].map((index) => (index === band ? 1 : 0)))
    expect(stats).toMatchObject({ widestSpan: span, averageSpan: span, widest: ['top'], managers: 1 })
    expect(stats.rolesPerLayer).toEqual([1, span])
  })

  it('describes a chart without lines, and one without roles', () => {
    const flat = spansAndLayers(defineOrg({ roles: { a: {}, b: { dottedTo: 'a' } } }))
    expect(flat).toMatchObject({ roles: 2, managers: 0, tops: 2, layers: 1, rolesPerLayer: [2] })
    expect(flat).toMatchObject({ averageSpan: 0, widestSpan: 0, widest: [], unlayered: 0 })
    expect(bandsOf(flat)).toEqual([0, 0, 0, 0, 0, 0])
    const empty = spansAndLayers(defineOrg({ roles: {} }))
    expect(empty).toMatchObject({
      roles: 0,
      managers: 0,
      tops: 0,
      layers: 0,
      rolesPerLayer: [],
      averageSpan: 0,
    })
  })

  it('counts the spans of roles in and below cycles, which have no layer', () => {
    const bosses = { a: 'b', b: 'a', c: 'b', d: 'c', self: 'self', e: 'self', top: null, low: 'top' }
    const rows = Object.entries(bosses).map(([id, boss]) => ({ id, boss }))
    const stats = spansAndLayers(orgFromRecords(rows, { id: 'id', manager: 'boss', onIssue: 'collect' }))
    // Spans: a 1 (b), b 2 (a, c), c 1 (d), self 1 (e, not itself), top 1 (low).
    expect(stats).toMatchObject({ roles: 8, managers: 5, tops: 1, layers: 2, rolesPerLayer: [1, 1] })
    expect(stats).toMatchObject({ averageSpan: 6 / 5, widestSpan: 2, widest: ['b'], unlayered: 6 })
    expect(bandsOf(stats)).toEqual([4, 1, 0, 0, 0, 0])
  })

  it('answers for hostile ids', () => {
    expect(spansAndLayers(hostileOrg)).toMatchObject({
      layers: 4,
      rolesPerLayer: [1, 1, 1, 2],
      widestSpan: 2,
      widest: [''],
    })
  })

  it('gives a fresh object', () => {
    const org = defineOrg({ roles: { a: {}, b: { reportsTo: 'a' } } })
    const first = spansAndLayers(org)
    for (const list of [first.rolesPerLayer, first.widest, first.bands]) Object.assign(list, { length: 0 })
    expect(spansAndLayers(org)).toMatchObject({ rolesPerLayer: [1, 1], widest: ['a'] })
    expect(bandsOf(spansAndLayers(org))).toEqual([1, 0, 0, 0, 0, 0])
  })
})
