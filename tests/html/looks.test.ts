import { defineOrg } from 'rolegraph'
import { toHtml } from 'rolegraph/html'
import { pictureOf, toSvg } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import type { PageData } from '../../src/html/page-data.js'

const titles = Array.from({ length: 30 }, (_, place) => `Unit ${place}`)
// The roles name the units from the last to the first.
const org = defineOrg({
  roles: Object.fromEntries(
    titles.map((_, place) => [
      `r${place}`,
      { unit: `u${29 - place}`, ...(place > 0 && { reportsTo: 'r0' }) },
    ]),
  ),
  units: Object.fromEntries(titles.map((title, place) => [`u${place}`, { title }])),
})

/** The colours of looks in a style sheet, by scheme. */
function coloursIn(style: string, name: string): string[] {
  return Array.from(style.matchAll(new RegExp(`${name}([0-7]): ?(#[0-9a-f]{6})`, 'g')), ([, place, colour]) =>
    [place, colour].join(' '),
  )
}

describe('the looks of a page', () => {
  it('have the colours of toSvg, in both schemes', () => {
    const inPage = coloursIn(toHtml(org), '--u')
    expect(inPage).toHaveLength(16)
    expect(inPage).toEqual(coloursIn(toSvg(org), '--rg-u'))
  })

  it('are given to units by their place in the org, as in every picture', () => {
    const page = toHtml(org)
    const start = page.indexOf('id="org">') + 'id="org">'.length
    const data = JSON.parse(page.slice(start, page.indexOf('</script>', start))) as PageData
    const places = pictureOf(org).units.map(({ title, place }) => [title, place])
    expect(data.unitTitles.map((title, unit) => [title, data.unitPlaces[unit]])).toEqual(places)
    expect(data.unitPlaces.slice(0, 3)).toEqual([29, 28, 27])
  })
})
