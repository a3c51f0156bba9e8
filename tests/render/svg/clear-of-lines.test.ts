import { defineOrg } from 'rolegraph'
import { toSvg } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { elementsOf, placeOf } from '../xml-events.js'

/** One head with 12 reports, each of which also reports to the deputy by a dotted line. */
const org = defineOrg({
  units: { one: { title: 'Unit one' }, two: { title: 'Unit two' } },
  roles: {
    head: { unit: 'one' },
    deputy: { reportsTo: 'head', unit: 'two' },
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `r${String(at)}`,
        { reportsTo: at % 2 ? 'head' : 'deputy', dottedTo: at % 2 ? 'deputy' : 'head', unit: 'one' },
      ]),
    ),
  },
})

describe('names and badges', () => {
  it.each(['top-down', 'left-to-right', 'compact'] as const)('of spans cover no arrowhead: %s', (layout) => {
    const elements = elementsOf(toSvg(org, { layout, fields: ['usual', 'span'] }))
    const badges = elements.filter(
      ({ attributes, parent }) =>
        attributes['class'] === 'rg-below' && parent?.text.includes('direct report'),
    )
    const ends = elements.flatMap(({ attributes: { class: look = '', d = '' } }) => {
      const end = / ?(-?\d+) (-?\d+)$/.exec(d)
      return look.includes('rg-across') && end ? [{ x: Number(end[1]), y: Number(end[2]) }] : []
    })
    const [drawn] = elements.filter(({ name, attributes }) => name === 'g' && 'transform' in attributes)
    const origin = placeOf(drawn)
    expect(badges).toHaveLength(2)
    expect(ends.length).toBeGreaterThan(10)
    for (const badge of badges) {
      const { x, y } = placeOf(badge)
      const left = x - origin.x + Number(badge.attributes['x'])
      const top = y - origin.y + Number(badge.attributes['y'])
      // An arrowhead is 9 long and 9 wide.
      for (const end of ends)
        expect(
          end.x > left - 4.5 &&
            end.x < left + 38 + 4.5 &&
            end.y > top - 9 &&
            end.y < top + 18 + 9 &&
            (layout === 'left-to-right' || end.x < left || end.x > left + 38 - 9),
        ).toBe(false)
    }
  })

  it('of frames are over a halo, after all lines', () => {
    const svg = toSvg(org, { frames: true })
    const halos = [...svg.matchAll(/<text class="rg-name rg-name-halo"[^>]*stroke="#ffffff"[^>]*>([^<]*)</g)]
    expect(new Set(halos.map(([, text]) => text))).toEqual(new Set(['Unit one', 'Unit two']))
    const [behind] = svg.split('<g role="list"')
    expect(behind.indexOf('class="rg-name ')).toBeGreaterThan(behind.lastIndexOf('<path class="rg-line'))
    expect(toSvg(org, { frames: true, lines: 'solid' })).not.toContain('class="rg-name rg-name-halo"')
  })
})
