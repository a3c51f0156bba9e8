import { careerPath, defineOrg, managementChainOf, type Org } from 'rolegraph'
import { type HtmlOptions, toHtml } from 'rolegraph/html'
import type { PictureOptions } from 'rolegraph/render'
import { describe, expectTypeOf, it } from 'vitest'

const org = defineOrg({
  roles: {
    lead: { data: { site: 'Leeds' } },
    analyst: { reportsTo: 'lead', progressesTo: 'lead', data: { site: 'York' } },
  },
  units: { lab: { head: 'lead' } },
})
declare const wide: Org

describe('the options of the page', () => {
  it('are those of every picture, and some of its own', () => {
    expectTypeOf<HtmlOptions>().toExtend<PictureOptions>()
    expectTypeOf<Exclude<keyof HtmlOptions, keyof PictureOptions>>().toEqualTypeOf<
      'title' | 'describeSource' | 'fields' | 'photo' | 'edit' | 'after' | 'colorBy' | 'approval'
    >()
    toHtml(org, { title: 'Lab', depth: 1, collapse: 5, order: 'grade', groupBy: 'unit', relations: 'career' })
    toHtml(org, { colorBy: 'vacancy' })
    toHtml(org, { fields: ['usual', 'data.site'], colorBy: 'data.site' })
    // @ts-expect-error boxes have no such field
    toHtml(org, { colorBy: 'site' })
    // @ts-expect-error nor can they be coloured by people
    toHtml(org, { colorBy: 'holders' })
    // @ts-expect-error an option of another output
    toHtml(org, { charset: 'ascii' })
    // @ts-expect-error there is no such order
    toHtml(org, { order: 'name' })
    // @ts-expect-error nor such a view
    toHtml(org, { relations: 'all' })
    // @ts-expect-error roles are grouped by unit alone
    toHtml(org, { groupBy: 'team' })
    // @ts-expect-error a limit is a number
    toHtml(org, { collapse: '5' })
  })

  it('know the ids of the org', () => {
    toHtml(org, { root: 'lab', highlight: managementChainOf(org, 'analyst'), marks: { lead: 'moved' } })
    toHtml(org, { highlight: careerPath(org, 'analyst', 'lead') ?? [] })
    toHtml(wide, { root: 'anything', marks: { anything: 'added' } })
    // @ts-expect-error no role is called leed
    toHtml(org, { root: 'leed' })
    // @ts-expect-error nor is one in a highlight
    toHtml(org, { highlight: ['leed'] })
    // @ts-expect-error a role cannot be marked so
    toHtml(org, { marks: { lead: 'gone' } })
  })

  it('give a label the role with its data', () => {
    toHtml(org, {
      label: (role) => {
        expectTypeOf(role.id).toEqualTypeOf<'lead' | 'analyst'>()
        return role.data?.site ?? role.title
      },
    })
  })
})
