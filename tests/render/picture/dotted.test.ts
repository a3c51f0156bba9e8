import { defineOrg } from 'rolegraph'
import { pictureOf, toDot, toMermaid, toSvg } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'

const matrix = defineOrg({
  roles: {
    top: {},
    a: {
      reportsTo: 'top',
      unit: 'u0',
      dottedTo: [
        { to: 'b', as: 'project' },
        { to: 'c', as: 'clinical' },
      ],
    },
    b: { reportsTo: 'top', unit: 'u1', dottedTo: 'c' },
    c: { reportsTo: 'top', unit: 'u8' },
  },
  units: Object.fromEntries(Array.from({ length: 25 }, (_, unit) => [`u${String(unit)}`, {}])),
})
const drawnNames = (dotted: 'all' | 'none' | readonly string[] | undefined): (string | undefined)[] =>
  pictureOf(matrix, dotted === undefined ? {} : { dotted })
    .lines.filter(({ tree }) => !tree)
    .map(({ as }) => as)

describe('the option dotted', () => {
  it('draws all dotted lines across the tree, some, or none', () => {
    expect(drawnNames(undefined)).toEqual(['project', 'clinical', undefined])
    expect(drawnNames('all')).toEqual(['project', 'clinical', undefined])
    expect(drawnNames(['clinical'])).toEqual(['clinical'])
    expect(drawnNames('none')).toEqual([])
    for (const wrong of ['some', [1], 1, null]) {
      const options: object = { dotted: wrong }
      expect(thrownBy(() => pictureOf(matrix, options)).details).toMatchObject({ option: 'dotted' })
    }
  })
})

describe('colours', () => {
  it('of named lines are in the key, and the same whichever lines are drawn', () => {
    const svg = toSvg(matrix, { dotted: ['clinical'] })
    expect(svg).toContain('Dotted line: clinical')
    expect(svg).not.toContain('Dotted line: project')
    const colour = /rg-across rg-n1"[^>]*? stroke="(#\w{6})"/.exec(svg)?.[1] ?? ''
    expect(colour).toBe('#847a00')
    expect(toDot(matrix)).toContain(`label="clinical", color="${colour}"`)
    expect(toMermaid(matrix)).toMatch(new RegExp(`linkStyle \\d+ stroke:${colour}`))
  })

  it('of units are the same in every picture and output', () => {
    const stripeOf = (svg: string, role: string): string[] =>
      [...(svg.split(`<title>${role};`)[1] ?? '').split('</g>')[0].matchAll(/rg-u(\d)"/g)].map(
        ([, name]) => name,
      )
    // The ninth unit has the colour of the first, in two parts.
    for (const options of [{}, { root: 'c' }] as const)
      expect(stripeOf(toSvg(matrix, options), 'c')).toEqual(['0', '0'])
    expect(stripeOf(toSvg(matrix), 'a')).toEqual(['0'])
    expect(stripeOf(toSvg(matrix, { root: 'b' }), 'b')).toEqual(['1'])
    expect(toDot(matrix, { root: 'b' })).toContain('fillcolor="#847a00;0.03:#f8fafc"')
    expect(toMermaid(matrix, { root: 'b' })).toContain('stroke:#847a00,stroke-width:1px')
  })
})
