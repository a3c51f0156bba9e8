import { defineOrg } from 'rolegraph'
import { pictureOf, toDot, toMermaid, toSvg, toText } from 'rolegraph/render'
import { toMatchChart } from 'rolegraph/testing'
import { describe, expect, it } from 'vitest'

const org = defineOrg({
  roles: {
    lead: { title: 'Lead', holders: ['Ada'] },
    planner: { title: 'Planner', reportsTo: 'lead', status: 'planned' },
    analyst: { title: 'Analyst', reportsTo: 'lead', status: 'planned', holders: ['Joe'] },
    clerk: { title: 'Clerk', reportsTo: 'lead', status: 'planned', vacant: true },
    runner: { title: 'Runner', reportsTo: 'lead', vacant: true },
  },
})

describe('a planned role in a picture', () => {
  it('is marked in the model, and only there', () => {
    expect(pictureOf(org).boxes.map(({ planned }) => planned)).toEqual([
      undefined,
      true,
      true,
      true,
      undefined,
    ])
  })

  it('is drawn dotted in every output, with the word', () => {
    expect(
      toText(org)
        .split('\n')
        .map((line) => line.trimEnd()),
    ).toEqual([
      'Lead        Ada',
      '├─ Planner  (planned)',
      '├─ Analyst  (planned) Joe',
      '├─ Clerk    (planned) (vacant)',
      '└─ Runner   (vacant)',
    ])
    expect(toMermaid(org)).toContain('class b1,b2,b3 planned')
    expect(toMermaid(org)).toContain('class b4 vacant')
    const dot = toDot(org)
    expect(dot.match(/rounded,filled,dotted/g)).toHaveLength(3)
    expect(dot.match(/rounded,filled,dashed/g)).toHaveLength(1)
    const svg = toSvg(org)
    expect(svg).toContain('>Planned<')
    expect(svg).toContain('>Planned: Joe<')
    expect(svg).toContain('rg-box rg-planned')
    expect(svg).toContain('>Vacant<')
  })

  it('is a line of a chart in a test', () => {
    const chart =
      'Lead\n  Planner (planned)\n  Analyst (planned)\n  Clerk (planned) (vacant)\n  Runner (vacant)'
    expect(toMatchChart(org, chart).pass).toBe(true)
  })
})
