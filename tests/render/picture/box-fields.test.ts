import { defineOrg } from 'rolegraph'
import { type BoxField, toDot, toMermaid, toSvg, toSvgPages } from 'rolegraph/render'
import { describe, expect, it } from 'vitest'
import { thrownBy } from '../../support/thrown-by.js'
import { expectGolden } from '../golden.js'
import { elementsOf } from '../xml-events.js'

const org = defineOrg({
  roles: {
    lead: {
      title: 'Lead',
      grade: 9,
      unit: 'lab',
      family: 'Delivery',
      fte: 0.8,
      cost: 1234567.5,
      holders: ['ada'],
      data: { site: 'Leeds', tags: ['a', 'b'], none: null },
    },
    analyst: { reportsTo: 'lead', vacant: true, cost: 900 },
    clerk: { reportsTo: 'lead' },
  },
  units: { lab: { title: 'The Lab' } },
  people: { ada: { name: 'Ada Lovelace', email: 'ada@example.com' } },
})

/** The titles of the boxes, which have everything that is on them. */
const titles = (fields?: readonly BoxField[]): string[] =>
  elementsOf(toSvg(org, fields && { fields }))
    .filter(({ name, parent }) => name === 'title' && parent?.attributes['role'] === 'listitem')
    .map(({ text }) => text)

describe('the fields of boxes', () => {
  it('are holders and grade unless others are named', () => {
    expect(titles()).toEqual(titles(['usual']))
    expect(titles()[0]).toBe('Lead; held by Ada Lovelace; grade 9; The Lab')
    expect(titles([])).toEqual(['Lead; The Lab', 'analyst; vacant; below Lead', 'clerk; below Lead'])
    expect(toSvg(org)).toBe(toSvg(org, { fields: ['usual'] }))
  })

  it('are shown in one order, in SVG, on pages, in Mermaid and in DOT', () => {
    const fields = [
      'data.site',
      'data.tags',
      'data.none',
      'email',
      'cost',
      'fte',
      'layer',
      'family',
      'unit',
      'span',
      'usual',
    ] as const
    const wanted = [
      'The Lab',
      'Family: Delivery',
      'Layer 1',
      'FTE 0.8',
      'Cost 1,234,567.5',
      'ada@example.com',
      'site: Leeds',
      'tags: ["a","b"]',
    ]
    const svg = toSvg(org, { fields })
    expectGolden('fields.svg', svg)
    const texts = elementsOf(svg)
      .filter(({ name, parent }) => name === 'text' && parent?.attributes['role'] === 'listitem')
      .map(({ text }) => text)
    expect(texts.slice(0, 12)).toEqual(['Lead', 'Ada Lovelace', 'Grade 9', ...wanted, '2'])
    expect(texts).toContain('Number of direct reports')
    expect(toSvgPages(org, { fields })[0]).toContain('Cost 1,234,567.5')
    expect(toDot(org, { fields: ['cost', 'span'] })).toContain(
      'label="Lead\\nCost 1,234,567.5\\n2 direct reports"',
    )
    expect(toMermaid(org, { fields: ['cost', 'span'] })).toContain(
      '["Lead<br/>Cost 1,234,567.5<br/>2 direct reports"]',
    )
  })

  it('that are not named are nowhere in the picture', () => {
    const texts = ['Leeds', '1,234,567', '1234567', 'ada@example.com', 'Delivery']
    for (const output of [toSvg(org), toSvgPages(org)[0], toDot(org), toMermaid(org)]) {
      for (const text of texts) expect(output).not.toContain(text)
    }
    for (const output of [toSvg(org, { fields: ['cost'] }), toDot(org, { fields: ['cost'] })])
      expect(output).not.toContain('Ada')
  })

  it.each([[{ fields: 'cost' }], [{ fields: ['costs'] }], [{ fields: [7] }], [{ fields: ['data.'] }]])(
    'refuse %j',
    (wrong: object) => {
      for (const output of [toSvg, toSvgPages, toDot, toMermaid])
        expect(thrownBy(() => output(org, wrong))).toMatchObject({
          code: 'INVALID_OPTION',
          details: { option: 'fields' },
        })
    },
  )

  it('show data that JSON cannot hold: a bigint as its digits, what is nested too deeply as …', () => {
    let deep: unknown = 1
    for (let level = 0; level < 20_000; level++) deep = [deep]
    const chart = defineOrg({ roles: { a: { data: { big: 10n, within: { x: [7n] }, deep } } } })
    const options = { fields: ['data.big', 'data.within', 'data.deep'] } as const
    const texts = ['big: 10', 'within: {', `deep: ${'['.repeat(100)}…${']'.repeat(100)}`]
    for (const draw of [toMermaid, toDot])
      for (const text of texts) expect(draw(chart, options)).toContain(text)
    for (const text of [toSvg(chart, options), ...toSvgPages(chart, options)])
      for (const part of texts) expect(text).toContain(part)
  })
})
