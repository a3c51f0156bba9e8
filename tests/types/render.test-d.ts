import { defineOrg, diffOrgs, managementChainOf, type Org, careerPath } from 'rolegraph'
import { diffToMarkdown, pictureOf, toDot, toMermaid, toSvg, toSvgPages, toText } from 'rolegraph/render'
import { describe, expectTypeOf, it } from 'vitest'

const org = defineOrg({
  roles: {
    lead: { data: { site: 'Leeds' } },
    analyst: { reportsTo: 'lead', progressesTo: 'lead', data: { site: 'York' } },
  },
  units: { lab: { head: 'lead' } },
})
declare const wide: Org

describe('the options of pictures', () => {
  it('know the ids of the org', () => {
    toText(org, { root: 'lab', highlight: managementChainOf(org, 'analyst'), marks: { lead: 'moved' } })
    toText(org, { highlight: careerPath(org, 'analyst', 'lead') ?? [] })
    toText(org, { highlight: new Set(['lead'] as const), marks: new Map([['lead', 'added']] as const) })
    toText(wide, { root: 'anything', marks: { anything: 'added' } })
    // @ts-expect-error no role is called leed
    toText(org, { root: 'leed' })
    // @ts-expect-error nor is one in a highlight
    toDot(org, { highlight: ['leed'] })
    // @ts-expect-error nor in the marks
    toMermaid(org, { marks: { leed: 'added' } })
    // @ts-expect-error a role cannot be marked so
    toSvg(org, { marks: { lead: 'gone' } })
    // @ts-expect-error an option of another output
    toSvg(org, { charset: 'ascii' })
  })

  it('say what is drawn', () => {
    toSvg(org, { depth: 2, collapse: 5, lines: 'solid', relations: 'both', order: 'grade', groupBy: 'unit' })
    toSvg(org, { dotted: 'none', title: 'Lab', legend: false })
    toDot(org, { dotted: ['audit'] })
    // @ts-expect-error a depth is a number
    toSvg(org, { depth: 'all' })
    // @ts-expect-error no such lines
    toDot(org, { lines: 'dashed' })
    // @ts-expect-error nor such dotted lines
    toMermaid(org, { dotted: 'some' })
    // @ts-expect-error nor such an order
    toText(org, { order: 'name' })
    // @ts-expect-error roles are grouped by unit alone
    pictureOf(org, { groupBy: 'grade' })
    // @ts-expect-error a key is drawn or not
    toSvg(org, { legend: 'below' })
  })

  it('of one output are not those of another', () => {
    toText(org, { charset: 'ascii', width: 80 })
    // @ts-expect-error no such characters
    toText(org, { charset: 'utf-8' })
    // @ts-expect-error no such column
    toText(org, { columns: ['salary'] })
    toMermaid(org, { maxEdges: 500, maxTextSize: 50_000, edgeIds: false })
    // @ts-expect-error a limit of Mermaid is a number
    toMermaid(org, { maxEdges: '500' })
    // @ts-expect-error DOT has no such limit
    toDot(org, { maxEdges: 500 })
    diffToMarkdown(diffOrgs(org, org), { most: 10, picture: true })
    // @ts-expect-error the picture is in the text or not
    diffToMarkdown(diffOrgs(org, org), { picture: 'svg' })
  })

  it('name layouts and frames', () => {
    toSvg(org, { layout: 'left-to-right', frames: true })
    // @ts-expect-error no such layout
    toSvg(org, { layout: 'radial' })
    toDot(org, { layout: 'left-to-right', frames: true })
    // @ts-expect-error Mermaid places the boxes itself
    toMermaid(org, { layout: 'compact' })
    // @ts-expect-error text has one layout
    toText(org, { layout: 'indented' })
  })

  it('name the fields of boxes', () => {
    toSvg(org, { fields: ['usual', 'span', 'data.site'] })
    toDot(org, { fields: [] })
    // @ts-expect-error no such field
    toMermaid(org, { fields: ['salary'] })
  })

  it('name the paper of pages', () => {
    expectTypeOf(toSvgPages(org, { paper: 'A3', orientation: 'portrait', root: 'lab' })).toEqualTypeOf<
      readonly string[]
    >()
    // @ts-expect-error no such paper
    toSvgPages(org, { paper: 'A2' })
    // @ts-expect-error two charts are not printed on pages
    toSvgPages(org, { after: wide })
  })

  it('name a second org and its captions', () => {
    toSvg(org, { after: wide, captions: ['Today', 'In spring'], root: 'lab' })
    // @ts-expect-error two charts have two captions
    toSvg(org, { after: wide, captions: ['Today'] })
    // @ts-expect-error not an org
    toSvg(org, { after: 'later' })
  })

  it('give a label the role with its data', () => {
    toText(org, {
      label: (role) => {
        expectTypeOf(role.id).toEqualTypeOf<'lead' | 'analyst'>()
        return role.data?.site ?? role.title
      },
    })
  })

  it('lead to a picture with the ids of the org', () => {
    expectTypeOf(pictureOf(org).boxes[0].role).toEqualTypeOf<'lead' | 'analyst' | undefined>()
    expectTypeOf(pictureOf(org).units[0].id).toEqualTypeOf<'lab'>()
  })
})
