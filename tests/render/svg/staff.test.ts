import { defineOrg } from 'rolegraph'
import { pictureOf, toSvg } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { staffed } from '../charts.js'

interface Place {
  readonly x: number
  readonly y: number
}

/** The places of the boxes by the id of the role. */
function placesOf(org: Parameters<typeof toSvg>[0]): ReadonlyMap<string | undefined, Place> {
  const { boxes } = pictureOf(org)
  const places = Array.from(toSvg(org).matchAll(/role="listitem" transform="translate\((\d+) (\d+)\)"/g))
  // The key has items too, after the boxes.
  expect(places.length).toBeGreaterThanOrEqual(boxes.length)
  return new Map(
    boxes.map(({ role }, index) => [role, { x: Number(places[index][1]), y: Number(places[index][2]) }]),
  )
}

describe('staff in an SVG', () => {
  it('are beside the line down from their manager, above its reports', () => {
    const places = placesOf(staffed)
    const at = (role: string): Place => places.get(role) ?? { x: NaN, y: NaN }
    const stem = at('ceo').x + 102
    for (const staff of ['assistant', 'counsel']) {
      expect(at(staff).x).toBe(stem + 20)
      expect(at(staff).y).toBeGreaterThan(at('ceo').y)
      for (const report of ['cfo', 'coo', 'cto', 'chief']) expect(at(staff).y).toBeLessThan(at(report).y)
    }
    expect(at('secretary').x).toBe(at('coo').x + 122)
    expect(at('plant').y).toBeGreaterThan(at('secretary').y)
  })

  it('are joined to it, and named in the titles of their boxes', () => {
    const svg = toSvg(defineOrg({ roles: { a: {}, b: { reportsTo: { to: 'a', as: 'adviser' } } } }))
    expect(svg).toContain('<title>b; below a, as adviser</title>')
    // Down from the middle of the manager, then to the left edge of the box.
    expect(svg).toMatch(/class="rg-line"[^>]* d="M102 \d+V\d+H122"/)
  })

  it('of many managers do not overlap anything', () => {
    const roles = Object.fromEntries(
      Array.from({ length: 300 }, (_, role) => {
        const to = `r${String(Math.floor((role - 1) / 4))}`
        const line = role % 3 === 1 ? { to, as: 'assistant' } : to
        return [`r${String(role)}`, role === 0 ? {} : { reportsTo: line }]
      }),
    )
    const places = Array.from(placesOf(defineOrg<string>({ roles })).values())
    for (const [index, one] of places.entries()) {
      for (const other of places.slice(index + 1)) {
        const apart = Math.abs(one.x - other.x) >= 204 || Math.abs(one.y - other.y) >= 35
        if (!apart) expect([one, other]).toBe('apart')
      }
    }
  })
})
