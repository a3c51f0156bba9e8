import { changeOrg, defineOrg } from 'rolegraph'
import { toSvg } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'
import { peopled, reorganised } from '../charts.js'
import { expectGolden } from '../golden.js'
import { type Element, elementsOf } from '../xml-events.js'

const elementsWith = (elements: readonly Element[], name: string): Element[] =>
  elements.filter(({ attributes }) => ` ${attributes['class'] ?? ''} `.includes(` ${name} `))

/** The titles of the boxes of each side that have a mark. */
function marked(svg: string): readonly string[][] {
  const elements = elementsOf(svg)
  const sides = elements.filter(({ attributes }) => attributes['role'] === 'group')
  return sides.map((side) =>
    elements
      .filter(({ attributes, parent }) => attributes['role'] === 'listitem' && parent?.parent === side)
      .map((item) => elements.find(({ name, parent }) => name === 'title' && parent === item)?.text ?? '')
      .map((title) => title.split('; '))
      .flatMap(([label, ...rest]) =>
        rest.filter((each) => MARKS.includes(each)).map((mark) => `${label}: ${mark}`),
      ),
  )
}
const MARKS = ['added', 'removed', 'moved', 'changed']

describe('toSvg of two orgs', () => {
  it('draws both next to each other with captions, each with its own marks', () => {
    const svg = toSvg(peopled, { after: reorganised, title: 'A reorganisation' })
    expectGolden('two-charts.svg', svg)
    const elements = elementsOf(svg)
    expect(elementsWith(elements, 'rg-heading').map(({ text }) => text)).toEqual(['Before', 'After'])
    expect(marked(svg)).toEqual([
      [
        'Counsel: removed',
        'PMO Manager: removed',
        'PMO Analyst: moved',
        'PMO Coordinator: moved',
        'Chief Financial Officer: changed',
        'Clerk: moved',
      ],
      [
        'Clerk: moved',
        'Delivery Lead: added',
        'PMO Analyst: moved',
        'PMO Coordinator: moved',
        'Finance Director: changed',
      ],
    ])
    const [before, after] = elements.filter(({ attributes }) => attributes['role'] === 'group')
    const rightOf = (side: Element): number =>
      Number(/translate\((\d+)/.exec(side.attributes['transform'])?.[1])
    expect(rightOf(after)).toBeGreaterThan(rightOf(before))
    // Ghosts would show twice what the chart before shows.
    expect(elementsWith(elements, 'rg-ghost')).toEqual([])
  })

  it('has one key, and units in the same colours on both sides', () => {
    const before = defineOrg({
      roles: { a: { unit: 'one' }, b: { unit: 'two', reportsTo: 'a' } },
      units: { one: {}, two: {} },
    })
    const { org: after } = changeOrg(before, [
      { do: 'add-unit', unit: 'new', spec: {}, before: 'one' },
      { do: 'update-role', role: 'a', set: { unit: 'new' } },
    ])
    const elements = elementsOf(toSvg(before, { after }))
    const keys = elements.filter(
      ({ name, parent }) => name === 'text' && parent?.parent?.attributes['aria-label'] === 'Key',
    )
    expect(keys.map(({ text }) => text)).toEqual(['* Changed', 'one', 'two', 'new'])
    const stripes = (unit: string): number => elementsWith(elements, unit).length
    // One stripe on each side, and one in the key.
    expect([stripes('rg-u0'), stripes('rg-u1'), stripes('rg-u2')]).toEqual([2, 3, 2])
  })

  it('takes a root of both, a highlight of either, a layout, frames and captions', () => {
    const svg = toSvg(peopled, {
      after: reorganised,
      root: 'director',
      highlight: ['director', 'manager'],
      layout: 'indented',
      frames: true,
      captions: ['Today <1>', 'In spring'],
    })
    const elements = elementsOf(svg)
    expect(elementsWith(elements, 'rg-heading').map(({ text }) => text)).toEqual(['Today <1>', 'In spring'])
    const boxes = elementsWith(elements, 'rg-highlighted').filter(({ name }) => name === 'rect')
    // Two on the left, one on the right, one in the key.
    expect(boxes).toHaveLength(4)
    expect(elementsWith(elements, 'rg-frame').length).toBeGreaterThan(1)
  })

  it.each([
    ['after', { after: {} }],
    ['marks', { after: reorganised, marks: {} }],
    ['captions', { after: reorganised, captions: ['Before'] }],
    ['captions', { captions: ['Before', 'After'] }],
    ['highlight', { after: reorganised, highlight: 7 }],
  ])('refuses a wrong %s', (option, wrong: object) => {
    expect(thrownBy(() => toSvg(peopled, wrong))).toMatchObject({
      code: 'INVALID_OPTION',
      details: { option },
    })
  })

  it('refuses a role of neither, and a root of one only', () => {
    expect(thrownBy(() => toSvg(peopled, { after: reorganised, root: 'manager' })).code).toBe('UNKNOWN_ROLE')
    const nobody: object = { highlight: ['nobody'] }
    expect(thrownBy(() => toSvg(peopled, { after: reorganised, ...nobody })).code).toBe('UNKNOWN_ROLE')
  })
})
