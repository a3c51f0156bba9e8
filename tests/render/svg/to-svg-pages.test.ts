import { defineOrg, type Org, orgFromRecords } from 'rolegraph'
import { pictureOf, type SvgPagesOptions, toSvg, toSvgPages } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { pictures } from '../../../examples/support/pictures.js'
import { thrownBy } from '../../support/thrown-by.js'
import { firm, reorganisation, reorganised } from '../charts.js'
import { expectGolden } from '../golden.js'
import { elementsOf, inherited, placeOf } from '../xml-events.js'

const nhs = pictures.find(({ name }) => name === 'nhs-england')?.org ?? firm

interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface PageBox extends Rect {
  readonly label: string
  readonly page: string | undefined
}

/** The boxes of a page in millimetres. */
function boxesOf(page: string): PageBox[] {
  const elements = elementsOf(page)
  return elements.flatMap((element) => {
    const title = elements.find(({ name, parent }) => name === 'title' && parent === element)?.text
    const rect = elements.find(
      ({ parent, attributes }) => parent === element && /rg-box/.test(attributes['class'] ?? ''),
    )
    if (element.attributes['role'] !== 'listitem' || title === undefined || rect === undefined) return []
    const { x, y, scale } = placeOf(element)
    const { width, height } = rect.attributes
    return [
      {
        label: title.split('; ')[0],
        page: /continued on page (\d+)/.exec(title)?.[1],
        left: x / 10,
        top: y / 10,
        right: (x + Number(width) * scale) / 10,
        bottom: (y + Number(height) * scale) / 10,
      },
    ]
  })
}

const isWhole = ({ left, top, right, bottom }: Rect, width: number, height: number): boolean =>
  left >= 9.9 && top >= 15 && right <= width - 9.9 && bottom <= height - 9.9

const CASES: readonly (readonly [name: string, org: Org, options: SvgPagesOptions])[] = [
  ['a small chart', firm, {}],
  ['a chart with marks', reorganised, { marks: new Map(), highlight: ['director'], orientation: 'portrait' }],
  ['a real chart', nhs, {}],
  ['a real chart on A3', nhs, { paper: 'A3' }],
  ['a real chart in tiles', nhs, { paper: 'A3', division: 'tiles' }],
  ['a real chart as a list', nhs, { layout: 'indented', orientation: 'portrait' }],
  ['a real chart from left to right', nhs, { layout: 'left-to-right' }],
  ['a compact chart with frames', nhs, { layout: 'compact', frames: true, paper: 'A3' }],
  ['careers', pictures[3].org, { relations: 'career' }],
]

describe('toSvgPages', () => {
  it.each(CASES)(
    'prints %s with every box whole on some page, and 7 points or more',
    (_name, org, options) => {
      const pages = toSvgPages(org, options)
      const [long, short] = options.paper === 'A3' ? [420, 297] : [297, 210]
      const [width, height] = options.orientation === 'portrait' ? [short, long] : [long, short]
      const whole = new Map<string, number>()
      for (const page of pages) {
        const elements = elementsOf(page)
        expect(elements[0].attributes).toMatchObject({
          width: `${String(width)}mm`,
          height: `${String(height)}mm`,
          viewBox: `0 0 ${String(width * 10)} ${String(height * 10)}`,
        })
        for (const text of elements.filter(({ name }) => name === 'text')) {
          const points = ((Number(inherited(text, 'font-size')) * placeOf(text).scale) / 10 / 25.4) * 72
          expect(points).toBeGreaterThanOrEqual(6.995)
        }
        for (const box of boxesOf(page)) {
          if (isWhole(box, width, height)) whole.set(box.label, (whole.get(box.label) ?? 0) + 1)
          else expect(options.division === 'tiles' || page.includes('clip-path')).toBe(true)
        }
      }
      const wanted = new Map<string, number>()
      for (const { label } of pictureOf(org, options.relations ? { relations: options.relations } : {}).boxes)
        wanted.set(label, (wanted.get(label) ?? 0) + 1)
      for (const [label, count] of wanted) expect(whole.get(label) ?? 0).toBeGreaterThanOrEqual(count)
    },
  )

  it('says on a box on which page its team is', () => {
    const pages = toSvgPages(nhs, { paper: 'A3' })
    const all = pages.map(boxesOf)
    const continued = all.flat().filter(({ page }) => page !== undefined)
    expect(continued.length).toBeGreaterThan(8)
    for (const { label, page } of continued) {
      const there = all[Number(page) - 1]
      expect(there.some((box) => box.label === label && box.page === undefined)).toBe(true)
    }
  })

  it('has the title, the date, and the number of the page', () => {
    const title = 'The organisation of everything that there is to organise, '.repeat(6).trim()
    const texts = (page: string, name: string): string[] =>
      elementsOf(page)
        .filter(({ attributes }) => ` ${attributes['class'] ?? ''} `.includes(` ${name} `))
        .map(({ text }) => text)
    const pages = toSvgPages(nhs, { title, date: '1 March 2027' })
    for (const [place, page] of pages.entries()) {
      expect(texts(page, 'rg-page-title').join(' ')).toBe(title)
      expect(texts(page, 'rg-page-end')).toEqual([
        '1 March 2027',
        `${String(place + 1)} / ${String(pages.length)}`,
      ])
    }
    expect(texts(toSvgPages(firm)[0], 'rg-page-end')).toEqual([])
    expect(texts(toSvgPages(firm)[0], 'rg-page-title')).toEqual(['Organisation chart'])
  })

  it('prints the date on one line, cut to its part of the width', () => {
    const dateOf = (date: string): string =>
      elementsOf(toSvgPages(firm, { title: 'T', date })[0]).find(({ attributes }) =>
        (attributes['class'] ?? '').includes('rg-page-end'),
      )?.text ?? ''
    expect(dateOf('1 March\n  2027\r\n')).toBe('1 March 2027')
    // 56 mm at 3.4 mm are 16.47 times the size; a D is 0.77 times as wide, and so is what stands for the rest.
    expect(dateOf('D'.repeat(130))).toBe(`${'D'.repeat(20)}…`)
    expect(dateOf('D'.repeat(20))).toBe('D'.repeat(20))
  })

  it('prints a page as in its golden file', () => {
    const [page, ...others] = toSvgPages(firm, {
      title: 'A firm',
      date: '1 March 2027',
      frames: true,
      paper: 'A3',
    })
    expect(others).toEqual([])
    expectGolden('firm-page.svg', page)
  })

  it('prints the key of what is on the page, or none', () => {
    expect(toSvgPages(firm, { legend: false })[0]).not.toContain('aria-label="Key"')
    expect(toSvgPages(nhs)[1].split('aria-label="Key"')[1]).not.toContain('Chief Executive')
  })

  it('prints the key of the units on each page, within the same room', () => {
    const roles = Object.fromEntries(
      Array.from({ length: 300 }, (_, id) => [
        `r${String(id)}`,
        { unit: `u${String(id)}`, ...(id > 0 && { reportsTo: 'r0' }) },
      ]),
    )
    const units = Object.fromEntries(
      Object.values(roles).map(({ unit }, id) => [
        unit,
        { title: `Unit ${String(id)}${id < 150 ? '' : ` ${'with a long name '.repeat(3)}`}.` },
      ]),
    )
    const pages = toSvgPages(defineOrg({ roles, units }))
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) {
      const [boxes, key] = page.split('aria-label="Key"')
      const explained = [...key.matchAll(/>(Unit \d+)/g)].map(([, name]) => name)
      const more = Number(/\+(\d+) more units/.exec(key)?.[1] ?? 0)
      const shown = [...boxes.matchAll(/<title>r\d+; (Unit \d+)/g)].map(([, name]) => name)
      expect(explained.length).toBeGreaterThan(4)
      expect(explained).toEqual(shown.slice(0, explained.length))
      expect(explained.length + more).toBe(shown.length)
      // That of the whole chart: its first 24 units, and how many more.
      const rows = [...key.matchAll(/role="listitem" transform="translate\(\d+ (\d+)\)/g)].map(([, y]) => y)
      expect(new Set(rows).size).toBeLessThanOrEqual(3)
    }
  })

  it('prints the tiles of a long chain', () => {
    const rows = Array.from({ length: 6000 }, (_, role) => ({
      id: String(role),
      boss: role > 0 ? String(role - 1) : null,
    }))
    const org = orgFromRecords(rows, { id: 'id', manager: 'boss' })
    const pages = toSvgPages(org, { layout: 'indented', division: 'tiles' })
    const shown = new Set(pages.flatMap((page) => page.match(/(?<=<title>)\d+(?=[;<])/g) ?? []))
    expect(shown.size).toBe(6000)
  }, 10_000)

  it('prints one page for a chart without roles, and a team that is larger than a page as tiles', () => {
    expect(toSvgPages(defineOrg({ roles: {} }))).toHaveLength(1)
    const rows = Array.from({ length: 200 }, (_, role) => ({ id: String(role), boss: role ? '0' : null }))
    const pages = toSvgPages(orgFromRecords(rows, { id: 'id', manager: 'boss' }), { layout: 'left-to-right' })
    expect(pages.length).toBeGreaterThan(5)
    expect(new Set(pages.flatMap(boxesOf).map(({ label }) => label)).size).toBe(200)
  })

  it.each([
    ['paper', { paper: 'A5' }],
    ['orientation', { orientation: 'upright' }],
    ['division', { division: 'pages' }],
    ['date', { date: new Date(0) }],
    ['layout', { layout: 'radial' }],
    ['title', { title: 7 }],
    ['after', { after: firm }],
  ])('refuses a wrong %s', (option, wrong: object) => {
    expect(thrownBy(() => toSvgPages(firm, wrong))).toMatchObject({
      code: 'INVALID_OPTION',
      details: { option },
    })
  })

  it('draws the marks that toSvg draws', () => {
    expect(reorganisation.changes.length).toBeGreaterThan(0)
    const marks = { lead: 'added' } as const
    expect(toSvgPages(reorganised, { marks })[0]).toContain('+ added')
    expect(toSvg(reorganised, { marks })).toContain('+ added')
  })
})
